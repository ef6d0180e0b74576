import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { backlogOrder, movedAfter, type Ranked, stepTarget } from "./backlog-order"

const row = (number: number, backlogRank: string | null = null): Ranked => ({
  ...{ id: `i${number}`, number, backlogRank, rank: `a${number % 10}`, workstreamId: number % 2 ? "odd" : "even" },
})
const streams = ["odd", "even"]
const ids = (rows: readonly Ranked[]) => rows.map(({ id }) => id)

function moved(rows: readonly Ranked[], id: string, afterId: string | null): readonly Ranked[] {
  const ranks = movedAfter(backlogOrder(rows, streams), id, afterId)
  if (!ranks) throw new Error("no such place")
  return rows.map((each) => ({ ...each, backlogRank: ranks.get(each.id) ?? each.backlogRank }))
}

describe("the backlog", () => {
  test("is ranked rows first, then the others by workstream and rank", () => {
    expect(ids(backlogOrder([row(1), row(2), row(3), row(4, "a5")], streams))).toEqual(["i4", "i1", "i3", "i2"])
  })
  test("stays in the order that moves make, whatever moves there are", () => {
    const move = fc.tuple(fc.nat(11), fc.nat(12))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let rows: readonly Ranked[] = Array.from({ length: 12 }, (_, at) => row(at + 1))
        let model = [...ids(backlogOrder(rows, streams))]
        for (const [from, to] of moves) {
          const id = model[from] ?? ""
          const rest = model.filter((each) => each !== id)
          const at = Math.min(to, rest.length)
          rows = moved(rows, id, at === 0 ? null : (rest[at - 1] ?? null))
          model = [...rest.slice(0, at), id, ...rest.slice(at)]
          expect(ids(backlogOrder(rows, streams))).toEqual(model)
        }
      }),
    )
  })
  test("puts an item directly after the visible row above it, before what the filter hides", () => {
    const rows = [row(1, "a1"), row(2, "a2"), row(3, "a3"), row(4, "a4")]
    const shown = [row(1), row(3), row(4)]
    const after = stepTarget(shown, "i4", -1)
    expect(after).toBe("i1")
    expect(ids(backlogOrder(moved(rows, "i4", after ?? null), streams))).toEqual(["i1", "i4", "i2", "i3"])
  })
  test("heals two rows of the same rank on the way", () => {
    const rows = [row(1, "a1"), row(2, "a1"), row(3, "a2")]
    expect(ids(backlogOrder(moved(rows, "i3", "i1"), streams))).toEqual(["i1", "i3", "i2"])
  })
  test("knows no place after what is not there", () => {
    expect(movedAfter([row(1)], "i1", "i9")).toBeNull()
    expect(stepTarget([row(1)], "i1", 1)).toBeUndefined()
    expect(stepTarget([row(1)], "i1", -1)).toBeUndefined()
  })
})
