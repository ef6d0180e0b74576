import { describe, expect, test } from "vitest"
import { addWorkingDays, compileCalendar } from "@/lib/base/calendar/working-calendar"
import { type Day, day } from "@/lib/base/kernel/day"
import { item, roadmap } from "@/lib/plan/roadmap/test-roadmap"
import type { LinkView } from "@/lib/plan/roadmap/views"
import type { PointKey } from "./points"
import { type BaselineFinishes, type QualityParts, qualityOf } from "./quality"
import { sayPoints, sayThreshold, sayValue } from "./say-point"

const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
/** The nth working day after Monday 2 March 2026, which is 0. */
const on = (working: number): Day => {
  if (!calendar.ok) throw new Error(calendar.refusal)
  return addWorkingDays(calendar.value, day("2026-03-02"), working)
}
const statusDay = on(10)
const link = (from: string, to: string, more: Partial<LinkView> = {}): LinkView => ({
  ...{ id: `${from}-${to}`, type: "FS", lag: 0, lagUnit: "days", version: 1 },
  ...{ from: { kind: "item", id: from }, to: { kind: to.startsWith("g") ? "gate" : "item", id: to }, ...more },
})
const owned = { ownerId: "marta" }

/**
 * A network small enough to judge by hand, as of Monday 16 March 2026 (the working day 10). Workstream `sources` is the
 * work of Gate 1; `framework` lies in a phase without a gate and so is left out.
 *
 * - a: 5 days, done on day 3; b: 5 days after a, done on day 12, which is in the future.
 * - c: 10 days after a, not begun: days 10 to 19. d: 60 days after c: days 20 to 79, longer than 44 and critical.
 * - e: 2 days, nobody's, after nothing: days 10 and 11. f: 3 days after e with a lag of 2, must finish by day 12: days 14 to
 *   16, so 4 days too late; it has a role. x: 2 days after c with a lead of 1, start to start.
 * - m: a milestone after d. z: dropped. o: in the phase that goes on.
 */
const items = [
  item("a", { ...owned, likely: 5, status: "done", percent: 100, actualStart: on(0), actualFinish: on(3) }),
  item("b", { ...owned, likely: 5, status: "done", percent: 100, actualStart: on(4), actualFinish: on(12) }),
  item("c", { ...owned, likely: 10 }),
  item("d", { ...owned, likely: 60 }),
  item("e", { likely: 2 }),
  item("f", { roleKey: "engineer", likely: 3, constraintType: "FNLT", constraintDay: on(12) }),
  item("x", { ...owned, likely: 2 }),
  item("m", { likely: 0 }),
  item("z", { likely: 9, status: "dropped", reason: "no" }),
  item("o", { likely: 9, workstreamId: "framework" }),
]
const links = [
  ...[link("a", "b"), link("a", "c"), link("c", "d"), link("d", "m")],
  ...[link("e", "f", { lag: 2 }), link("c", "x", { type: "SS", lag: -1 })],
]
const parts: QualityParts = {
  ...roadmap,
  items,
  links,
  gates: roadmap.gates.map((gate) => ({ ...gate, targetDay: on(72) })),
}
/** By the baseline a, b, e and x were to finish by today, c and d were not; f is not in it. */
const baseline: BaselineFinishes = new Map([
  ...[["a", on(4)] as const, ["b", on(9)] as const, ["e", on(8)] as const, ["x", on(9)] as const],
  ...[["c", on(14)] as const, ["d", on(74)] as const],
])

const qualityFor = (of: Partial<QualityParts> = {}, against: BaselineFinishes = baseline) => {
  const quality = qualityOf({ ...parts, ...of }, statusDay, against)
  if (!quality.ok) throw new Error(quality.refusal)
  return quality.value
}
const point = (key: PointKey, of: Partial<QualityParts> = {}, against: BaselineFinishes = baseline) => {
  const found = qualityFor(of, against).points.find((each) => each.key === key)
  if (!found) throw new Error(key)
  return found
}
const ids = (key: PointKey, of: Partial<QualityParts> = {}) => point(key, of).lines.map(({ id }) => id)

