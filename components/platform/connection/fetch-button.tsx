"use client"

import { Button } from "@/components/ui/button"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import type { RunActs } from "./use-run-acts"

type FetchButtonProps = {
  connection: ConnectionView
  acts: RunActs
  variant?: "default" | "primary"
  /** After facts were asked for: to show how it goes. */
  onStarted?: () => void
}

/** Fetches facts over a connection, and stops while they are being fetched. Nothing for those who may only read. */
export function FetchButton({ connection, acts, variant = "default", onStarted }: FetchButtonProps) {
  const { id, name, lastRun, may } = connection
  if (!may.run) return null
  if (lastRun?.state === "running")
    return (
      <Button
        aria-label={lastRun.cancelling ? `Stopping ${name}` : `Stop fetching from ${name}`}
        disabled={lastRun.cancelling}
        onClick={() => void acts.stop(lastRun.id)}
      >
        {lastRun.cancelling ? "Stopping" : "Stop"}
      </Button>
    )
  return (
    <Button
      variant={variant}
      aria-label={`Fetch now from ${name}`}
      busy={acts.busy}
      onClick={() => {
        void acts.start(id)
        onStarted?.()
      }}
    >
      Fetch now
    </Button>
  )
}
