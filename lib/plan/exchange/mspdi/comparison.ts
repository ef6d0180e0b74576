import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { analyseTicks, type TickTimes } from "@/lib/plan/schedule/tick-analysis"
import type { ComparedField } from "./compared-fields"
import { comparisonNetwork, dayZero, everyDay, type Placed } from "./comparison-network"
import { type DifferenceWords, reasonsFor } from "./difference-reasons"
import { type Outline, outlineOf } from "./outline"
import type { FileTask, ProjectFile } from "./project-file"
import { firstMomentOf, type Spans, spansOf } from "./spans"
import type { LocalMinute } from "./values"

export type Tally = { readonly equal: number; readonly total: number }

/** One answer that differs. Moments in the time of the file, slack in minutes of working time. */
export type Difference = {
  readonly field: ComparedField
  readonly here: number | boolean
  readonly file: number | boolean
}
export type DifferingTask = {
  readonly task: FileTask
  readonly differences: readonly Difference[]
  readonly why: string
}

/** What this product's engine answers for the plan of a file beside what the file itself says. */
export type Comparison = {
  readonly tallies: Readonly<Record<ComparedField, Tally>>
  /** Tasks all of whose answers are equal, of those that were compared. */
  readonly tasks: Tally
  readonly differing: readonly DifferingTask[]
}
export type ComparisonRefusal =
  | { readonly code: "cycle"; readonly members: readonly FileTask[] }
  | { readonly code: "beyond-calendar" }

type Times = Omit<TickTimes, "lateStart">
/** As often as durations that depend on where they lie are looked at again. */
const MOST_ROUNDS = 12

/**
 * Plans the links, durations and constraints of a file with this product's own engine, in minutes of the file's own
 * calendar, and holds the answers against those in the file. Nothing that the file says about its early or late dates
 * or slack goes into the plan. Durations in another calendar are settled by planning again until nothing moves.
 */
export function compare(file: ProjectFile): Result<Comparison, ComparisonRefusal> {
  const outline = outlineOf(file)
  const spans = spansOf(file)
  const first = firstMomentOf(file)
  const origin = Number.isFinite(first) ? Math.round(spans.clock.minutesAt(first)) : 0
  const planned = settled({ file, outline, spans }, origin)
  if (!planned.ok) return planned
  const times = withSummaries(file, outline, planned.value)
  const clock = { at: (moment: LocalMinute) => Math.round(spans.clock.minutesAt(moment)) - origin, spans, origin }
  const compared = file.tasks.flatMap((task) => {
    const own = times.get(task.uid)
    return own && task.active && !task.external ? [{ task, ...differencesOf(file, task, own, clock) }] : []
  })
  return ok(tallied(file, outline, spans, compared))
}

function settled(input: { file: ProjectFile; outline: Outline; spans: Spans }, origin: number) {
  let placed: Placed = () => undefined
  let times: ReadonlyMap<string, TickTimes> = new Map()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const network = comparisonNetwork(input, placed, origin)
    const options = { programmeStart: dayZero, statusDate: dayZero, calendar: everyDay }
    const analysis = analyseTicks(network, options)
    if (!analysis.ok) return refusedBy(analysis.refusal, input.outline)
    const next = analysis.value.itemTicks
    const isSame = round > 0 && input.outline.leaves.every(({ uid }) => sameTimes(times, next, String(uid)))
    times = next
    if (isSame) break
    placed = (uid) => {
      const at = next.get(String(uid)) ?? next.get(`end ${uid}`)
      return at && { start: at.earlyStart, finish: at.earlyFinish }
    }
  }
  return ok(
    new Map(
      input.outline.leaves.flatMap(({ uid }) => {
        const own = times.get(String(uid))
        return own ? [[uid, own] as const] : []
      }),
    ),
  )
}

const sameTimes = (a: ReadonlyMap<string, TickTimes>, b: ReadonlyMap<string, TickTimes>, id: string) =>
  a.get(id)?.earlyStart === b.get(id)?.earlyStart && a.get(id)?.earlyFinish === b.get(id)?.earlyFinish

type EngineRefusal = { readonly code: string; readonly members?: readonly { readonly id: string }[] }
function refusedBy({ code, members = [] }: EngineRefusal, { byUid }: Outline) {
  if (code !== "cycle") return refuse({ code: "beyond-calendar" } as const)
  const tasks = members.flatMap(({ id }) => byUid.get(Number(id.split(" ").at(-1))) ?? [])
  return refuse({ code: "cycle", members: [...new Set(tasks)] } as const)
}

