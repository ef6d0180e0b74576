import { describe, expect, test } from "vitest"
import { type BoardItem, boardOf, flowThrough, lanes } from "./board"
import { layOut, pathOf } from "./board-layout"
import type { Disposition } from "./landscape-item"

const item = (id: string, more: Partial<BoardItem> = {}): BoardItem => ({
  ...{ id, number: 1, name: id, kind: "store", layer: "raw", disposition: "retain", asIsName: null, toBeName: null },
  ...{ replacesIds: [], feedsAsIsIds: [], feedsToBeIds: [], phase: null, component: null },
  ...more,
})

function randomBoard(seed: number, count: number): readonly BoardItem[] {
  let state = seed
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const dispositions: readonly Disposition[] = ["retain", "migrate", "replace", "retire", "new", "undecided"]
  const ids = Array.from({ length: count }, (_, at) => `n${at}`)
  return ids.map((id, at) => {
    const targets = () => ids.filter((_, other) => other > at && random(count) < 3)
    return item(id, {
      ...{
        number: at + 1,
        layer: lanes[random(lanes.length)] ?? "raw",
        disposition: dispositions[random(6)] ?? "retain",
      },
      ...{ feedsAsIsIds: targets(), feedsToBeIds: targets(), phase: random(2) === 0 ? null : random(6) },
    })
  })
}
const views = ["as-is", "to-be", "difference", { afterPhase: 2 }] as const

describe("any board", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("%d has no overlapping nodes, and every feed has one line", (seed) => {
    for (const view of views)
      for (const unfolded of [new Set<never>(), new Set(lanes)]) {
        const items = randomBoard(seed, 20 + seed * 35)
        const placed = layOut(boardOf(items, view, unfolded))
        const overlapping = placed.nodes.flatMap((a, at) =>
          placed.nodes
            .slice(at + 1)
            .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
            .map((b) => `${a.id} and ${b.id}`),
        )
        expect(overlapping).toEqual([])
        const drawn = placed.edges.flatMap(({ feeds }) => feeds)
        expect(new Set(drawn).size).toBe(drawn.length)
        if (view !== "difference") continue
        const feeds = items.flatMap(({ id, feedsAsIsIds, feedsToBeIds }) =>
          [...new Set([...feedsAsIsIds, ...feedsToBeIds])].map((to) => `${id} ${to}`),
        )
        expect(drawn.toSorted()).toEqual(feeds.toSorted())
      }
  })
  test("is the same each time, whatever the order of its items", () => {
    const items = randomBoard(3, 60)
    const draw = () => layOut(boardOf(items, "difference", new Set()))
    expect(draw()).toEqual(draw())
  })
  test("of 300 nodes is laid out within 300 ms", () => {
    const board = boardOf(randomBoard(9, 300), "difference", new Set(lanes))
    const begun = performance.now()
    layOut(board)
    expect(performance.now() - begun).toBeLessThan(300)
  })
})

describe("a view", () => {
  const items = [
    item("edw", { disposition: "retire", phase: 3, feedsAsIsIds: ["bi"], layer: "curated" }),
    item("delta", { disposition: "new", phase: 3, replacesIds: ["edw"], feedsToBeIds: ["bi"], layer: "curated" }),
    item("bi", { kind: "analytics_tool", layer: null }),
    item("nowhere", { layer: null }),
    item("Analysts", { kind: "persona", layer: null }),
  ]
  const drawn = (view: Parameters<typeof boardOf>[1]) => {
    const { nodes, edges } = boardOf(items, view, new Set())
    return [nodes.map(({ id }) => id).toSorted(), edges.flatMap(({ feeds }) => feeds)]
  }
  test("shows today, the target and both", () => {
    expect(drawn("as-is")).toEqual([["bi", "edw"], ["edw bi"]])
    expect(drawn("to-be")).toEqual([["bi", "delta"], ["delta bi"]])
    expect(drawn("difference")).toEqual([
      ["bi", "delta", "edw"],
      ["edw bi", "delta bi"],
    ])
  })
  test("changes at the gate of the phase", () => {
    expect(drawn({ afterPhase: 2 })).toEqual(drawn("as-is"))
    expect(drawn({ afterPhase: 3 })).toEqual(drawn("to-be"))
  })
  test("counts what has no lane, and folds what is too long", () => {
    expect(boardOf(items, "difference", new Set()).laneless).toBe(1)
    const many = Array.from({ length: 20 }, (_, at) => item(`s${at}`))
    const { nodes } = boardOf(many, "difference", new Set())
    expect([nodes.length, nodes.at(-1)?.name, nodes.at(-1)?.itemIds.length]).toEqual([12, "9 more", 9])
    expect(boardOf(many, "difference", new Set(["raw"])).nodes).toHaveLength(20)
  })
})

test("a flow is what lies up and down the stream, not its neighbours' other branches", () => {
  const edge = (from: string, to: string) => ({ from, to, when: "both" as const, feeds: [] })
  const edges = [edge("a", "b"), edge("b", "c"), edge("a", "x"), edge("y", "c")]
  expect([...flowThrough(edges, "b")].toSorted()).toEqual(["a", "b", "c"])
})
test("a path rounds its corners", () => {
  expect(
    pathOf([
      [0, 0],
      [20, 0],
      [20, 20],
    ]),
  ).toBe("M0 0L14 0Q20 0 20 6L20 20")
})
