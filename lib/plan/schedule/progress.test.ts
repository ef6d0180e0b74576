import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { claimedProgress, describeClaimed, type ProgressWork, rollUpClaimed, rollUpPlanned } from "./progress"

const work = (likely: number | null, percent: number, status: ProgressWork["status"] = "in_progress") => ({
  likely,
  percent,
  status,
})

describe("claimed progress", () => {
  test("weighs percent by likely days, an unestimated item by one", () => {
    expect(claimedProgress([work(6, 50), work(3, 0), work(null, 100)])).toEqual({
      kind: "claimed",
      percent: 40,
      doneDays: 4,
      plannedDays: 10,
    })
  })
  test("leaves dropped work out and counts done work in full", () => {
    expect(claimedProgress([work(5, 10, "done"), work(5, 0), work(90, 100, "dropped")])).toMatchObject({ percent: 50 })
  })
  test("of nothing planned is not zero", () => {
    for (const works of [[], [work(5, 50, "dropped")], [work(0, 0)]])
      expect(claimedProgress(works)).toEqual({ kind: "nothing planned" })
    expect(describeClaimed(claimedProgress([]))).toBe("Nothing planned")
  })
  test("says 0% and 100% only when they are true", () => {
    const said = (percent: number) => describeClaimed(claimedProgress([work(1, percent)]))
    expect([0, 0.2, 44.6, 99.9, 100].map(said)).toEqual([
      "Claimed 0%",
      "Claimed 1%",
      "Claimed 45%",
      "Claimed 99%",
      "Claimed 100%",
    ])
  })
  test("of work that is all done is exactly 100%", () => {
    const works = fc.array(
      fc.double({ min: 0.01, max: 99, noNaN: true }).map((likely) => work(likely, 3, "done")),
      { minLength: 1 },
    )
    fc.assert(fc.property(works, (all) => describeClaimed(claimedProgress(all)) === "Claimed 100%"))
  })
})

describe("rolled-up progress", () => {
  test("is that of each group's own work", () => {
    const groups = fc.uniqueArray(fc.constantFrom("stage", "phase", "programme"))
    const works = fc.array(
      fc.record({
        likely: fc.option(fc.integer({ min: 0, max: 20 })),
        percent: fc.integer({ min: 0, max: 100 }),
        status: fc.constantFrom("in_progress", "done", "dropped"),
        groupIds: groups,
      }),
    )
    fc.assert(
      fc.property(works, (all) => {
        for (const [group, claimed] of rollUpClaimed(all))
          expect(claimed).toEqual(claimedProgress(all.filter(({ groupIds }) => groupIds.some((id) => id === group))))
      }),
    )
  })
  test("names a group whose work was all dropped", () => {
    expect(rollUpClaimed([{ ...work(5, 0, "dropped"), groupIds: ["w"] }]).get("w")).toEqual({ kind: "nothing planned" })
  })
  test("of the plan takes what the plan expects, also of work done early", () => {
    const planned = rollUpPlanned([
      { ...work(5, 100, "done"), groupIds: ["w"], plannedPercent: 20 },
      { ...work(5, 0), groupIds: ["w", "w"], plannedPercent: 60 },
    ])
    expect(planned.get("w")).toMatchObject({ percent: 40, plannedDays: 10 })
  })
})
