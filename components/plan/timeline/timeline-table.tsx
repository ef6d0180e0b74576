"use client"

import { useRef } from "react"
import { useRowWindow } from "@/components/table/row-window"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { type CompiledCalendar, workingIndex } from "@/lib/base/calendar/working-calendar"
import { ordinalOf } from "@/lib/base/kernel/day"
import { rounded } from "@/lib/base/kernel/rounded"
import type { WorkSlack } from "@/lib/plan/roadmap/slack"
import type { GateView } from "@/lib/plan/roadmap/views"
import { ROW_HEIGHT } from "@/lib/plan/timeline/marks"
import { sayRange, type TimelineModel, type TimelineRow } from "@/lib/plan/timeline/rows"

type TimelineTableProps = {
  readonly model: TimelineModel
  /** What the soft tail is. */
  readonly tail: "p80" | "p90"
  /** What the plan is compared with. */
  readonly baselineName: string | null
  readonly calendar: CompiledCalendar | null
  /** Of work and workstreams by id; null while there are no dates. */
  readonly slack: ReadonlyMap<string, WorkSlack> | null
  readonly nameOf: (id: string) => string
  readonly gates: readonly GateView[]
  readonly sayDay: (day: number) => string
  readonly currentId: string | null
  readonly onOpen: (row: TimelineRow) => void
  readonly onFold: (row: TimelineRow) => void
}

type Cell = { readonly head: string; readonly number?: boolean; readonly of: (row: TimelineRow) => string }