/** A summary reaches from the first to the last of its tasks, early and late. */
function withSummaries(file: ProjectFile, outline: Outline, leaves: ReadonlyMap<number, TickTimes>) {
  const times = new Map<number, Times>(leaves)
  for (const task of file.tasks.filter(({ summary }) => summary)) {
    const own = (outline.leavesOf.get(task.uid) ?? []).flatMap(({ uid }) => leaves.get(uid) ?? [])
    if (own.length === 0) continue
    const least = (pick: (each: TickTimes) => number) => own.reduce((low, each) => Math.min(low, pick(each)), Infinity)
    const most = (pick: (each: TickTimes) => number) =>
      own.reduce((high, each) => Math.max(high, pick(each)), -Infinity)
    const [earlyStart, earlyFinish] = [least((each) => each.earlyStart), most((each) => each.earlyFinish)]
    const lateFinish = most((each) => each.lateFinish)
    const totalSlack = Math.min(least((each) => each.lateStart) - earlyStart, lateFinish - earlyFinish)
    times.set(task.uid, {
      earlyStart,
      earlyFinish,
      lateFinish,
      totalSlack,
      freeSlack: totalSlack,
      critical: totalSlack <= 0,
    })
  }
  return times
}

type Clock = { readonly at: (moment: LocalMinute) => number; readonly spans: Spans; readonly origin: number }
type Compared = {
  readonly task: FileTask
  readonly differences: readonly Difference[]
  readonly asked: readonly ComparedField[]
}

function differencesOf(file: ProjectFile, task: FileTask, times: Times, { at, spans, origin }: Clock) {
  const isDone = task.percent === 100
  const totalSlack = isDone ? 0 : times.totalSlack
  const freeSlack = isDone ? 0 : times.freeSlack
  const critical = !isDone && totalSlack <= file.criticalLimit
  const differences: Difference[] = []
  const asked: ComparedField[] = []
  const hold = (field: ComparedField, here: number | boolean, there: number | boolean | null, isEqual: boolean) => {
    if (there === null) return
    asked.push(field)
    if (!isEqual) differences.push({ field, here, file: there })
  }
  const near = (here: number, there: number | null) => there !== null && Math.abs(here - there) < 1
  const [start, finish] = [task.earlyStart, task.earlyFinish]
  hold(
    "earlyStart",
    spans.clock.startAt(times.earlyStart + origin),
    start,
    start !== null && near(times.earlyStart, at(start)),
  )
  hold(
    "earlyFinish",
    spans.clock.finishAt(times.earlyFinish + origin),
    finish,
    finish !== null && near(times.earlyFinish, at(finish)),
  )
  hold("totalSlack", totalSlack, task.totalSlack, near(totalSlack, task.totalSlack))
  if (!task.summary) hold("freeSlack", freeSlack, task.freeSlack, near(freeSlack, task.freeSlack))
  hold("critical", critical, task.critical, critical === task.critical)
  return { differences, asked }
}

function tallied(file: ProjectFile, outline: Outline, spans: Spans, compared: readonly Compared[]): Comparison {
  const tallies: Record<ComparedField, { equal: number; total: number }> = {
    ...{ earlyStart: { equal: 0, total: 0 }, earlyFinish: { equal: 0, total: 0 }, totalSlack: { equal: 0, total: 0 } },
    ...{ freeSlack: { equal: 0, total: 0 }, critical: { equal: 0, total: 0 } },
  }
  for (const { asked, differences } of compared)
    for (const field of asked) {
      tallies[field].total += 1
      if (!differences.some((each) => each.field === field)) tallies[field].equal += 1
    }
  const held = compared.filter(({ asked }) => asked.length > 0)
  const wrong: readonly DifferenceWords[] = held.filter(({ differences }) => differences.length > 0)
  const why = reasonsFor(file, outline, spans, wrong)
  return {
    tallies,
    tasks: { equal: held.length - wrong.length, total: held.length },
    differing: held.flatMap(({ task, differences }) =>
      differences.length > 0 ? [{ task, differences, why: why(task) }] : [],
    ),
  }
}
