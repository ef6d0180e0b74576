import * as z from "zod"
import { ordinalOf } from "@/lib/base/kernel/day"
import { canonical } from "@/lib/door/audit/canonical"
import type { ForecastInputs, ForecastItem } from "./inputs-shapes"
import type { StepKind } from "./steps"

/** One thing that differs between two snapshots; `size` in working days says how large it is, not what it did. */
export const Cause = z
  .strictObject({
    about: z.enum(["item", "workstream", "gate", "link", "risk", "time", "settings", "calendar"]),
    id: z.string().nullable().meta({ description: "Null when it concerns no single record." }),
    what: z.enum([
      ...(["added", "removed", "dropped", "taken-up", "moved", "estimate", "started", "finished", "reopened"] as const),
      ...(["status", "percent", "start-constraint", "actual-days", "passed", "days-went-by", "changed"] as const),
      ...(["more-likely", "less-likely", "start-day", "weekend", "holidays"] as const),
    ]),
    size: z.number().meta({ description: "Working days, or days for what is about time; for sorting and telling." }),
  })
  .meta({ id: "MoveCause" })
export type Cause = z.output<typeof Cause>

/** Everything of one kind that differs. */
export const causesOf: Readonly<Record<StepKind, (before: ForecastInputs, after: ForecastInputs) => Cause[]>> = {
  scope: (before, after) => [
    ...cameAndWent("item", before.items, after.items, (item) => item.likely ?? 1),
    ...cameAndWent("workstream", before.workstreams, after.workstreams, (workstream) => workstream.likely ?? 1),
    ...cameAndWent("gate", before.gates, after.gates, () => 0),
    ...pairs(before.items, after.items).flatMap(([was, is]) => scopeOfItem(was, is)),
    ...pairs(before.workstreams, after.workstreams).flatMap(([was, is]): Cause[] =>
      was.phaseId === is.phaseId ? [] : [{ about: "workstream", id: is.id, what: "moved", size: is.likely ?? 1 }],
    ),
  ],
  estimates: (before, after) => [
    ...pairs(before.items, after.items).flatMap(([was, is]): Cause[] => estimate("item", was, is)),
    ...pairs(before.workstreams, after.workstreams).flatMap(([was, is]): Cause[] => estimate("workstream", was, is)),
    ...(same(before.settings, after.settings) ? [] : [whole("settings", "changed", 0)]),
  ],
  progress: (before, after) => [
    ...timePassed(before, after),
    ...pairs(before.items, after.items).flatMap(([was, is]) => progressOfItem(was, is)),
    ...pairs(before.gates, after.gates).flatMap(([was, is]): Cause[] =>
      was.passedOn === is.passedOn ? [] : [{ about: "gate", id: is.id, what: "passed", size: 0 }],
    ),
  ],
  links: (before, after) => [
    ...cameAndWent("link", before.links, after.links, ({ lag }) => Math.abs(lag)),
    ...pairs(before.links, after.links).flatMap(([was, is]): Cause[] =>
      same(was, is) ? [] : [{ about: "link", id: is.id, what: "changed", size: Math.abs(is.lag - was.lag) }],
    ),
  ],
  risks: (before, after) => [
    ...cameAndWent("risk", before.risks, after.risks, expected),
    ...pairs(before.risks, after.risks).flatMap(([was, is]): Cause[] => {
      if (same(was, is)) return []
      const difference = expected(is) - expected(was)
      const what = difference > 0 ? "more-likely" : difference < 0 ? "less-likely" : "changed"
      return [{ about: "risk", id: is.id, what, size: Math.abs(difference) }]
    }),
  ],
  calendar: ({ calendar: was }, { calendar: is }) => [
    ...(was.startDay === is.startDay
      ? []
      : [whole("calendar", "start-day", Math.abs(ordinalOf(is.startDay) - ordinalOf(was.startDay)))]),
    ...(same(was.weekend, is.weekend)
      ? []
      : [whole("calendar", "weekend", Math.abs(is.weekend.length - was.weekend.length))]),
    ...(same(was.holidays, is.holidays) ? [] : [whole("calendar", "holidays", differing(was.holidays, is.holidays))]),
  ],
}

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
const whole = (about: Cause["about"], what: Cause["what"], size: number): Cause => ({ about, id: null, what, size })