describe("each point, against what it is by hand", () => {
  test("1: of the five open pieces of work e has no predecessor; the gate is a successor of all", () => {
    expect(point("open-ends")).toMatchObject({ value: 1 / 5, verdict: "not-met", counted: { count: 1, of: 5 } })
    expect(point("open-ends").lines).toEqual([{ kind: "item", id: "e", note: "no predecessor" }])
    const free = roadmap.workstreams.map((each) => ({ ...each, holdsGate: false }))
    expect(ids("open-ends", { workstreams: free })).toEqual(["e", "f", "x"])
  })
  test("2: the one lead is to x", () => {
    expect(point("leads")).toMatchObject({ value: 1, verdict: "not-met", counted: { count: 1, of: 5 } })
    expect(ids("leads")).toEqual(["c-x"])
  })
  test("3: the one lag of five dependencies of open work is to f; a link to done work does not count", () => {
    expect(point("lags")).toMatchObject({ value: 1 / 5, verdict: "not-met" })
    expect(ids("lags")).toEqual(["e-f"])
  })
  test("4: four of five are finish to start", () => {
    expect(point("link-types")).toMatchObject({ value: 4 / 5, verdict: "not-met", counted: { count: 4, of: 5 } })
    expect(ids("link-types")).toEqual(["c-x"])
  })
  test("5: f must finish by a day", () => {
    expect(point("hard-dates")).toMatchObject({ value: 1 / 5, verdict: "not-met" })
    expect(ids("hard-dates")).toEqual(["f"])
    const softer = items.map((each) => (each.id === "f" ? { ...each, constraintType: "FNET" as const } : each))
    expect(point("hard-dates", { items: softer })).toMatchObject({ value: 0, verdict: "met" })
  })
  test("6: e is held to its date by f; only x may lie more than 44 days later (79 - 11 = 68)", () => {
    expect(point("high-float").lines).toEqual([{ kind: "item", id: "x", note: "68 d" }])
  })
  test("7: f lies 4 days after the day that it must finish by, and e before it", () => {
    expect(point("negative-float")).toMatchObject({ value: 2, verdict: "not-met" })
    expect(point("negative-float").lines.map(({ id, note }) => [id, note])).toEqual([
      ["e", "-4 d"],
      ["f", "-4 d"],
    ])
  })
  test("8: d takes more than 44 days, 44 days do not", () => {
    expect(ids("long-work")).toEqual(["d"])
    const shorter = items.map((each) => (each.id === "d" ? { ...each, likely: 44 } : each))
    expect(ids("long-work", { items: shorter })).toEqual([])
  })
  test("9: b was finished in the future", () => {
    expect(point("invalid-dates")).toMatchObject({ value: 1, verdict: "not-met", counted: { count: 1, of: 7 } })
    expect(ids("invalid-dates")).toEqual(["b"])
  })
  test("10: nobody and no role is to do e", () => {
    expect(point("unassigned")).toMatchObject({ value: 1, verdict: "not-met" })
    expect(ids("unassigned")).toEqual(["e"])
  })
  test("11: of the four due by today b was late, e and x are not done", () => {
    expect(point("missed")).toMatchObject({ value: 3 / 4, verdict: "not-met", counted: { count: 3, of: 4 } })
    expect(ids("missed")).toEqual(["b", "e", "x"])
  })
  test("12: 600 days more of c move Gate 1 by 600", () => {
    expect(point("path-test")).toMatchObject({ value: 600, verdict: "met" })
    expect(ids("path-test")).toEqual(["c", "g1"])
  })
  test("12: what is fixed by a date does not move, and the test shows it", () => {
    const held = items.map((each) => (each.id === "f" ? { ...each, startNoEarlierThan: on(300) } : each))
    expect(point("path-test", { items: held })).toMatchObject({ value: 600 })
    const passedBy = items.map((each) => (each.id === "m" ? { ...each, startNoEarlierThan: on(300) } : each))
    expect(point("path-test", { items: passedBy }).verdict).not.toBe("met")
  })
  test("12: work of which only the start drives the gate is not what is made longer", () => {
    const started = { ...parts, links: [link("e", "c", { type: "SS", lag: 3 }), link("c", "d"), link("d", "m")] }
    expect(point("path-test", started)).toMatchObject({ value: 600, verdict: "met" })
    expect(ids("path-test", started)).toEqual(["c", "g1"])
    const begins = { from: { kind: "workstream" as const, id: "etl" }, to: { kind: "item" as const, id: "c" } }
    const byFirst = {
      ...parts,
      items: [...items, item("y", { ...owned, likely: 1, workstreamId: "etl" })],
      links: [{ ...link("y", "c", { type: "SS", lag: 3 }), ...begins }, link("c", "d"), link("d", "m")],
    }
    expect(ids("path-test", byFirst)).toEqual(["c", "g1"])
  })
  test("13: 69 days to the gate and 7 too few to its target", () => {
    const cpli = point("cpli")
    expect(cpli.value).toBeCloseTo((69 - 7) / 69, 10)
    expect(cpli.verdict).toBe("not-met")
    expect(point("cpli", { gates: parts.gates.map((gate) => ({ ...gate, targetDay: on(79) })) })).toMatchObject({
      ...{ value: 1, verdict: "met" },
    })
  })
  test("14: two finished, of four due and one that the baseline does not know", () => {
    expect(point("bei")).toMatchObject({ value: 2 / 5, verdict: "not-met", counted: { count: 2, of: 5 } })
    expect(ids("bei")).toEqual(["e", "x", "f"])
  })
})

