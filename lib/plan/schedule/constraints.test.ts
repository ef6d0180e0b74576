import { describe, expect, test } from "vitest"
import { analyse } from "./analysis"
import type { ConstraintType, LagUnit, NetworkItem } from "./network"
import { fromMonday, item, link, network, numbered, on, planned } from "./test-network"

const bound = (constraintType: ConstraintType, day: number | null = null): Partial<NetworkItem> => ({
  ...{ constraintType, constraintDay: day === null ? null : on(day) },
})
/** Work of three days after work of four, before work of two days that follows work of twenty. */
const planWith = (more: Partial<NetworkItem>) =>
  network({
    items: [item("a", 4), item("b", 3, more), item("long", 20), item("c", 2)],
    links: ["a FS b", "b FS c", "long FS c"],
  })
function timesOf(more: Partial<NetworkItem>) {
  const found = analyse(planWith(more), fromMonday)
  if (!found.ok) throw new Error(found.refusal.code)
  const slack = found.value.itemSlack.get("b")
  return { dates: numbered(found.value.items.get("b")), total: slack?.totalSlack, free: slack?.freeSlack }
}

/** Early dates, total and free slack by hand: b could lie on days 4 to 6 and end by day 19 at the latest. */
describe("a constraint", () => {
  test.each([
    ["nothing", {}, [4, 6], 13, 13],
    ["FNET", bound("FNET", 9), [7, 9], 10, 10],
    ["FNET that is met anyway", bound("FNET", 3), [4, 6], 13, 13],
    ["MSO", bound("MSO", 8), [8, 10], 0, 0],
    ["MFO", bound("MFO", 12), [10, 12], 0, 0],
    ["SNLT", bound("SNLT", 6), [4, 6], 2, 2],
    ["FNLT", bound("FNLT", 10), [4, 6], 4, 4],
    ["SNLT that links do not allow", bound("SNLT", 1), [4, 6], -3, 0],
    ["MSO that links do not allow", bound("MSO", 2), [4, 6], -2, 0],
    ["ALAP", bound("ALAP"), [17, 19], 0, 0],
  ] as const)("%s", (_, more, dates, total, free) => {
    expect(timesOf(more)).toEqual({ dates, total, free })
  })
  test("as late as possible goes on through others of its kind, and ends with the plan where nothing waits", () => {
    const chain = network({
      items: [item("x", 2, bound("ALAP")), item("y", 3, bound("ALAP")), item("long", 20)],
      links: ["x FS y"],
    })
    const { items } = planned(chain)
    expect([numbered(items.get("x")), numbered(items.get("y"))]).toEqual([
      [15, 16],
      [17, 19],
    ])
  })
  test("before the programme's start is honoured", () => {
    const early = { ...fromMonday, programmeStart: on(10) }
    const { items } = planned(network({ items: [item("a", 2, { startNoEarlierThan: on(3) }), item("b", 2)] }), early)
    expect([numbered(items.get("a")), numbered(items.get("b"))]).toEqual([
      [3, 4],
      [10, 11],
    ])
  })
})

test("work under way has left what is said to be left, whatever its percentage", () => {
  const begun = item("a", 10, { status: "in_progress", percent: 90, actualStart: on(0) })
  const lasts = (remainingDays: number | null) =>
    numbered(planned(network({ items: [{ ...begun, remainingDays }] })).items.get("a"))
  expect([lasts(null), lasts(6)]).toEqual([
    [0, 0],
    [0, 5],
  ])
})

/** From Friday of the first week, the end of a. */
describe("a lag", () => {
  test.each([
    ["days", 2, [7, 7]],
    ["hours", 12, [6, 7]],
    ["percent", 50, [7, 8]],
    ["elapsed_days", 2, [5, 5]],
    ["elapsed_days", 10, [11, 11]],
    // 75 calendar days after Friday 6 March is Wednesday 20 May: 53 working days after, as counted by hand.
    ["elapsed_days", 75, [58, 58]],
  ] as const satisfies readonly (readonly [LagUnit, number, readonly [number, number]])[])(
    "of %s: %d",
    (lagUnit, lag, dates) => {
      const plan = {
        ...network({ items: [item("a", 5), item("b", 1)] }),
        links: [{ ...link("a FS b"), lag, lagUnit }],
      }
      expect(numbered(planned(plan).items.get("b"))).toEqual(dates)
    },
  )
})
