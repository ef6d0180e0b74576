"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { Button } from "@/components/ui/button"

/** What a page that could not be drawn knows of the reason. */
export type Failure = { readonly reason: "asking" | "away" | "ours"; readonly title: string; readonly detail: string }

const failures: Record<Failure["reason"], Failure> = {
  asking: { reason: "asking", title: "This page couldn't be loaded.", detail: "Checking what went wrong." },
  away: {
    reason: "away",
    title: "The database is unavailable.",
    detail: "Your data is safe. This page retries automatically.",
  },
  ours: {
    reason: "ours",
    title: "This page couldn't be loaded.",
    detail: "Something went wrong on our side. The error was logged and nothing was changed.",
  },
}

const AGAIN_MS = 3_000

/** Finds out why a page failed, and draws it again as soon as a database that was away is back. */
export function useFailure(retry: () => void): Failure {
  const [reason, setReason] = useState<Failure["reason"]>("asking")
  const lookAgain = useEffectEvent(async (wasAway: boolean) => {
    const isReady = await asksReady()
    if (isReady && wasAway) retry()
    setReason(isReady ? "ours" : "away")
  })
  useEffect(() => {
    void lookAgain(false)
  }, [])
  useEffect(() => {
    if (reason !== "away") return
    const timer = setInterval(() => void lookAgain(true), AGAIN_MS)
    return () => clearInterval(timer)
  }, [reason])
  return failures[reason]
}

async function asksReady(): Promise<boolean> {
  try {
    return (await fetch("/api/health/ready", { cache: "no-store" })).status !== 503
  } catch {
    return false
  }
}

export const TryAgain = ({ retry }: { retry: () => void }) => (
  <Button variant="primary" onClick={() => retry()}>
    Try again
  </Button>
)
