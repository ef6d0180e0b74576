"use client"

import { useEffect, useState } from "react"
import { call } from "@/lib/access/call"
import { getRun, type RunView } from "@/lib/connection/contract"

const LOOK_MS = 1_000

/** A run as it goes on: asked for every second until it is over, which `onOver` hears once. */
export function useRun(
  programmeId: string,
  last: RunView | null,
  onOver: () => void,
): [RunView | null, (run: RunView) => void] {
  const [seen, setSeen] = useState<RunView | null>(null)
  const run = seen && (last === null || seen.startedAt >= last.startedAt) ? seen : last
  const runningId = run?.state === "running" ? run.id : null
  useEffect(() => {
    if (runningId === null) return
    const look = async () => {
      const result = await call(getRun, { programmeId, runId: runningId })
      if (!result.ok) return
      setSeen(result.value)
      if (result.value.state !== "running") onOver()
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [programmeId, runningId, onOver])
  return [run, setSeen]
}

/** `31 of 54 measured, 3 could not be told` */
export function sayProgress({ progress }: RunView): string {
  const count = (wanted: string) => progress.filter(({ state }) => state === wanted).length
  const untold = count("untold")
  return `${count("measured")} of ${progress.length} measured${untold > 0 ? `, ${untold} could not be told` : ""}`
}
