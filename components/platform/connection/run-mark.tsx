import { StatusMark } from "@/components/ui/status-mark"
import type { RunView } from "@/lib/platform/connection/contract"
import { sayRun, tallyOf } from "./say-run"

type RunMarkProps = { run: RunView; when: (instant: string) => string }

/** How the last run stands, by shape and words, and when it ended. */
export function RunMark({ run, when }: RunMarkProps) {
  const done = tallyOf(run).untold > 0 ? "could-not-tell" : "done"
  const kind = { running: "in_progress", done, failed: "blocked", cancelled: "dropped" } as const
  const at = run.state === "running" ? null : when(run.finishedAt ?? run.startedAt)
  return (
    <span
      role={run.state === "running" ? "status" : undefined}
      className="flex min-w-0 flex-wrap items-baseline gap-x-2"
    >
      <StatusMark kind={kind[run.state]} word={sayRun(run)} className="[&>span]:whitespace-normal" />
      {at ? <span className="text-ink-3 text-meta">as of {at}</span> : null}
    </span>
  )
}
