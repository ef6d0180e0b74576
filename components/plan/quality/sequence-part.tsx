"use client"

import type { Work } from "@/components/plan/roadmap/use-work"
import type { QualityView } from "@/lib/plan/quality/contract"
import { QualityLines } from "./quality-lines"

type SequencePartProps = {
  readonly work: Work
  readonly lines: QualityView["outOfSequence"]
  readonly onOpen: (kind: "item" | "workstream", id: string) => void
}

/** Work that began before its predecessors were through, and how the plan counts it. */
export function SequencePart({ work, lines, onOpen }: SequencePartProps) {
  const { progressOverride } = work.roadmap.programme
  return (
    <section aria-labelledby="out-of-sequence" className="py-4">
      <h2 id="out-of-sequence" className="px-5 max-md:px-4">
        Out-of-sequence work
      </h2>
      <p className="text-pretty px-5 pt-1 text-ink-2 max-md:px-4">
        {lines.length === 0
          ? "No work began before its predecessors were finished."
          : progressOverride
            ? "These began before their predecessors were finished. Progress override: they continue without waiting."
            : "These began before their predecessors were finished. Retained logic: their remaining work starts after their predecessors."}
      </p>
      {lines.length > 0 ? (
        <div className="mt-1">
          <QualityLines work={work} label="Out-of-sequence work" lines={lines} onOpen={onOpen} />
        </div>
      ) : null}
    </section>
  )
}
