import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { withOutlook } from "./gate-track"
import { gateSentence, gateWords } from "./gate-words"
import { foreseen, monday, outlook } from "./test-facts"
import type { GateFigures, PhaseFigures } from "./views"

const gate = (id: string, planned: string, target: string | null, more: Partial<GateFigures> = {}): GateFigures => ({
  ...{ id, name: "Gate 2", plannedDay: day(planned), targetDay: target === null ? null : day(target) },
  ...{ workingDaysLate: null, state: "ahead", forecast: null, track: null },
  ...more,
})
const phase = (of: GateFigures): PhaseFigures => ({
  ...{ id: of.id, key: of.id, number: 1, name: "", current: false, start: null, finish: null },
  ...{ claimed: 0, planned: 0, proved: null, gate: of },
})
const gates = [gate("a", "2026-03-01", "2026-03-06"), gate("b", "2026-04-01", "2026-03-27")]
const said = outlook([
  foreseen("a", "2026-03-02", "2026-03-11"),
  foreseen("b", "2026-04-01", "2026-04-06", "2026-04-16"),
])
const tracked = (newest = said, of = gates) => withOutlook(of.map(phase), newest).map(({ gate: each }) => each)

test("all gates are drawn to one scale, from the earliest of their days", () => {
  expect(tracked().map((each) => each?.track)).toEqual([
    { planned: 0, until: 100, target: 50 },
    { planned: 50, until: 100, target: 0 },
  ])
})
test("the tail ends at P90 while no percentage is said, and the gate says its range", () => {
  const [, second] = tracked({ ...said, confirmedShare: 0 })
  expect(second?.track).toEqual({ planned: 25, until: 100, target: 0 })
  expect(second && gateWords(second, monday)).toEqual({ day: "1 Apr to 16 Apr", shift: null, isLate: true })
  expect(second && gateSentence(second, monday)).toContain("between 1 and 16 Apr, estimates unconfirmed")
})
test("a gate says by how many days its P80 lies after its target", () => {
  const [first] = tracked()
  expect(first && gateWords(first, monday)).toEqual({ day: "P80 11 Mar", shift: "+5 d", isLate: true })
  expect(first && gateSentence(first, monday)).toBe(
    "Gate 2: ahead, planned for 1 Mar, 50% likely by 2 Mar, 80% likely by 11 Mar, target 6 Mar",
  )
})
test("a gate without a forecast, or that has passed, keeps the day of the plan", () => {
  const passed = gate("a", "2026-03-01", "2026-02-20", { state: "passed", workingDaysLate: 6 })
  const [of] = tracked(said, [passed])
  expect([of?.track, of?.forecast]).toEqual([null, null])
  expect(of && gateWords(of, monday)).toEqual({ day: "1 Mar", shift: null, isLate: false })
  const late = gate("a", "2026-03-01", "2026-02-20", { workingDaysLate: 6 })
  expect(gateWords(late, monday)).toEqual({ day: "1 Mar", shift: "+6 d", isLate: true })
})
test("a forecast that is out of date says so", () => {
  const [first] = tracked({ ...said, isCurrent: false })
  expect(first && gateSentence(first, monday)).toContain("80% likely by 11 Mar (out of date)")
})
