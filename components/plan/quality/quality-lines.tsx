"use client"

import { useMemo, useState } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Button } from "@/components/ui/button"
import type { QualityView } from "@/lib/plan/quality/contract"
import { endNames } from "@/lib/plan/roadmap/links-of"

type Line = QualityView["outOfSequence"][number]
type QualityLinesProps = {
  readonly work: Work
  readonly label: string
  readonly lines: readonly Line[]
  readonly onOpen: (kind: "item" | "workstream", id: string) => void
}

const FEW = 50

/** What a point counts, each with what it is about; work and dependencies open in the panel. */
export function QualityLines({ work, label, lines, onOpen }: QualityLinesProps) {
  const { roadmap, items } = work
  const [all, setAll] = useState(false)
  const names = useMemo(() => endNames({ roadmap, items }), [roadmap, items])
  const links = useMemo(() => new Map(roadmap.links.map((link) => [link.id, link])), [roadmap.links])
  const told = (line: Line) => {
    const link = line.kind === "link" ? links.get(line.id) : undefined
    if (link) {
      const end = link.to.kind === "gate" ? link.from : link.to
      return { name: `${names.get(link.from.id)} → ${names.get(link.to.id)}`, end }
    }
    return { name: names.get(line.id) ?? "removed meanwhile", end: { kind: line.kind, id: line.id } }
  }
  return (
    <>
      <ul aria-label={label} className="max-h-[420px] overflow-auto py-1">
        {lines.slice(0, all ? undefined : FEW).map((line) => {
          const { name, end } = told(line)
          const { kind, id } = end
          return (
            <li
              key={`${line.kind} ${line.id}`}
              className="flex min-h-7 items-center justify-between gap-3 pr-5 pl-[42px] max-md:pr-4 max-md:pl-[34px]"
            >
              {kind === "item" || kind === "workstream" ? (
                <button
                  type="button"
                  onClick={() => onOpen(kind, id)}
                  className="min-w-0 truncate rounded-sm text-left decoration-1 underline-offset-2 hover:underline"
                >
                  {name}
                </button>
              ) : (
                <span className="min-w-0 truncate">{name}</span>
              )}
              <span className="flex-none text-ink-2 text-meta">{line.note}</span>
            </li>
          )
        })}
      </ul>
      {lines.length > FEW && !all ? (
        <Button variant="quiet" size="small" className="mb-2 ml-8" onClick={() => setAll(true)}>
          Show all {lines.length}
        </Button>
      ) : null}
    </>
  )
}
