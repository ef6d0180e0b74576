"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import { rounded } from "@/lib/base/kernel/rounded"
import type { ProgressView } from "@/lib/plan/quality/progress-contract"

type VarianceTableProps = {
  readonly lines: ProgressView["variance"]
  readonly today: string
  readonly baseline: string
  readonly onOpen: (kind: "item" | "workstream", id: string) => void
}

const FEW = 40
const parts = { gate: "Gate", phase: "Phase", workstream: "Workstream", item: "Item" } as const
const signed = (days: number | null): string =>
  days === null ? "" : `${rounded(days, 1) > 0 ? "+" : ""}${rounded(days, 1)}`.replace("-", "−")
const head = "border-line border-b px-3 font-normal first:pl-5 last:pr-5 max-md:first:pl-4 max-md:last:pr-4"

/** Where gates, phases, workstreams and work lie against the baseline; what lies where it lay is left out. */
export function VarianceTable({ lines, today, baseline, onOpen }: VarianceTableProps) {
  const [all, setAll] = useState(false)
  return (
    <section aria-labelledby="variance" className="border-line border-t py-4">
      <h2 id="variance" className="px-5 pb-1 max-md:px-4">
        Variance from {baseline}
      </h2>
      {lines.length === 0 ? (
        <p className="px-5 text-ink-2 max-md:px-4">Everything lies where the baseline has it.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">Variance in working days; positive is later or longer</caption>
            <thead>
              <tr className="h-[30px] text-left text-ink-3 text-meta">
                <th scope="col" className={head}>
                  Part
                </th>
                <th scope="col" className={cn(head, "max-md:hidden")}>
                  Baseline finish
                </th>
                <th scope="col" className={head}>
                  Finish
                </th>
                <th scope="col" className={cn(head, "text-right max-md:hidden")}>
                  Start, d
                </th>
                <th scope="col" className={cn(head, "text-right max-md:hidden")}>
                  Duration, d
                </th>
                <th scope="col" className={cn(head, "text-right")}>
                  Finish, d
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, all ? undefined : FEW).map((line) => (
                <Line key={`${line.part} ${line.id}`} {...{ line, today, onOpen }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines.length > FEW && !all ? (
        <Button variant="quiet" size="small" className="mt-1.5 ml-3" onClick={() => setAll(true)}>
          Show all {lines.length}
        </Button>
      ) : null}
    </section>
  )
}

type LineProps = { line: ProgressView["variance"][number]; today: string; onOpen: VarianceTableProps["onOpen"] }

function Line({ line, today, onOpen }: LineProps) {
  const { part, id, name, baselineFinish, finish, startDays, durationDays, finishDays, presence } = line
  const cell = "border-line border-b px-3 first:pl-5 last:pr-5 max-md:first:pl-4 max-md:last:pr-4"
  return (
    <tr className="h-row">
      <th scope="row" className={cn(cell, "max-w-[420px] text-left font-normal max-md:max-w-[170px]")}>
        <span className="flex min-w-0 items-baseline gap-2">
          {part === "item" || part === "workstream" ? (
            <button
              type="button"
              onClick={() => onOpen(part, id)}
              disabled={presence === "gone"}
              className="truncate rounded-sm text-left decoration-1 underline-offset-2 enabled:hover:underline"
            >
              {name}
            </button>
          ) : (
            <span className="truncate font-medium">{name}</span>
          )}
          <span className="flex-none text-ink-3 text-meta max-md:hidden">
            {presence === "new"
              ? "added"
              : presence === "gone"
                ? "no longer planned"
                : part === "gate"
                  ? ""
                  : parts[part]}
          </span>
        </span>
      </th>
      <td className={cn(cell, "whitespace-nowrap text-ink-2 max-md:hidden")}>
        {baselineFinish ? sayDay(baselineFinish, today) : ""}
      </td>
      <td className={cn(cell, "whitespace-nowrap")}>{finish ? sayDay(finish, today) : ""}</td>
      <td className={cn(cell, "text-right max-md:hidden")}>{signed(startDays)}</td>
      <td className={cn(cell, "text-right max-md:hidden")}>{signed(durationDays)}</td>
      <td className={cn(cell, "text-right", (finishDays ?? 0) > 0 && part === "gate" && "text-needs-you")}>
        {signed(finishDays)}
      </td>
    </tr>
  )
}
