import { type CompiledCalendar, workingDayAt, workingIndex } from "@/lib/calendar/working-calendar"
import { type Day, dayIn, type Ordinal, ordinalOf } from "@/lib/kernel/day"
import type { WorkTest } from "@/lib/roadmap/filter"
import type { AnalysedPlan } from "@/lib/roadmap/plan"
import type { GateView, LinkView, PhaseView, RoadmapView, WorkstreamView } from "@/lib/roadmap/views"
import type { WorkItemView } from "@/lib/roadmap/work-item"
import { type Figures, figuresOf, groupedBy } from "./figures"
import type { DaySpan, PhaseRange, RowGate, RowLink, TimelineModel, TimelineRow } from "./rows"

/** First and last day of a piece of work in a kept baseline. */
export type BaselineDates = { readonly start: Day; readonly finish: Day }

export type TimelineParts = {
  readonly roadmap: Pick<RoadmapView, "programme" | "phases" | "gates" | "workstreams" | "today"> & {
    readonly links: readonly LinkView[]
  }
  readonly items: readonly WorkItemView[]
  /** Null while the links go round in a circle. */
  readonly plan: AnalysedPlan | null
  /** Where work, phases and gates lay when a baseline was kept, by id; a gate starts and finishes on its day. */
  readonly baseline?: ReadonlyMap<string, BaselineDates>
  /** The days by which work, phases and gates are there in 80 of 100 trials, by id. */
  readonly p80?: ReadonlyMap<string, Day>
}
export type TimelineView = {
  /** Which items to show; null shows all. With one, only branches that have something to show are there. */
  readonly test: WorkTest | null
  readonly isExpanded: (group: { readonly kind: "phase" | "workstream"; readonly key: string }) => boolean
  /** Only what is critical, and what it lies in. */
  readonly criticalOnly: boolean
}

/** The rows and links to draw. O(items + links). */
export function modelOf(parts: TimelineParts, view: TimelineView): TimelineModel {
  const making = makingOf(parts, view)
  const workstreams = groupedBy(parts.roadmap.workstreams, ({ phaseId }) => phaseId)
  for (const phase of parts.roadmap.phases) putPhase(making, phase, workstreams.get(phase.id) ?? [])
  const { rows } = making
  const indexOf = new Map(rows.map(({ id }, index) => [id, index]))
  const today = ordinalOf(parts.roadmap.today)
  return { rows, indexOf, today, links: linksOf(parts, rows, indexOf), extent: extentOf(parts, rows, today) }
}

type Making = TimelineParts & {
  readonly view: TimelineView
  readonly rows: TimelineRow[]
  readonly figures: Figures
  readonly itemsOf: ReadonlyMap<string, readonly WorkItemView[]>
  readonly gateOf: ReadonlyMap<string, GateView>
  readonly ordinal: (day: Day) => Ordinal
}

function makingOf(parts: TimelineParts, view: TimelineView): Making {
  const known = new Map<Day, Ordinal>()
  const ordinal = (day: Day): Ordinal => {
    const found = known.get(day)
    if (found !== undefined) return found
    const made = ordinalOf(day)
    known.set(day, made)
    return made
  }
  return {
    ...{ ...parts, view, rows: [], ordinal, figures: figuresOf(parts) },
    itemsOf: groupedBy(parts.items, ({ workstreamId }) => workstreamId),
    gateOf: new Map(parts.roadmap.gates.map((gate) => [gate.phaseId, gate])),
  }
}

function putPhase(making: Making, phase: PhaseView, workstreams: readonly WorkstreamView[]): void {
  const { rows, view, plan, figures } = making
  const isNarrowed = view.test !== null || view.criticalOnly
  const expanded = view.isExpanded({ kind: "phase", key: phase.key })
  const place = rows.length
  const span = spanOf(making, plan?.analysis.phases.get(phase.id))
  const gate = making.gateOf.get(phase.id)
  rows.push({
    ...{ kind: "phase", id: phase.id, name: `Phase ${phase.number} ${phase.name}`, level: 1, parent: -1 },
    ...{ expanded: workstreams.length > 0 ? expanded : undefined, span },
    ...{ status: figures.statusOf(phase.id), percent: figures.percentOf(phase.id), slack: null, critical: false },
    ...{ baseline: spanOf(making, making.baseline?.get(phase.id)), p80: p80Of(making, phase.id) },
    gate: gate && span ? gateOf(making, gate) : null,
    range: span && plan ? rangeOf(phase, span, plan.calendar) : null,
  })
  let shown = 0
  for (const workstream of workstreams) if (putWorkstream(making, workstream, place, expanded)) shown++
  if (isNarrowed && shown === 0) rows.length = place
}

/** Puts the rows of a workstream, unless its phase is folded; true when there is something to show. */
function putWorkstream(making: Making, workstream: WorkstreamView, parent: number, shown: boolean): boolean {
  const { rows, view, plan, figures } = making
  const { id, key, name } = workstream
  const all = making.itemsOf.get(id) ?? []
  const slack = plan?.analysis.workstreamSlack.get(id)
  const items = view.test || view.criticalOnly ? all.filter((item) => isShown(making, item)) : all
  if (view.test && items.length === 0) return false
  if (view.criticalOnly && items.length === 0 && !slack?.critical) return false
  if (!shown) return true
  const expanded = view.isExpanded({ kind: "workstream", key })
  const place = rows.length
  rows.push({
    ...{ kind: "workstream", id, name, level: 2, parent, expanded: items.length > 0 ? expanded : undefined },
    ...{ status: figures.statusOf(id), percent: figures.percentOf(id), critical: slack?.critical ?? false },
    ...{ span: spanOf(making, plan?.analysis.workstreams.get(id)), slack: slack?.totalSlack ?? null },
    ...{ baseline: spanOf(making, making.baseline?.get(id)), p80: p80Of(making, id), gate: null, range: null },
  })
  if (expanded) for (const item of items.toSorted(byRank)) rows.push(itemRow(making, item, place))
  return true
}

