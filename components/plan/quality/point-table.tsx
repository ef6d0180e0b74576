"use client"

import { Fragment } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { StatusMark } from "@/components/ui/status-mark"
import type { QualityPointView } from "@/lib/plan/quality/contract"
import { sayThreshold, sayValue } from "@/lib/plan/quality/say-point"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { QualityLines } from "./quality-lines"

type PointTableProps = {
  readonly work: Work
  readonly points: readonly QualityPointView[]
  /** The point whose list is open. */
  readonly openKey: string | null
  readonly onToggle: (key: string | null) => void
  readonly onOpen: (kind: "item" | "workstream", id: string) => void
}
export type OpenEnd = (end: LinkView["from"]) => void

const marks = { met: "met", "not-met": "not-met", unknown: "could-not-tell", "not-applicable": "not-due" } as const
const head = "border-line border-b px-3 font-normal first:pl-5 last:pr-5 max-md:first:pl-4 max-md:last:pr-4"
const cell = "border-line border-b px-3 py-2 align-top first:pl-5 last:pr-5 max-md:first:pl-4 max-md:last:pr-4"

/** The fourteen points; each opens the list of what it counts. */
export function PointTable({ work, points, openKey, onToggle, onOpen }: PointTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">The fourteen points of schedule quality</caption>
      <thead>
        <tr className="h-[30px] text-left text-ink-3 text-meta">
          <th scope="col" className={head}>
            Point
          </th>
          <th scope="col" className={cn(head, "w-[150px] max-md:w-[118px]")}>
            Verdict
          </th>
          <th scope="col" className={cn(head, "w-[150px] text-right max-md:hidden")}>
            Value
          </th>
          <th scope="col" className={cn(head, "w-[124px] text-right max-md:hidden")}>
            Threshold
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => {
          const { key, name, about, verdict, reason, lines } = point
          const isOpen = key === openKey && lines.length > 0
          return (
            <Fragment key={key}>
              <tr className={cn(isOpen && "bg-sunken")}>
                <th scope="row" className={cn(cell, "text-left font-normal")}>
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    disabled={lines.length === 0}
                    onClick={() => onToggle(isOpen ? null : key)}
                    className="flex w-full items-start gap-1.5 rounded-sm text-left"
                  >
                    <span className={cn("mt-1 flex-none text-ink-3", lines.length === 0 && "invisible")}>
                      <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={12} />
                    </span>
                    <span className="min-w-0">
                      <span className="font-medium">
                        {index + 1}. {name}
                      </span>
                      <span className="block text-pretty text-ink-2 text-meta">
                        {about}
                        <span className="md:hidden">; {sayThreshold(point)}</span>
                      </span>
                    </span>
                  </button>
                </th>
                <td className={cell}>
                  <StatusMark
                    kind={marks[verdict]}
                    {...(verdict === "not-applicable" ? { word: "Not applicable" } : {})}
                  />
                  <span className="block text-ink-2 text-meta md:hidden">{sayValue(point)}</span>
                  {reason ? <span className="block text-pretty text-ink-3 text-meta">{reason}</span> : null}
                </td>
                <td className={cn(cell, "text-right max-md:hidden")}>{sayValue(point)}</td>
                <td className={cn(cell, "text-right text-ink-2 max-md:hidden")}>{sayThreshold(point)}</td>
              </tr>
              {isOpen ? (
                <tr>
                  <td colSpan={4} className="max-w-0 border-line border-b bg-sunken p-0">
                    <QualityLines work={work} label={name} lines={lines} onOpen={onOpen} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
