import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Job, unmetOf } from "./feasibility"

const [MON, TUE] = [0, 1]
const eightHours = () => 8
const over = (jobs: readonly Job[], capacityOf: (day: number) => number) =>
  [...unmetOf(jobs, capacityOf).values()].reduce((sum, { left }) => sum + left, 0)

/** The largest flow from jobs to days, by shortest augmenting paths (Edmonds and Karp): knows nothing of deadlines. */
function largestFlow(jobs: readonly Job[], capacities: readonly number[]): number {
  const [source, sink] = [0, 1]
  const jobAt = (turn: number) => 2 + turn
  const dayAt = (day: number) => 2 + jobs.length + day
  const size = 2 + jobs.length + capacities.length
  const room = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const give = (from: number, to: number, much: number) => {
    ;(room[from] as number[])[to] = much
  }
  jobs.forEach(({ effort, from, to }, turn) => {
    give(source, jobAt(turn), effort)
    for (let day = from; day <= to; day += 1) if (day < capacities.length) give(jobAt(turn), dayAt(day), effort)
  })
  capacities.forEach((much, day) => {
    give(dayAt(day), sink, much)
  })
  for (let flow = 0; ; ) {
    const before = new Map<number, number>([[source, source]])
    const queue = [source]
    for (let at = queue.shift(); at !== undefined && !before.has(sink); at = queue.shift())
      for (let to = 0; to < size; to += 1)
        if (!before.has(to) && (room[at]?.[to] ?? 0) > 0) {
          before.set(to, at)
          queue.push(to)
        }
    if (!before.has(sink)) return flow
    const path: [number, number][] = []
    for (let at = sink; at !== source; at = before.get(at) ?? source) path.push([before.get(at) ?? source, at])
    const much = Math.min(...path.map(([from, to]) => room[from]?.[to] ?? 0))
    for (const [from, to] of path) {
      give(from, to, (room[from]?.[to] ?? 0) - much)
      give(to, from, (room[to]?.[from] ?? 0) + much)
    }
    flow += much
  }
}

describe("feasibility", () => {
  test("6 h Monday, 6 h Monday and 2 h Monday to Tuesday are 4 h over", () => {
    const jobs = [
      { id: "a", effort: 6, from: MON, to: MON },
      { id: "b", effort: 6, from: MON, to: MON },
      { id: "c", effort: 2, from: MON, to: TUE },
    ]
    expect(over(jobs, eightHours)).toBe(4)
    expect(unmetOf(jobs, eightHours).has("c")).toBe(false)
  })
  test("8 h Monday to Tuesday and 8 h Monday fit", () => {
    const jobs = [
      { id: "a", effort: 8, from: MON, to: TUE },
      { id: "b", effort: 8, from: MON, to: MON },
    ]
    expect(unmetOf(jobs, eightHours)).toEqual(new Map())
  })
  test("what cannot be done names the day since which everything was taken", () => {
    const jobs = [
      { id: "a", effort: 4, from: 0, to: 0 },
      { id: "b", effort: 16, from: 1, to: 2 },
      { id: "c", effort: 3, from: 2, to: 3 },
      { id: "d", effort: 8, from: 3, to: 3 },
    ]
    // Day 0 has room; from day 1 on all is taken, and the last days lack three hours of what ends there.
    expect([...unmetOf(jobs, eightHours).values()]).toEqual([{ left: 3, since: 1 }])
  })
  test("work on a day that nobody has is all over", () => {
    expect(unmetOf([{ id: "a", effort: 3, from: MON, to: MON }], () => 0)).toEqual(
      new Map([["a", { left: 3, since: MON }]]),
    )
  })
  test("what is over is what the largest flow cannot carry, for any bookings", () => {
    const job = fc
      .record({ effort: fc.integer({ min: 0, max: 12 }), from: fc.integer({ min: 0, max: 8 }), length: fc.nat(5) })
      .map(({ effort, from, length }) => ({ effort, from, to: from + length }))
    fc.assert(
      fc.property(
        fc.array(job, { maxLength: 9 }),
        fc.array(fc.nat(10), { minLength: 14, maxLength: 14 }),
        (drawn, capacities) => {
          const jobs = drawn.map((each, turn) => ({ ...each, id: `${turn}` }))
          const all = jobs.reduce((sum, { effort }) => sum + effort, 0)
          expect(over(jobs, (day) => capacities[day] ?? 0)).toBeCloseTo(all - largestFlow(jobs, capacities), 6)
        },
      ),
      { numRuns: 300 },
    )
  })
})