function cameAndWent<Part extends { readonly id: string }>(
  about: Cause["about"],
  before: readonly Part[],
  after: readonly Part[],
  sizeOf: (part: Part) => number,
): Cause[] {
  const old = new Set(before.map(({ id }) => id))
  const now = new Set(after.map(({ id }) => id))
  const told = (what: "added" | "removed") => (part: Part) => ({ about, id: part.id, what, size: sizeOf(part) })
  return [
    ...after.filter(({ id }) => !old.has(id)).map(told("added")),
    ...before.filter(({ id }) => !now.has(id)).map(told("removed")),
  ]
}

function pairs<Part extends { readonly id: string }>(before: readonly Part[], after: readonly Part[]): [Part, Part][] {
  const old = new Map(before.map((part) => [part.id, part]))
  return after.flatMap((is): [Part, Part][] => {
    const was = old.get(is.id)
    return was ? [[was, is]] : []
  })
}

function scopeOfItem(was: ForecastItem, is: ForecastItem): Cause[] {
  const about = { about: "item", id: is.id, size: is.likely ?? 1 } as const
  if (is.status === "dropped" && was.status !== "dropped") return [{ ...about, what: "dropped" }]
  if (was.status === "dropped" && is.status !== "dropped") return [{ ...about, what: "taken-up" }]
  return was.workstreamId === is.workstreamId && was.phaseId === is.phaseId ? [] : [{ ...about, what: "moved" }]
}

type Estimated = Pick<ForecastItem, "id" | "optimistic" | "likely" | "pessimistic">
function estimate(about: "item" | "workstream", was: Estimated, is: Estimated): Cause[] {
  const mean = ({ optimistic, likely, pessimistic }: Estimated) => {
    const middle = likely ?? 1
    return ((optimistic ?? middle) + 4 * middle + (pessimistic ?? middle)) / 6
  }
  const differs = was.optimistic !== is.optimistic || was.likely !== is.likely || was.pessimistic !== is.pessimistic
  return differs ? [{ about, id: is.id, what: "estimate", size: Math.abs(mean(is) - mean(was)) }] : []
}

function progressOfItem(was: ForecastItem, is: ForecastItem): Cause[] {
  const about = {
    about: "item",
    id: is.id,
    size: ((is.likely ?? 1) * Math.abs(is.percent - was.percent)) / 100,
  } as const
  if (was.status !== is.status) {
    if (is.status === "done") return [{ ...about, what: "finished" }]
    if (was.status === "done") return [{ ...about, what: "reopened" }]
    if (was.status === "not_started" && is.status === "in_progress") return [{ ...about, what: "started" }]
    if (is.status !== "dropped" && was.status !== "dropped") return [{ ...about, what: "status" }]
  }
  if (was.percent !== is.percent) return [{ ...about, what: "percent" }]
  const constraint = daysApart(was.startNoEarlierThan, is.startNoEarlierThan)
  if (constraint !== null) return [{ ...about, what: "start-constraint", size: constraint }]
  const actual = daysApart(was.actualStart, is.actualStart) ?? daysApart(was.actualFinish, is.actualFinish)
  return actual === null ? [] : [{ ...about, what: "actual-days", size: actual }]
}

type MaybeDay = ForecastItem["actualStart"]
const daysApart = (was: MaybeDay, is: MaybeDay): number | null =>
  was === is ? null : was && is ? Math.abs(ordinalOf(is) - ordinalOf(was)) : 1

function timePassed({ statusDay: was }: ForecastInputs, { statusDay: is }: ForecastInputs): Cause[] {
  return was === is ? [] : [whole("time", "days-went-by", ordinalOf(is) - ordinalOf(was))]
}

const expected = ({ probability, delay }: ForecastInputs["risks"][number]): number =>
  (probability * (delay.optimistic + 4 * delay.likely + delay.pessimistic)) / 6

function differing(was: readonly string[], is: readonly string[]): number {
  const [old, now] = [new Set(was), new Set(is)]
  return was.filter((day) => !now.has(day)).length + is.filter((day) => !old.has(day)).length
}
