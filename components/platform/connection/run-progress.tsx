import { InlineNotice } from "@/components/ui/inline-notice"
import { StatusMark } from "@/components/ui/status-mark"
import type { MeasureProgress, RunView } from "@/lib/platform/connection/contract"
import { count } from "@/lib/reports/words"
import { RunResult } from "./run-result"
import { sayKey, tallyOf } from "./say-run"

const marks = {
  waiting: { kind: "not_started", word: "Waiting" },
  running: { kind: "in_progress", word: "Measuring" },
  measured: { kind: "done", word: "Measured" },
  untold: { kind: "could-not-tell", word: "Unknown" },
} as const satisfies Record<MeasureProgress["state"], object>

/** Every measure of a run in its order; once it is over, what could not be told stands first, with the reason. */
export function RunProgress({ run, programmeId }: { run: RunView; programmeId: string }) {
  const isRunning = run.state === "running"
  const untold = run.progress.filter(({ state }) => state === "untold")
  const rest = run.progress.filter(({ state }) => state !== "untold")
  return (
    <>
      {isRunning ? <Bar run={run} /> : null}
      {run.reason ? (
        <InlineNotice kind={run.state === "failed" ? "refused" : "info"} className="mt-2">
          {run.reason}
        </InlineNotice>
      ) : null}
      <RunResult {...{ run, programmeId }} />
      {isRunning ? (
        <Measures label="Measures" lines={run.progress} />
      ) : (
        <>
          <Measures label="Unknown" lines={untold} />
          {rest.length > 0 ? (
            <details className="mt-2">
              <summary className="cursor-pointer py-1.5 text-ink-2">{sayRest(run, rest)}</summary>
              <Measures label="Measures" lines={rest} />
            </details>
          ) : null}
        </>
      )}
    </>
  )
}

const sayRest = ({ state }: RunView, rest: readonly MeasureProgress[]): string =>
  state === "done" ? `${count(rest.length, "measure")} measured` : `${count(rest.length, "measure")}, not saved`

function Bar({ run }: { run: RunView }) {
  const { measured, untold, all } = tallyOf(run)
  const share = (part: number) => `${(100 * part) / Math.max(1, all)}%`
  return (
    <div
      role="progressbar"
      aria-label="Fetching facts"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={measured + untold}
      className="mt-2 flex h-1 overflow-hidden rounded-full bg-pressed"
    >
      <span className="bg-accent transition-[width] motion-reduce:transition-none" style={{ width: share(measured) }} />
      <span className="bg-warn transition-[width] motion-reduce:transition-none" style={{ width: share(untold) }} />
    </div>
  )
}

function Measures({ label, lines }: { label: string; lines: readonly MeasureProgress[] }) {
  if (lines.length === 0) return null
  return (
    <ul aria-label={label} className="mt-2 divide-y divide-line border-line border-y">
      {lines.map(({ measure, evidence, state, rows, reason }) => (
        <li key={measure} className="py-1.5">
          <div className="flex items-baseline gap-2.5">
            <StatusMark {...marks[state]} withWord={false} />
            <span className="min-w-0 flex-1 break-words">{sayKey(measure)}</span>
            <span className="flex-none text-ink-3 text-meta tabular-nums">
              {state === "measured" ? count(rows, "figure") : marks[state].word}
            </span>
            <span className="w-8 flex-none text-right text-ink-3 text-meta">{evidence}</span>
          </div>
          {reason ? <p className="break-words pl-5 text-pretty text-ink-2 text-meta">{reason}</p> : null}
        </li>
      ))}
    </ul>
  )
}
