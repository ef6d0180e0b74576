"use client"

import Link from "next/link"
import { StatusMark } from "@/components/ui/status-mark"
import type { MeasureProgress, RunView } from "@/lib/connection/contract"

const marks = {
  waiting: { kind: "not_started", word: "Waiting" },
  running: { kind: "in_progress", word: "Measuring" },
  measured: { kind: "done", word: "Measured" },
  untold: { kind: "could-not-tell", word: "Could not tell" },
} as const satisfies Record<MeasureProgress["state"], object>

/** Every measure of a run; what could not be told stands first, with the reason. */
export function RunProgress({ run, programmeId }: { run: RunView; programmeId: string }) {
  const rank = { untold: 0, running: 1, measured: 2, waiting: 3 }
  const lines = run.progress.toSorted((a, b) => rank[a.state] - rank[b.state])
  return (
    <div className="mt-2">
      {run.reason ? <p className="mb-2 text-pretty">{run.reason}</p> : null}
      {run.factSetId ? (
        <p className="mb-2">
          <Link className="underline" href={`/programmes/${programmeId}/assurance/facts/${run.factSetId}`}>
            Look at the facts
          </Link>
        </p>
      ) : null}
      <ul aria-label="Measures" className="divide-y divide-line border-line border-y">
        {lines.map(({ measure, evidence, state, rows, reason }) => (
          <li
            key={measure}
            className="grid min-h-8 grid-cols-[150px_minmax(0,1fr)] items-baseline gap-x-4 py-1.5 max-md:grid-cols-1"
          >
            <StatusMark {...marks[state]} />
            <span className="min-w-0">
              {measure.replaceAll("-", " ")}{" "}
              <span className="text-ink-3 text-meta">
                {evidence}
                {state === "measured" ? `, ${rows} ${rows === 1 ? "figure" : "figures"}` : ""}
              </span>
              {reason ? <span className="block text-pretty text-ink-2 text-meta">{reason}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
