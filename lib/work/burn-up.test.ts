import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { burnUp, type SprintEvent } from "./burn-up"

const monday = day("2026-11-16")
const week: readonly Day[] = [0, 1, 2, 3, 4].map((at) => dayOf(ordinalOf(monday) + at))
const [mon = monday, , wed = monday, thu = monday] = week
const twenty = [1, 2, 3, 4].map((at) => ({ itemId: `i${at}`, effort: 5, done: false }))
const scopes = (events: readonly SprintEvent[], days = week) =>
  burnUp(twenty, events, days).days.map(({ scope }) => scope)

describe("a burn-up", () => {
  test("shows 5 days that came on Wednesday from Wednesday on", () => {
    const added = { day: wed, itemId: "i5", does: "added", effort: 5, done: false } as const
    expect(scopes([added])).toEqual([20, 20, 25, 25, 25])
    expect(burnUp(twenty, [added], week).changes).toEqual([{ day: wed, itemId: "i5", by: 5, does: "added" }])
  })
  test("changes scope on the day of a new estimate, and leaves dropped work out of both lines", () => {
    const events: SprintEvent[] = [
      { day: mon, itemId: "i1", does: "done" },
      { day: wed, itemId: "i2", does: "estimated", effort: 8 },
      { day: thu, itemId: "i3", does: "dropped" },
    ]
    expect(scopes(events)).toEqual([20, 20, 23, 18, 18])
    expect(burnUp(twenty, events, week).days.map(({ done }) => done)).toEqual([5, 5, 5, 5, 5])
  })
  test("counts work that was done before the start on the first day, and says how much", () => {
    const before = [...twenty, { itemId: "i5", effort: 3, done: true }]
    const { doneBefore, days } = burnUp(before, [], week)
    expect(doneBefore).toBe(3)
    expect(days[0]).toEqual({ day: mon, scope: 23, done: 3 })
  })
  test("takes back what is reopened and what leaves", () => {
    const events: SprintEvent[] = [
      { day: mon, itemId: "i1", does: "done" },
      { day: wed, itemId: "i1", does: "reopened" },
      { day: wed, itemId: "i4", does: "removed" },
      { day: thu, itemId: "i9", does: "done" },
    ]
    expect(burnUp(twenty, events, week).days.map(({ done }) => done)).toEqual([5, 5, 0, 0, 0])
    expect(scopes(events)).toEqual([20, 20, 15, 15, 15])
  })
  test("never loses scope: the last day is the first plus all changes", () => {
    const kinds = ["added", "removed", "dropped", "done", "reopened", "estimated"] as const
    const event = fc.record({ at: fc.nat(4), item: fc.nat(6), does: fc.constantFrom(...kinds), effort: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(event), (drawn) => {
        const events = drawn
          .toSorted((a, b) => a.at - b.at)
          .map(({ at, item, does, effort }): SprintEvent => {
            const common = { day: week[at] ?? monday, itemId: `i${item}` }
            if (does === "added") return { ...common, does, effort, done: false }
            return does === "estimated" ? { ...common, does, effort } : { ...common, does }
          })
        const { days, changes } = burnUp(twenty, events, week)
        expect(days.at(-1)?.scope).toBe(20 + changes.reduce((sum, { by }) => sum + by, 0))
        for (const { scope, done } of days) expect(done).toBeLessThanOrEqual(scope)
      }),
    )
  })
})
