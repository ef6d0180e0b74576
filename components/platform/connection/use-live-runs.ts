"use client"

import { useCallback, useEffect, useEffectEvent, useState } from "react"
import { call } from "@/lib/door/call"
import type { ConnectionView, RunView } from "@/lib/platform/connection/contract"
import { getConnectionRun } from "@/lib/serve/api/generated/addresses"

const LOOK_MS = 1_000

/** The newer word about the last run of a connection: what was asked for since, or what the list said. */
function newer(listed: RunView | null, seen: RunView | undefined): RunView | null {
  if (!seen || !listed) return seen ?? listed
  if (seen.id !== listed.id) return seen.startedAt > listed.startedAt ? seen : listed
  return listed.state === "running" ? seen : listed
}

/** The connections with their last runs as they go on: asked for every second until they are over, which `onOver` hears. */
export function useLiveRuns(programmeId: string, items: readonly ConnectionView[], onOver: () => void) {
  const [seen, setSeen] = useState<Readonly<Record<string, RunView>>>({})
  const note = useCallback((run: RunView) => setSeen((before) => ({ ...before, [run.connectionId]: run })), [])
  const connections = items.map((item) => ({ ...item, lastRun: newer(item.lastRun, seen[item.id]) }))
  const running = connections.flatMap(({ lastRun }) => (lastRun?.state === "running" ? [lastRun.id] : [])).join(",")
  const isOver = useEffectEvent(onOver)
  useEffect(() => {
    if (running === "") return
    const leaving = new AbortController()
    const look = async (runId: string) => {
      const result = await call(getConnectionRun, { programmeId, runId }, { signal: leaving.signal })
      if (leaving.signal.aborted || !result.ok) return
      note(result.value)
      if (result.value.state !== "running") isOver()
    }
    const timer = setInterval(() => {
      for (const runId of running.split(",")) void look(runId)
    }, LOOK_MS)
    return () => {
      leaving.abort()
      clearInterval(timer)
    }
  }, [programmeId, running, note])
  return { connections, note }
}