function itemRow(making: Making, item: WorkItemView, parent: number): TimelineRow {
  const { id, title, status } = item
  const slack = making.plan?.analysis.itemSlack.get(id)
  return {
    ...{ kind: "item", id, name: title, level: 3, parent, expanded: undefined, status, gate: null, range: null },
    ...{ span: spanOf(making, making.plan?.analysis.items.get(id)), critical: slack?.critical ?? false },
    ...{ percent: status === "dropped" ? null : item.percent, slack: slack?.totalSlack ?? null },
    ...{ baseline: spanOf(making, making.baseline?.get(id)), p80: p80Of(making, id) },
  }
}

const byRank = (a: WorkItemView, b: WorkItemView): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number

function isShown({ view, plan }: Making, item: WorkItemView): boolean {
  if (view.criticalOnly && !plan?.analysis.itemSlack.get(item.id)?.critical) return false
  const finish = plan?.analysis.items.get(item.id)?.finish
  const until = plan && finish && finish > plan.day ? finish : plan?.day
  const isLate = item.deadline !== null && until !== undefined && until > item.deadline
  return view.test?.(item, isLate && item.status !== "done" && item.status !== "dropped") ?? true
}

function spanOf({ ordinal }: Making, dates: BaselineDates | undefined): DaySpan | null {
  return dates ? { start: ordinal(dates.start), finish: ordinal(dates.finish) } : null
}

function p80Of({ p80, ordinal }: Making, id: string): Ordinal | null {
  const day = p80?.get(id)
  return day ? ordinal(day) : null
}

function gateOf(making: Making, gate: GateView): RowGate | null {
  const planned = making.plan?.analysis.gates.get(gate.id)
  const passedOn = gate.passedAt ? dayIn(making.roadmap.programme.timeZone, new Date(gate.passedAt)) : null
  const day = passedOn ?? planned
  if (!day) return null
  return {
    ...{ id: gate.id, name: gate.name, day: making.ordinal(day), passed: passedOn !== null },
    ...{ target: gate.targetDay ? making.ordinal(gate.targetDay) : null, p80: p80Of(making, gate.id) },
  }
}

/** A week counts five working days, whatever the calendar's own week. */
function rangeOf(phase: PhaseView, { start, finish }: DaySpan, calendar: CompiledCalendar): PhaseRange | null {
  const { weeksFrom, weeksTo } = phase
  if (weeksFrom === null) return null
  const begin = workingIndex(calendar, start)
  const lastOf = (weeks: number) => workingDayAt(calendar, begin + weeks * 5 - 1)
  const weeks = (workingIndex(calendar, finish + 1) - begin) / 5
  const over = weeksTo === null ? 0 : Math.max(0, weeks - weeksTo)
  const under = Math.min(0, weeks - weeksFrom)
  return {
    ...{ weeksFrom, weeksTo, earliest: lastOf(weeksFrom), latest: weeksTo === null ? null : lastOf(weeksTo) },
    weeksOutside: over || under,
  }
}

function linksOf(
  { roadmap, plan }: TimelineParts,
  rows: readonly TimelineRow[],
  indexOf: ReadonlyMap<string, number>,
): RowLink[] {
  const phaseOf = new Map(roadmap.gates.map(({ id, phaseId }) => [id, phaseId]))
  const rowOf = ({ kind, id }: LinkView["from"]) => indexOf.get(kind === "gate" ? (phaseOf.get(id) ?? "") : id)
  return roadmap.links.flatMap((link) => {
    const from = rowOf(link.from)
    const to = rowOf(link.to)
    if (from === undefined || to === undefined || !rows[from]?.span || !rows[to]?.span) return []
    const critical = plan?.analysis.criticalLinks.has(link.id) ?? false
    const ends = { fromGate: link.from.kind === "gate", toGate: link.to.kind === "gate" }
    return [{ ...{ id: link.id, type: link.type, from, to, critical }, ...ends }]
  })
}

/** From the first to the last day of whatever is drawn, today and the programme's start included. */
function extentOf({ roadmap, plan }: TimelineParts, rows: readonly TimelineRow[], today: Ordinal): DaySpan {
  const start = ordinalOf(roadmap.programme.startDay)
  let first = Math.min(start, today)
  let last = Math.max(start, today)
  const take = (day: Ordinal | null | undefined) => {
    if (day === null || day === undefined) return
    if (day < first) first = day
    if (day > last) last = day
  }
  for (const { span, baseline, p80, gate, range } of rows) {
    for (const each of [span, baseline]) if (each) [each.start, each.finish].forEach(take)
    for (const day of [p80, gate?.day, gate?.target, gate?.p80, range?.latest]) take(day)
  }
  take(plan?.analysis.finish ? ordinalOf(plan.analysis.finish) : null)
  return { start: first, finish: last }
}
