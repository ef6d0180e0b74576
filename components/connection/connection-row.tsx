"use client"

import { useState } from "react"
import { Instant } from "@/components/accounts/instant"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { InlineNotice } from "@/components/ui/inline-notice"
import { useToasts } from "@/components/ui/toasts"
import { call } from "@/lib/access/call"
import {
  type ConnectionView,
  cancelRun,
  checkConnection,
  type RunView,
  removeConnection,
  startRun,
} from "@/lib/connection/contract"
import { sayEvery } from "./connection-draft"
import { RunProgress } from "./run-progress"
import { sayProgress, useRun } from "./use-run"

type ConnectionRowProps = {
  programmeId: string
  connection: ConnectionView
  onEdit: () => void
  onChanged: () => void
}
type Tried = { readonly works: boolean; readonly says: string }

/** One workspace: what was fetched last, and the hand to fetch again. */
export function ConnectionRow({ programmeId, connection, onEdit, onChanged }: ConnectionRowProps) {
  const { id, name, host, auth, everyHours, lastRun, may, version } = connection
  const [run, setRun] = useRun(programmeId, lastRun, onChanged)
  const [isOpen, setOpen] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [asking, setAsking] = useState<"try" | "remove" | null>(null)
  const toasts = useToasts()
  const refused = (text: string) => toasts.show({ text, kind: "refused" })
  const fetchNow = async () => {
    const result = await call(startRun, { programmeId, connectionId: id })
    if (!result.ok) return refused(result.detail)
    setRun(result.value)
    setOpen(true)
  }
  const stop = async (runId: string) => {
    const result = await call(cancelRun, { programmeId, runId })
    if (result.ok) setRun(result.value)
    else refused(result.detail)
  }
  const tryIt = async () => {
    setAsking("try")
    const result = await call(checkConnection, { programmeId, connectionId: id })
    setAsking(null)
    setTried(result.ok ? result.value : { works: false, says: result.detail })
  }
  const remove = async () => {
    const result = await call(removeConnection, { programmeId, connectionId: id, version })
    setAsking(null)
    if (!result.ok) return refused(result.detail)
    toasts.show({ text: `${name} was removed` })
    onChanged()
  }
  const isRunning = run?.state === "running"
  return (
    <li className="border-line border-b py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-[220px] flex-1">
          <p className="font-medium">{name}</p>
          <p className="break-all text-ink-3 text-meta">
            {host}, {auth === "token" ? "by token" : "by service principal"}
          </p>
          <p className="text-ink-3 text-meta">{sayEvery(everyHours)}</p>
          <RunLine run={run} />
        </div>
        <div className="flex flex-wrap gap-2">
          {may.run && !isRunning ? <Button onClick={() => void fetchNow()}>Fetch now</Button> : null}
          {may.run && isRunning ? (
            <Button onClick={() => void stop(run.id)} disabled={run.cancelling}>
              {run.cancelling ? "Stopping" : "Stop"}
            </Button>
          ) : null}
          {run ? (
            <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? "Hide measures" : "Measures"}
            </Button>
          ) : null}
          {may.manage ? (
            <>
              <Button variant="quiet" busy={asking === "try"} onClick={() => void tryIt()}>
                Try it
              </Button>
              <Button variant="quiet" aria-label={`Change ${name}`} onClick={onEdit}>
                Change
              </Button>
              <Button variant="danger" aria-label={`Remove ${name}`} onClick={() => setAsking("remove")}>
                Remove
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {tried ? (
        <InlineNotice kind={tried.works ? "good" : "refused"} className="mt-2">
          {tried.says}
        </InlineNotice>
      ) : null}
      {run && isOpen ? <RunProgress {...{ run, programmeId }} /> : null}
      <ConfirmDialog
        open={asking === "remove"}
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => void remove()}
        onCancel={() => setAsking(null)}
      >
        Its secret is forgotten at once. Facts that it brought stay.
      </ConfirmDialog>
    </li>
  )
}

function RunLine({ run }: { run: RunView | null }) {
  if (!run) return <p className="text-ink-3 text-meta">Nothing was fetched yet.</p>
  if (run.state === "running")
    return (
      <p role="status" className="text-meta">
        Fetching: {sayProgress(run)}
      </p>
    )
  const ended = { done: sayProgress(run), failed: "Failed", cancelled: "Stopped" }[run.state]
  return (
    <p className="text-meta">
      {ended}, <Instant at={run.finishedAt ?? run.startedAt} />
    </p>
  )
}