describe("what is not known is not met", () => {
  test("without a baseline what needs one is unknown, with the reason", () => {
    for (const key of ["missed", "bei"] as const)
      expect(point(key, {}, null)).toMatchObject({
        ...{ verdict: "unknown", value: null, reason: "There is no baseline to compare with." },
      })
  })
  test("without a target there is no index of the critical path", () => {
    expect(point("cpli", { gates: parts.gates.map((gate) => ({ ...gate, targetDay: null })) })).toMatchObject({
      ...{ verdict: "unknown", value: null },
    })
  })
  test("with nothing planned nothing is met", () => {
    const verdicts = qualityFor({ items: [], links: [] }).points.map(({ verdict }) => verdict)
    expect(verdicts).not.toContain("met")
  })
})

test("work under way whose predecessor is open is out of sequence", () => {
  const begun = items.map((each) =>
    each.id === "d" ? { ...each, status: "in_progress" as const, percent: 10, actualStart: on(9) } : each,
  )
  expect(qualityFor({ items: begun }).outOfSequence).toEqual([
    { kind: "item", id: "d", note: "began before c finished" },
  ])
  expect(qualityFor().outOfSequence).toEqual([])
})

test("figures in words", () => {
  const share = { unit: "share", is: "at-most", threshold: 0.05, value: 0.0423, counted: { count: 3, of: 71 } } as const
  expect([sayValue(share), sayThreshold(share)]).toEqual(["4.2% (3 of 71)", "at most 5%"])
  const none = { unit: "count", is: "exactly", threshold: 0, value: 2, counted: { count: 2, of: 9 } } as const
  expect([sayValue(none), sayThreshold(none)]).toEqual(["2", "none"])
  const index = { unit: "index", is: "at-least", threshold: 0.95, value: 0.974, counted: null } as const
  expect([sayValue(index), sayThreshold(index)]).toEqual(["0.97", "at least 0.95"])
  expect(sayPoints([{ verdict: "met" }, { verdict: "not-met" }, { verdict: "unknown" }, { verdict: "met" }])).toBe(
    "2 of 4 points met, 1 not met, 1 unknown.",
  )
})
