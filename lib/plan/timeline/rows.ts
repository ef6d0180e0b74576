import type { Ordinal } from "@/lib/base/kernel/day"
import { fixed, rounded } from "@/lib/base/kernel/rounded"
import type { WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"

/** First and last day, both inclusive. */
export type DaySpan = { readonly start: Ordinal; readonly finish: Ordinal }

/** The gate at the end of a phase, as its diamond is drawn. */
export type RowGate = {
  readonly id: string
  readonly name: string
  /** The day that the plan, or its passing, gives it. */
  readonly day: Ordinal
  readonly passed: boolean
  readonly target: Ordinal | null
  readonly p80: Ordinal | null
}
/** How long the roadmap's release thinks a phase lasts, from its planned start. */
export type PhaseRange = {
  readonly weeksFrom: number
  /** Null for a phase that goes on. */
  readonly weeksTo: number | null
  /** The last day when it takes `weeksFrom`, and when it takes `weeksTo`. */
  readonly earliest: Ordinal
  readonly latest: Ordinal | null
  /** Weeks of five working days that the plan is over (positive) or under (negative) the range; 0 inside it. */
  readonly weeksOutside: number
}

/** One line of the timeline. What has no dates (nothing planned, links in a circle) has no bar. */
export type TimelineRow = {
  readonly kind: "phase" | "workstream" | "item"
  readonly id: string
  readonly name: string
  /** 1 for phases. */
  readonly level: number
  /** Index of the row it lies in, or -1. */
  readonly parent: number
  /** Undefined where nothing can be unfolded. */
  readonly expanded: boolean | undefined
  readonly status: WorkStatus
  readonly span: DaySpan | null
  /** 0 to 100, claimed; null when nothing is planned. */
  readonly percent: number | null
  /** Working days by which it may slip before the finish does; null when not known. */
  readonly slack: number | null
  readonly critical: boolean
  readonly baseline: DaySpan | null
  /** Where its soft tail ends: P80, or P90 while the estimates are too uncertain to tell a percentage. */
  readonly p80: Ordinal | null
  readonly gate: RowGate | null
  readonly range: PhaseRange | null
}

/** A link between two rows that are both there, by their places. */
export type RowLink = {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Whether the end of it is the gate of its row, not the bar. */
  readonly fromGate: boolean
  readonly toGate: boolean
  readonly type: "FS" | "SS" | "FF" | "SF"
  readonly critical: boolean
}

/** Everything the timeline draws. Plain values: it can be drawn on screen, as a picture, or as a page. */
export type TimelineModel = {
  readonly rows: readonly TimelineRow[]
  readonly links: readonly RowLink[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly today: Ordinal
  /** The first and last day of all that is drawn. */
  readonly extent: DaySpan
}

/** Where the plan of a phase lies against its range, in words; null inside it. */
export function sayRange({ weeksFrom, weeksTo, weeksOutside }: PhaseRange): string | null {
  if (Math.abs(weeksOutside) < 0.05) return null
  const amount = Math.abs(weeksOutside)
  const weeks = amount < 10 ? String(rounded(amount, 1)) : fixed(amount, 0)
  const range = weeksTo === null ? `${weeksFrom}+` : `${weeksFrom}-${weeksTo}`
  return `${weeks} ${weeks === "1" ? "week" : "weeks"} ${weeksOutside > 0 ? "over" : "under"} the typical ${range}`
}

/** A row in words, for those who do not see its bar: name, dates, progress, and what stands out. */
export function sayRow(row: TimelineRow, sayDay: (day: Ordinal) => string): string {
  const { name, span, percent, critical, gate, range, p80, slack } = row
  const until = gate?.passed ? null : (gate?.p80 ?? p80)
  return [
    name,
    span ? `${sayDay(span.start)} to ${sayDay(span.finish)}` : "no dates",
    ...(percent === null ? [] : [`${rounded(percent)}% done`]),
    ...(critical ? ["critical"] : []),
    ...(slack !== null && slack < 0 ? [`${rounded(-slack, 1)} working days late`] : []),
    ...(gate ? [`${gate.name} ${gate.passed ? "passed" : "planned"} ${sayDay(gate.day)}`] : []),
    ...(gate?.target && !gate.passed ? [`target ${sayDay(gate.target)}`] : []),
    ...(until === null ? [] : [`forecast until ${sayDay(until)}`]),
    ...[range ? sayRange(range) : null].filter((words) => words !== null),
  ].join(", ")
}

/** The same as lines for a hint: the name first, then dates, progress and slack, and what stands beside the bar. */
export function tipOf(row: TimelineRow, sayDay: (day: Ordinal) => string): readonly string[] {
  const { name, span, percent, critical, slack, baseline, gate, p80 } = row
  const days = (value: number) => `${rounded(value, 1)} working ${Math.abs(rounded(value, 1)) === 1 ? "day" : "days"}`
  const until = gate?.passed ? null : (gate?.p80 ?? p80)
  const said = slack === null || row.status === "done" ? null : `${days(slack)} of slack${critical ? ", critical" : ""}`
  return [
    name,
    span ? `${sayDay(span.start)} to ${sayDay(span.finish)}` : "No dates",
    ...(percent === null ? [] : [`${rounded(percent)}% done`]),
    ...(said === null ? [] : [said]),
    ...(baseline ? [`Baseline ${sayDay(baseline.start)} to ${sayDay(baseline.finish)}`] : []),
    ...(gate ? [`${gate.name} ${gate.passed ? "passed" : "planned"} ${sayDay(gate.day)}`] : []),
    ...(gate?.target && !gate.passed ? [`Target ${sayDay(gate.target)}`] : []),
    ...(until === null ? [] : [`Forecast until ${sayDay(until)}`]),
  ]
}
