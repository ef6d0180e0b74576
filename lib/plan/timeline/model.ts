import { type CompiledCalendar, workingDayAt, workingIndex } from "@/lib/base/calendar/working-calendar"
import { type Day, dayIn, type Ordinal, ordinalOf } from "@/lib/base/kernel/day"
import type { WorkTest } from "@/lib/plan/roadmap/filter"
import type { AnalysedPlan } from "@/lib/plan/roadmap/plan"
import type { GateView, LinkView, PhaseView, RoadmapView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
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
  /** Where the soft tails of work, phases and gates end, by id: P80, or P90 while no percentage may be told. */
  readonly p80?: ReadonlyMap<string, Day>
}
export type TimelineView = {
  /** Which items to show; null shows all. With one, only branches that have something to show are there. */
  readonly test: WorkTest | null
  readonly isExpanded: (group: { readonly kind: "phase" | "workstream"; readonly key: string }) => boolean
  /** Only what is critical, and what it lies in. */
  readonly criticalOnly: boolean
  /** Only this work and these workstreams, such as what drives a gate, and what they lie in. */
  readonly only?: ReadonlySet<string> | null
}

/** The rows and links to draw. O(items + links). */
export function modelOf(parts: TimelineParts, view: TimelineView): TimelineModel {
  const making = makingOf(parts, view)
  const workstreams = groupedBy(parts.roadmap.workstreams, ({ phaseId }) => phaseId)
  for (const phase of parts.roadmap.phases) putPhase(making, phase, workstreams.get(phase.id) ?? [])
  return new Model(parts, making.rows, ordinalOf(parts.roadmap.today))
}

/** Rows at once; where they are, and the links, when they are first asked for. */
class Model implements TimelineModel {
  readonly extent: DaySpan
  private places: ReadonlyMap<string, number> | null = null
  private joined: readonly RowLink[] | null = null
  constructor(
    private readonly parts: TimelineParts,
    readonly rows: readonly TimelineRow[],
    readonly today: Ordinal,
  ) {
    this.extent = extentOf(parts, rows, today)
  }
  get indexOf(): ReadonlyMap<string, number> {
    this.places ??= new Map(this.rows.map(({ id }, index) => [id, index]))
    return this.places
  }
  get links(): readonly RowLink[] {
    this.joined ??= linksOf(this.parts, this.rows, this.indexOf)
    return this.joined
  }
}

/** A row of work, whose figures are looked up when they are drawn: there may be tens of thousands of them. */
class ItemRow implements TimelineRow {
  readonly kind = "item"
  readonly level = 3
  readonly expanded = undefined
  readonly gate = null
  readonly range = null
  constructor(
    private readonly making: Making,
    private readonly item: WorkItemView,
    readonly parent: number,
  ) {}
  get id() {
    return this.item.id
  }
  get name() {
    return this.item.title
  }
  get status() {
    return this.item.status
  }
  get percent() {
    return this.item.status === "dropped" ? null : this.item.percent
  }
  get span() {
    return spanOf(this.making, this.making.plan?.analysis.items.get(this.item.id))
  }
  get slack() {
    return this.making.plan?.analysis.itemSlack.get(this.item.id)?.totalSlack ?? null
  }
  get critical() {
    return this.making.plan?.analysis.itemSlack.get(this.item.id)?.critical ?? false
  }
  get baseline() {
    return spanOf(this.making, this.making.baseline?.get(this.item.id))
  }
  get p80() {
    return p80Of(this.making, this.item.id)
  }
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
  const itemsOf = groupedBy(parts.items, ({ workstreamId }) => workstreamId)
  return {
    ...{ ...parts, view, rows: [], ordinal, itemsOf, figures: figuresOf(parts.roadmap.workstreams, itemsOf) },
    gateOf: new Map(parts.roadmap.gates.map((gate) => [gate.phaseId, gate])),
  }
}

function putPhase(making: Making, phase: PhaseView, workstreams: readonly WorkstreamView[]): void {
  const { rows, view, plan, figures } = making
  const isNarrowed = view.test !== null || view.criticalOnly || Boolean(view.only)
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
  const items = view.test || view.criticalOnly || view.only ? all.filter((item) => isShown(making, item)) : all
  if (view.test && items.length === 0) return false
  if (view.criticalOnly && items.length === 0 && !slack?.critical) return false
  if (view.only && items.length === 0 && !view.only.has(id)) return false
  if (!shown) return true
  const expanded = view.isExpanded({ kind: "workstream", key })
  const place = rows.length
  rows.push({
    ...{ kind: "workstream", id, name, level: 2, parent, expanded: items.length > 0 ? expanded : undefined },
    ...{ status: figures.statusOf(id), percent: figures.percentOf(id), critical: slack?.critical ?? false },
    ...{ span: spanOf(making, plan?.analysis.workstreams.get(id)), slack: slack?.totalSlack ?? null },
    ...{ baseline: spanOf(making, making.baseline?.get(id)), p80: p80Of(making, id), gate: null, range: null },
  })
  if (expanded) for (const item of inRank(items)) rows.push(new ItemRow(making, item, place))
  return true
}

const byRank = (a: WorkItemView, b: WorkItemView): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number

/** Lists come in the order of rank nearly always; then nothing is sorted. */
function inRank(items: readonly WorkItemView[]): readonly WorkItemView[] {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1]
    const after = items[index]
    if (before && after && before.rank >= after.rank) return items.toSorted(byRank)
  }
  return items
}

function isShown({ view, plan }: Making, item: WorkItemView): boolean {
  if (view.only && !view.only.has(item.id)) return false
  if (view.criticalOnly && !plan?.analysis.itemSlack.get(item.id)?.critical) return false
  const slack = plan?.analysis.itemSlack.get(item.id)?.totalSlack ?? 0
  return view.test?.(item, slack < 0 && item.status !== "done" && item.status !== "dropped") ?? true
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
  if (!day || making.plan?.analysis.gatesWithoutWork.has(gate.id)) return null
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
  const made: RowLink[] = []
  for (const link of roadmap.links) {
    const from = rowOf(link.from)
    const to = rowOf(link.to)
    if (from === undefined || to === undefined || !rows[from]?.span || !rows[to]?.span) continue
    made.push({
      id: link.id,
      type: link.type,
      from,
      to,
      critical: plan?.analysis.criticalLinks.has(link.id) ?? false,
      fromGate: link.from.kind === "gate",
      toGate: link.to.kind === "gate",
    })
  }
  return made
}

/** From the first to the last day of whatever can be drawn, whatever a filter hides; today and the start included. */
function extentOf({ roadmap, plan, baseline, p80 }: TimelineParts, rows: readonly TimelineRow[], today: Ordinal) {
  const start = ordinalOf(roadmap.programme.startDay)
  let first = Math.min(start, today)
  let last = Math.max(start, today)
  const take = (day: Ordinal | Day | null | undefined) => {
    if (day === null || day === undefined) return
    const ordinal = typeof day === "string" ? ordinalOf(day) : day
    first = Math.min(first, ordinal)
    last = Math.max(last, ordinal)
  }
  for (const dates of plan?.analysis.phases.values() ?? []) {
    take(dates.start)
    take(dates.finish)
  }
  for (const { id } of [...roadmap.phases, ...roadmap.workstreams, ...roadmap.gates]) {
    take(baseline?.get(id)?.start)
    take(baseline?.get(id)?.finish)
    take(p80?.get(id))
  }
  for (const { gate, range } of rows) for (const day of gate ? [gate.day, gate.target, range?.latest] : []) take(day)
  take(plan?.analysis.finish)
  return { start: first, finish: last }
}
