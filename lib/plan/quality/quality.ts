import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result } from "@/lib/base/kernel/result"
import { rounded } from "@/lib/base/kernel/rounded"
import { type AnalysedPlan, analysisOf, type NoPlan, type PlanParts } from "@/lib/plan/roadmap/plan"
import type { GateView, LinkView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { isFinishedBy, outOfSequence } from "./out-of-sequence"
import { pathTest } from "./path-test"
import { LONG_DAYS, type Point, type PointKey, points } from "./points"

export type QualityParts = Omit<PlanParts, "gates"> & {
  readonly gates: readonly (PlanParts["gates"][number] & Pick<GateView, "targetDay" | "name">)[]
}
/** The baseline finish of work by id; null without a baseline. */
export type BaselineFinishes = ReadonlyMap<string, Day> | null

/** What a point counts, or what its figure is made of. */
export type QualityLine = {
  readonly kind: "item" | "gate" | "link"
  readonly id: string
  /** What about it, where that differs from line to line. */
  readonly note: string
}
export type PointVerdict = "met" | "not-met" | "unknown" | "not-applicable"
export type QualityPoint = Point & {
  readonly verdict: PointVerdict
  /** In the point's unit; null where it is not known or there is nothing to judge. */
  readonly value: number | null
  /** Counted, and of how many; null for a figure that is no count. */
  readonly counted: { readonly count: number; readonly of: number } | null
  /** Why it is unknown or does not apply. */
  readonly reason: string | null
  readonly lines: readonly QualityLine[]
}
export type Quality = {
  readonly points: readonly QualityPoint[]
  /** Work that began before what it waits for was finished. */
  readonly outOfSequence: readonly QualityLine[]
}

type Found = Pick<QualityPoint, "value" | "lines"> & Partial<Pick<QualityPoint, "counted" | "reason">>

/**
 * Judges a schedule by the fourteen points (`points`). Counted is work that is planned once: items that are neither dropped,
 * milestones nor of a phase that goes on; workstreams, stages and phases are summaries. O(items + links).
 */
export function qualityOf(parts: QualityParts, statusDay: Day, baseline: BaselineFinishes): Result<Quality, NoPlan> {
  const plan = analysisOf(parts, statusDay)
  if (!plan.ok) return plan
  const counted = countedWork(parts)
  const looking: Looking = { parts, plan: plan.value, statusDay, baseline, counted, open: counted.filter(isOpen) }
  return ok({
    points: points.map((point) => judged(point, measures[point.key](looking))),
    outOfSequence: outOfSequence(parts, plan.value.analysis).map(({ id, waitsFor }) => ({
      ...{ kind: "item", id, note: `began before ${waitsFor} finished` },
    })),
  })
}

type Looking = {
  readonly parts: QualityParts
  readonly plan: AnalysedPlan
  readonly statusDay: Day
  readonly baseline: BaselineFinishes
  readonly counted: readonly WorkItemView[]
  readonly open: readonly WorkItemView[]
}

const isOpen = ({ status }: WorkItemView): boolean => status !== "done" && status !== "dropped"

function countedWork({ items, workstreams, gates }: QualityParts): readonly WorkItemView[] {
  const phases = new Map(workstreams.map(({ id, phaseId }) => [id, phaseId]))
  const gated = new Set(gates.map(({ phaseId }) => phaseId))
  return items.filter(({ status, likely, workstreamId, phaseId }) => {
    const own = phaseId ?? phases.get(workstreamId)
    return status !== "dropped" && likely !== 0 && own !== undefined && gated.has(own)
  })
}

function judged(point: Point, found: Found): QualityPoint {
  const { value, lines, counted = null, reason = null } = found
  const about = { ...point, value, lines, counted, reason }
  if (value === null) return { ...about, verdict: counted?.of === 0 ? "not-applicable" : "unknown" }
  const { is, threshold } = point
  const isMet = is === "exactly" ? value === threshold : is === "at-most" ? value <= threshold : value >= threshold
  return { ...about, verdict: isMet ? "met" : "not-met" }
}

/** So many of all; without any there is nothing to judge. */
function shareOf(lines: readonly QualityLine[], of: number, asShare: boolean, count = lines.length): Found {
  const counted = { count, of }
  if (of === 0) return { value: null, counted, lines: [], reason: "There is nothing to judge." }
  return { value: asShare ? count / of : count, counted, lines }
}
const work = (items: readonly WorkItemView[], note: (item: WorkItemView) => string = () => ""): QualityLine[] =>
  items.map((item) => ({ kind: "item", id: item.id, note: note(item) }))
const slackDays = ({ plan }: Looking, id: string): number => plan.analysis.itemSlack.get(id)?.totalSlack ?? 0

const measures: Readonly<Record<PointKey, (looking: Looking) => Found>> = {
  "open-ends": ({ parts, open }) => {
    const ends = openEnds(parts, open)
    return shareOf(ends, open.length, true)
  },
  leads: (looking) => {
    const links = openLinks(looking)
    return shareOf(
      linksWith(links, ({ lag }) => lag < 0),
      links.length,
      false,
    )
  },
  lags: (looking) => {
    const links = openLinks(looking)
    return shareOf(
      linksWith(links, ({ lag }) => lag > 0),
      links.length,
      true,
    )
  },
  "link-types": (looking) => {
    const links = openLinks(looking)
    const others = linksWith(links, ({ type }) => type !== "FS")
    return shareOf(others, links.length, true, links.length - others.length)
  },
  "hard-dates": ({ open }) => {
    const held = open.filter(({ constraintType: type }) => type && hardDates.has(type))
    return shareOf(
      work(held, ({ constraintType, constraintDay }) => `${constraintType} ${constraintDay ?? ""}`),
      open.length,
      true,
    )
  },
  "high-float": (looking) => {
    const high = looking.open.filter(({ id }) => slackDays(looking, id) > LONG_DAYS)
    return shareOf(
      work(high, ({ id }) => days(slackDays(looking, id))),
      looking.open.length,
      true,
    )
  },
  "negative-float": (looking) => {
    const late = looking.open.filter(({ id }) => slackDays(looking, id) < 0)
    return shareOf(
      work(late, ({ id }) => days(slackDays(looking, id))),
      looking.open.length,
      false,
    )
  },
  "long-work": ({ open }) => {
    const long = open.filter(({ likely }) => (likely ?? 1) > LONG_DAYS)
    return shareOf(
      work(long, ({ likely }) => days(likely ?? 1)),
      open.length,
      true,
    )
  },
  "invalid-dates": ({ counted, plan, statusDay }) => {
    const lines = counted.flatMap((item): QualityLine[] => {
      const note = invalidDate(item, plan, statusDay)
      return note === null ? [] : [{ kind: "item", id: item.id, note }]
    })
    return shareOf(lines, counted.length, false)
  },
  unassigned: ({ open }) =>
    shareOf(work(open.filter(({ ownerId, roleKey }) => ownerId === null && roleKey === null)), open.length, false),
  missed: ({ counted, baseline, statusDay }) => {
    if (!baseline) return { value: null, lines: [], reason: noBaseline }
    const due = counted.filter(({ id }) => (baseline.get(id) ?? "9999") <= statusDay)
    const missed = due.filter((item) => !isFinishedBy(item, baseline.get(item.id) ?? statusDay))
    return shareOf(
      work(missed, ({ id }) => `baseline finish ${baseline.get(id)}`),
      due.length,
      true,
    )
  },
  "path-test": ({ parts, statusDay }) => {
    const tested = pathTest(parts, statusDay)
    if (!tested.ok) return { value: null, lines: [], reason: tested.refusal }
    const { itemId, gateId, moved } = tested.value
    return {
      value: moved,
      lines: [
        { kind: "item", id: itemId, note: "made longer" },
        { kind: "gate", id: gateId, note: `moved ${days(moved)}` },
      ],
    }
  },
  cpli: ({ parts, plan, statusDay }) => {
    const indices = parts.gates.flatMap(({ id, targetDay, passedAt }) => {
      const day = plan.analysis.gates.get(id)
      if (!day || !targetDay || passedAt || plan.analysis.gatesWithoutWork.has(id)) return []
      const length = workingDaysBetween(plan.calendar, statusDay, day)
      const float = workingDaysBetween(plan.calendar, day, targetDay)
      return length > 0
        ? [{ id, value: (length + float) / length, note: `${days(length)} to it, ${days(float)} to its target` }]
        : []
    })
    const last = indices.at(-1)
    const lines = indices.map(({ id, value, note }) => ({
      kind: "gate" as const,
      id,
      note: `${rounded(value, 2)}: ${note}`,
    }))
    if (!last) return { value: null, lines, reason: "No gate ahead has a target day." }
    return { value: last.value, lines }
  },
  bei: ({ counted, baseline, statusDay }) => {
    if (!baseline) return { value: null, lines: [], reason: noBaseline }
    const due = counted.filter(({ id }) => (baseline.get(id) ?? "9999") <= statusDay)
    const unbaselined = counted.filter(({ id }) => !baseline.has(id))
    const finished = counted.filter(({ status }) => status === "done")
    const of = due.length + unbaselined.length
    const lines = [
      ...work(due.filter(isOpen), ({ id }) => `baseline finish ${baseline.get(id)}`),
      ...work(unbaselined.filter(isOpen), () => "not in the baseline"),
    ]
    if (of === 0)
      return {
        value: null,
        lines: [],
        counted: { count: finished.length, of },
        reason: "By the baseline no work is due yet.",
      }
    return { value: finished.length / of, counted: { count: finished.length, of }, lines }
  },
}

const noBaseline = "There is no baseline to compare with."
const hardDates: ReadonlySet<string> = new Set(["MSO", "MFO", "SNLT", "FNLT"])
const days = (value: number): string => `${rounded(value, 1)} d`

/** Links to what is still to be done; a link of a phase is nobody's. */
function openLinks({ parts }: Looking): readonly LinkView[] {
  const items = new Map(parts.items.map((item) => [item.id, item]))
  const passed = new Set(parts.gates.flatMap(({ id, passedAt }) => (passedAt ? [id] : [])))
  const openIn = new Set(parts.items.filter(isOpen).map(({ workstreamId }) => workstreamId))
  const some = new Set(parts.items.map(({ workstreamId }) => workstreamId))
  return parts.links.filter(({ to }) => {
    const item = items.get(to.id)
    if (to.kind === "item") return item !== undefined && isOpen(item)
    return to.kind === "gate" ? !passed.has(to.id) : openIn.has(to.id) || !some.has(to.id)
  })
}

const linksWith = (links: readonly LinkView[], is: (link: LinkView) => boolean): QualityLine[] =>
  links.filter(is).map(({ id, type, lag, lagUnit }) => ({
    ...{ kind: "link", id },
    note: lag === 0 ? type : `${type} ${lag > 0 ? "+" : ""}${lag} ${lagUnit.replace("_", " ")}`,
  }))

/**
 * Work without predecessor or successor, of itself or of its workstream; the gate of its phase is a successor where it waits
 * for the workstream.
 */
function openEnds({ links, workstreams, gates }: QualityParts, open: readonly WorkItemView[]): QualityLine[] {
  const before = new Set(links.map(({ to }) => to.id))
  const after = new Set(links.map(({ from }) => from.id))
  const gated = new Set(gates.map(({ phaseId }) => phaseId))
  const held = new Set(
    workstreams.flatMap(({ id, phaseId, holdsGate }) => (holdsGate && gated.has(phaseId) ? [id] : [])),
  )
  return open.flatMap(({ id, workstreamId }): QualityLine[] => {
    const isLed = before.has(id) || before.has(workstreamId)
    const leads = after.has(id) || after.has(workstreamId) || held.has(workstreamId)
    if (isLed && leads) return []
    const note = isLed ? "no successor" : leads ? "no predecessor" : "no predecessor, no successor"
    return [{ kind: "item", id, note }]
  })
}

function invalidDate(item: WorkItemView, { analysis }: AnalysedPlan, statusDay: Day): string | null {
  const { actualStart, actualFinish } = item
  if (actualStart && actualStart > statusDay) return `actual start ${actualStart} is in the future`
  if (actualFinish && actualFinish > statusDay) return `actual finish ${actualFinish} is in the future`
  const planned = analysis.items.get(item.id)
  if (isOpen(item) && planned && planned.finish < statusDay) return `planned finish ${planned.finish} is in the past`
  return null
}
