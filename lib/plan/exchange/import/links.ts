import { findCycle } from "@/lib/plan/schedule/cycles"
import type { NetworkShape, NodeRef } from "@/lib/plan/schedule/network"
import { phaseLinks } from "@/lib/plan/schedule/phase-links"
import { networkOf } from "../export/plan-times"
import type { FileLink, FileTask } from "../mspdi/project-file"
import { isElapsedFormat, isPercentFormat, MINUTES_PER_DAY } from "../mspdi/values"
import { linksIn } from "./connectors"
import type { ChangedLink, NewLink, PlannedEnd } from "./import-plan"
import type { Places } from "./places"
import { nameOf, type Reading } from "./reading"
import { counted } from "./remarks"
import { sayLag } from "./say-lag"

export type PlannedLinks = {
  readonly added: readonly NewLink[]
  readonly changed: readonly ChangedLink[]
  readonly same: number
}
/** The largest lag here, in its own unit. */
const MOST_LAG = 1_000
/** A link between summaries is told by at most so many links between their workstreams. */
const MOST_PAIRS = 50

/** An end as a word: equal for the same record, whether it is here or is to be made. */
const endKey = (end: PlannedEnd): string =>
  end.kind === "new-item"
    ? `new-item ${end.uid}`
    : end.kind === "new-workstream"
      ? `new-workstream ${end.name}`
      : `${end.kind} ${end.id}`

/** Turns the links of a file into links here, beside those that are here already. */
export function linksOf(reading: Reading, places: Places): PlannedLinks {
  const existing = new Map(reading.plan.links.map((each) => [linkKey(each.from, each.to, each.type), each]))
  const added = new Map<string, NewLink>()
  const changed: ChangedLink[] = []
  // A gate waits for the work of its phase without a link.
  const seen = new Set(phaseLinks(networkOf(reading.plan)).map(({ from, to, type }) => linkKey(from, to, type)))
  let same = 0
  for (const { link, to } of linksIn(reading.file, reading.outline))
    for (const { from, to: end, lag, lagUnit } of pairsOf(reading, places, link, to)) {
      const key = linkKey(from, end, link.type)
      if (seen.has(key)) continue
      seen.add(key)
      const here = existing.get(key)
      if (!here) added.set(key, { from, to: end, type: link.type, lag, lagUnit })
      else if (here.lag === lag && (lag === 0 || here.lagUnit === lagUnit)) same += 1
      else {
        const before = { lag: here.lag, lagUnit: here.lagUnit }
        changed.push({ id: here.id, version: here.version, lag, lagUnit, before })
      }
    }
  return { added: [...added.values()], changed, same }
}

const linkKey = (from: PlannedEnd, to: PlannedEnd, type: string) => `${endKey(from)} ${type} ${endKey(to)}`

function pairsOf(reading: Reading, places: Places, link: FileLink, to: FileTask) {
  const { outline, remarks } = reading
  const from = outline.byUid.get(link.fromUid)
  const what = `A link from ${from ? `"${nameOf(from)}"` : "a task that is not in the file"}`
  if (link.crossProject || !from || from.external || to.external) {
    remarks.leave(nameOf(to), what, from ? "It refers to another file." : "Its other task is missing.")
    return []
  }
  const [sources, targets] = [places.endsOf(from), places.endsOf(to)]
  const pairs = sources.flatMap((source) =>
    targets.flatMap((target) => (endKey(source) === endKey(target) ? [] : [{ from: source, to: target }])),
  )
  if (pairs.length === 0 || pairs.length > MOST_PAIRS) {
    remarks.leave(
      nameOf(to),
      what,
      pairs.length > MOST_PAIRS
        ? "It connects too many workstreams."
        : "Both tasks map to one workstream, or one has no work.",
    )
    return []
  }
  if (pairs.length > 1)
    remarks.change(
      nameOf(to),
      `${what} is imported as ${pairs.length} links.`,
      "A summary of summaries maps to several workstreams.",
    )
  const lag = lagOf(reading, link, from, to)
  return pairs.map((pair) => ({ ...pair, ...lag }))
}

type Lag = Pick<NewLink, "lag" | "lagUnit">
const within = (lag: number): number => Math.min(Math.max(Math.round(lag), -MOST_LAG), MOST_LAG) || 0