/** The plan as a table, for reading: the same rows as the chart, with their dates and slack in words. */
export function TimelineTable(props: TimelineTableProps) {
  const { model } = props
  const box = useRef<HTMLDivElement>(null)
  const { first, last, follow } = useRowWindow(box, model.rows.length, ROW_HEIGHT)
  const cells = cellsOf(props)
  return (
    <div ref={box} onScroll={(event) => follow(event.currentTarget.scrollTop)} className="min-h-0 flex-1 overflow-auto">
      <table aria-rowcount={model.rows.length + 1} className="w-full min-w-max border-separate border-spacing-0">
        <caption className="sr-only">Plan: dates, slack and progress of phases, workstreams and work items</caption>
        <thead>
          <tr aria-rowindex={1} className="h-[30px] text-left text-ink-3 text-meta">
            <th
              scope="col"
              className={cn(headLook, "left-0 z-20 min-w-[220px] border-r pl-5 max-md:min-w-[150px] max-md:pl-3")}
            >
              Name
            </th>
            {cells.map(({ head, number }) => (
              <th key={head} scope="col" className={cn(headLook, "px-3", number && "text-right")}>
                <span className="block max-w-[260px] truncate">{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {model.rows.slice(first, last).map((row, index) => (
            <Line key={row.id} {...props} row={row} cells={cells} position={first + index} />
          ))}
          <Gap rows={model.rows.length - last} />
        </tbody>
      </table>
    </div>
  )
}

const headLook = "sticky top-0 z-10 border-line border-b bg-surface font-normal"

/** The room of the rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? <tr style={{ height: rows * ROW_HEIGHT }} /> : null
}

type LineProps = Omit<TimelineTableProps, "model"> & { row: TimelineRow; cells: readonly Cell[]; position: number }

function Line({ row, cells, position, currentId, onOpen, onFold }: LineProps) {
  const isPhase = row.kind === "phase"
  const ground = row.id === currentId ? "bg-selected" : isPhase ? "bg-sunken" : "bg-surface"
  return (
    <tr aria-rowindex={position + 2} className={cn("h-row", isPhase && "font-semibold")}>
      <th
        scope="row"
        style={{ paddingLeft: (row.level - 1) * 14 + 4 }}
        className={cn(
          "sticky left-0 z-[5] border-line border-r border-b pr-3 text-left",
          isPhase ? "font-semibold" : "font-normal",
          ground,
        )}
      >
        <span className="flex max-w-[320px] items-center max-md:max-w-[150px]">
          <button
            type="button"
            aria-label={`${row.expanded ? "Collapse" : "Expand"} ${row.name}`}
            aria-expanded={row.expanded}
            onClick={() => onFold(row)}
            className={cn(
              "flex size-6 flex-none items-center justify-center text-ink-3",
              row.expanded === undefined && "invisible",
            )}
          >
            <Icon name={row.expanded ? "chevron-down" : "chevron-right"} size={12} />
          </button>
          {isPhase ? (
            <span className="truncate">{row.name}</span>
          ) : (
            <button type="button" onClick={() => onOpen(row)} className="truncate text-left hover:underline">
              {row.name}
            </button>
          )}
        </span>
      </th>
      {cells.map(({ head, number, of }) => (
        <td key={head} className={cn("whitespace-nowrap border-line border-b px-3", ground, number && "text-right")}>
          {of(row)}
        </td>
      ))}
    </tr>
  )
}

/** Only columns that have something to say are there. */
function cellsOf(props: TimelineTableProps): readonly Cell[] {
  const { model, tail, baselineName, calendar, sayDay } = props
  const day = (value: number | null | undefined) => (value === null || value === undefined ? "" : sayDay(value))
  const length = ({ span }: TimelineRow) =>
    span && calendar ? workingIndex(calendar, span.finish + 1) - workingIndex(calendar, span.start) : null
  const variance = ({ span, baseline }: TimelineRow) =>
    span && baseline && calendar
      ? workingIndex(calendar, span.finish + 1) - workingIndex(calendar, baseline.finish + 1)
      : null
  const { rows } = model
  return [
    { head: "Start", of: ({ span }) => day(span?.start) },
    { head: "Finish", of: ({ span }) => day(span?.finish) },
    { head: "Days", number: true, of: (row) => `${length(row) ?? ""}` },
    { head: "Done", number: true, of: ({ percent }) => (percent === null ? "" : `${rounded(percent)}%`) },
    ...slackCells(props),
    ...(rows.some(({ p80, gate }) => p80 ?? gate?.p80)
      ? [{ head: tail.toUpperCase(), of: (row: TimelineRow) => day(row.gate?.p80 ?? row.p80) }]
      : []),
    ...(rows.some(({ baseline }) => baseline)
      ? [
          {
            head: `Baseline finish${baselineName ? `, ${baselineName}` : ""}`,
            of: ({ baseline }: TimelineRow) => day(baseline?.finish),
          },
          { head: "Days late", number: true, of: (row: TimelineRow) => signed(variance(row)) },
        ]
      : []),
    { head: "Gate", of: ({ gate }) => (gate ? `${gate.name}${gate.passed ? " passed" : ""} ${day(gate.day)}` : "") },
    { head: "Notes", of: ({ range }) => (range ? (sayRange(range) ?? "") : "") },
  ]
}

/** Late dates, slack to the finish and to the target of each gate ahead, and what holds it. */
function slackCells({ slack, nameOf, gates, sayDay }: TimelineTableProps): readonly Cell[] {
  const of = ({ id }: TimelineRow) => slack?.get(id)
  const late = (day: WorkSlack["lateStart"] | undefined) => (day ? sayDay(ordinalOf(day)) : "")
  const ahead = gates.filter(({ passedAt, targetDay }) => passedAt === null && targetDay !== null)
  return [
    { head: "Late start", of: (row) => late(of(row)?.lateStart) },
    { head: "Late finish", of: (row) => late(of(row)?.lateFinish) },
    { head: "Total slack", number: true, of: (row) => sayDays(row.slack) },
    { head: "Free slack", number: true, of: (row) => sayDays(of(row)?.freeSlack) },
    { head: "Critical", of: (row) => (row.critical ? "critical" : of(row)?.nearCritical ? "near-critical" : "") },
    { head: "Driven by", of: (row) => nameOf(of(row)?.drivenBy?.node.id ?? "") },
    ...ahead.map(({ id, name }) => ({
      head: `Slack to ${name} target`,
      number: true,
      of: (row: TimelineRow) => sayDays(of(row)?.gates.find(({ gateId }) => gateId === id)?.slack),
    })),
  ]
}

const sayDays = (days: number | null | undefined): string =>
  days === null || days === undefined ? "" : `${rounded(days, 1)}`
const signed = (days: number | null): string => (days === null ? "" : days > 0 ? `+${days}` : `${days}`)
