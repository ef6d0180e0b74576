// biome-ignore-all lint/a11y/useSemanticElements: a table that is walked cell by cell is a grid to assistive technology
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the same
"use client"

import { type KeyboardEvent, useEffect, useRef } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import type { Day } from "@/lib/base/kernel/day"
import { groupBy } from "@/lib/base/kernel/group-by"
import type { CapacityLine } from "@/lib/team/capacity-rows"
import { type CapacityUnit, cellLook, sayCell } from "./capacity-cell"

export type CellPlace = { readonly line: string; readonly week: number }

type CapacityGridProps = {
  weeks: readonly Day[]
  lines: readonly CapacityLine[]
  unit: CapacityUnit
  current: CellPlace
  onCurrent: (place: CellPlace) => void
  onToggle: (line: CapacityLine) => void
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const monthOf = (week: Day) => week.slice(0, 7)

/** The weeks of each month side by side; the first month, and each January, with its year. */
function monthHeads(weeks: readonly Day[]) {
  return [...groupBy(weeks, monthOf)].map(([month, own], turn) => ({
    ...{ month, span: own.length },
    text: `${months[Number(month.slice(5)) - 1] ?? ""}${own.length > 2 && (turn === 0 || month.endsWith("-01")) ? ` ${month.slice(0, 4)}` : ""}`,
  }))
}

const tones = { short: "text-needs-you", over: "text-warn", plain: "text-ink-2" } as const

/** Roles and people by weeks; arrows walk, Enter opens a role. */
export function CapacityGrid({ weeks, lines, unit, current, onCurrent, onToggle }: CapacityGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const row = Math.max(
    0,
    lines.findIndex(({ id }) => id === current.line),
  )
  const firstOver = lines.find(({ kind }) => kind === "role")?.cells.findIndex(({ over }) => over) ?? -1
  useEffect(() => {
    const narrow = box.current && box.current.clientWidth < 640
    if (narrow && firstOver > 0) box.current?.scrollTo({ left: firstOver * 26 })
  }, [firstOver])
  const go = (nextRow: number, nextWeek: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, nextRow))]
    const week = Math.max(0, Math.min(weeks.length - 1, nextWeek))
    if (!line) return
    onCurrent({ line: line.id, week })
    box.current?.querySelector<HTMLElement>(`[data-cell="${line.id} ${week}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { week } = current
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowDown: [row + 1, week], ArrowUp: [row - 1, week], ArrowLeft: [row, week - 1] },
      ...{ ArrowRight: [row, week + 1], Home: [row, 0], End: [row, weeks.length - 1] },
    }
    const to = moves[event.key]
    const line = lines[row]
    if (to) go(to[0], to[1])
    else if (event.key === "Enter" && line?.kind === "role" && event.target instanceof HTMLTableCellElement)
      onToggle(line)
    else return
    event.preventDefault()
  }
  return (
    <div ref={box} className="min-h-0 overflow-auto">
      <table
        role="grid"
        aria-label="Capacity"
        onKeyDown={onKeyDown}
        className="border-separate border-spacing-0 text-meta"
      >
        <thead className="sticky top-0 z-20 bg-surface text-ink-2">
          <tr>
            <td className="sticky left-0 z-10 bg-surface" />
            {monthHeads(weeks).map(({ month, span, text }) => (
              <th
                key={month}
                scope="colgroup"
                colSpan={span}
                className="border-line border-l px-1 pt-1 text-left font-normal"
              >
                <span className="block w-0 whitespace-nowrap">{text}</span>
              </th>
            ))}
            <td />
          </tr>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-51 border-line border-b bg-surface px-5 pb-1 text-left font-normal max-md:min-w-36 max-md:px-4"
            >
              Role and person
            </th>
            {weeks.map((week, at) => (
              <th
                key={week}
                scope="col"
                className={cn(
                  "w-6.5 min-w-6.5 border-line border-b pb-1 text-center font-normal",
                  at === current.week && "font-semibold text-ink",
                )}
              >
                {Number(week.slice(8))}
              </th>
            ))}
            <th scope="col" className="w-full min-w-38 border-line border-b px-3 pb-1 text-left font-normal">
              In words
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, turn) => (
            <tr key={line.id}>
              <th
                scope="row"
                className="sticky left-0 z-10 h-7 max-w-56 truncate border-line border-b bg-surface px-5 text-left font-normal max-md:max-w-40 max-md:px-4"
              >
                {line.kind === "role" ? (
                  <button
                    type="button"
                    aria-expanded={line.isOpen}
                    onClick={() => onToggle(line)}
                    className="inline-flex max-w-full items-center gap-1.5 rounded-sm font-medium"
                  >
                    <Icon name={line.isOpen ? "chevron-down" : "chevron-right"} className="-ml-1" />
                    <span className="truncate">{line.name}</span>
                    <span className="font-normal text-ink-3 max-md:hidden">{line.under}</span>
                  </button>
                ) : (
                  <span className="pl-5 max-md:pl-3">
                    {line.name} <span className="text-ink-3">{line.under}</span>
                  </span>
                )}
              </th>
              {line.cells.map((cell, week) => {
                const isHere = turn === row && week === current.week
                const text = sayCell(line.kind, cell, unit)
                return (
                  <td
                    key={weeks[week]}
                    role="gridcell"
                    data-cell={`${line.id} ${week}`}
                    tabIndex={isHere ? 0 : -1}
                    onFocus={() => onCurrent({ line: line.id, week })}
                    aria-label={`${line.name}, week of ${weeks[week]}: ${text}${cell.over ? ", over" : ""}`}
                    className="h-7 border-line border-b p-px"
                  >
                    <span
                      className={cn(
                        "flex h-6.5 items-center justify-center rounded-[2px] text-[10.5px] tabular-nums",
                        cellLook(line, cell),
                        isHere && "outline-2 outline-accent",
                      )}
                    >
                      {text}
                    </span>
                  </td>
                )
              })}
              <td className={cn("whitespace-nowrap border-line border-b px-3", tones[line.words.tone])}>
                {line.words.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