/** The lag in the unit that the file has, as a whole number of it; what that changes is said. */
function lagOf(reading: Reading, link: FileLink, from: FileTask, to: FileTask): Lag {
  if (link.lag === 0) return { lag: 0, lagUnit: "days" }
  const exact = exactLag(reading, link)
  const known = exact.find(({ lag }) => isWhole(lag) && Math.abs(lag) <= MOST_LAG)
  if (known) return { ...known, lag: within(known.lag) }
  const nearest = exact.findLast(({ lag }) => Math.abs(lag) <= MOST_LAG) ?? workingDaysOf(reading, link, from)
  const lag = { ...nearest, lag: within(nearest.lag) }
  reading.remarks.change(
    nameOf(to),
    `The lag after "${nameOf(from)}" is imported as ${sayUnits[lag.lagUnit](lag.lag)} instead of ${sayLag(link, reading.file)}.`,
    "Lags are whole numbers of days, hours, percent or elapsed days, up to 1,000.",
  )
  return lag
}

const isWhole = (lag: number): boolean => Math.abs(lag - Math.round(lag)) < 1e-3
const sayUnits: Record<Lag["lagUnit"], (lag: number) => string> = {
  days: (lag) => counted(lag, "working day"),
  hours: (lag) => counted(lag, "working hour"),
  percent: (lag) => `${lag}%`,
  elapsed_days: (lag) => counted(lag, "elapsed day"),
}

/** Hours, or hours that Project marks as estimated. */
const isHourFormat = (format: number | null): boolean => format === 5 || format === 37

/** The same lag in the units that say it, that of the file first and the nearest last; none for a share of an elapsed duration. */
function exactLag({ dayMinutes }: Reading, { lag, lagFormat }: FileLink): readonly Lag[] {
  const isElapsed = isElapsedFormat(lagFormat)
  if (isPercentFormat(lagFormat)) return isElapsed ? [] : [{ lag, lagUnit: "percent" }]
  const minutes = lag / 10
  if (isElapsed) return [{ lag: minutes / MINUTES_PER_DAY, lagUnit: "elapsed_days" }]
  // A working day here has eight hours, whatever it has in the file.
  const days: Lag = { lag: minutes / dayMinutes, lagUnit: "days" }
  const hours: Lag = { lag: (8 * minutes) / dayMinutes, lagUnit: "hours" }
  return isHourFormat(lagFormat) ? [hours, days, hours] : [days, hours]
}

/** In working days, where the file's own plan has the task that it counts from. */
function workingDaysOf({ spans, dayMinutes, outline }: Reading, link: FileLink, from: FileTask): Lag {
  const last = from.summary ? (outline.leavesOf.get(from.uid) ?? []).at(-1) : from
  const anchor = link.type[0] === "F" ? (last?.earlyFinish ?? last?.finish) : (last?.earlyStart ?? last?.start)
  const minutes = spans.lagFrom(link, from, anchor ? Math.round(spans.clock.minutesAt(anchor)) : 0)
  return { lag: minutes / dayMinutes, lagUnit: "days" }
}

/**
 * The members of a circle that the links of a file close together with those that are here, by name in the order in
 * which each waits for the one before; null when there is none.
 */
export function circleOf(reading: Reading, places: Places, added: readonly NewLink[]): readonly string[] | null {
  const { plan, outline } = reading
  const nodeOf = (end: PlannedEnd): NodeRef =>
    end.kind === "new-item"
      ? { kind: "item", id: endKey(end) }
      : end.kind === "new-workstream"
        ? { kind: "workstream", id: endKey(end) }
        : end
  const made = [...places.items.values()].filter(({ existing }) => existing === null)
  const shape: NetworkShape = {
    items: [
      ...plan.items,
      ...made.map(({ task, workstream }) => ({ id: `new-item ${task.uid}`, workstreamId: nodeOf(workstream).id })),
    ],
    workstreams: [
      ...plan.workstreams,
      ...[...places.newWorkstreams.keys()].map((name) => ({ id: `new-workstream ${name}` })),
    ],
    gates: plan.gates,
    links: [...plan.links, ...added.map(({ from, to, type }) => ({ from: nodeOf(from), to: nodeOf(to), type }))],
  }
  const names = new Map([
    ...plan.items.map(({ id, title }) => [id, title] as const),
    ...[...plan.workstreams, ...plan.gates].map(({ id, name }) => [id, name] as const),
  ])
  const nameOfNode = ({ id }: NodeRef) =>
    names.get(id) ?? outline.byUid.get(Number(id.replace("new-item ", "")))?.name ?? id.replace("new-workstream ", "")
  return findCycle(shape)?.map(nameOfNode) ?? null
}
