import { describe, expect, it } from "vitest"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { isNoWhatIf, linkKey, noWhatIf, withEstimate, withLink, withoutLink, withRisk } from "./draft"

const estimate = { optimistic: 1, likely: 2, pessimistic: 4 }
const end = (id: string): LinkView["from"] => ({ kind: "item", id }) as LinkView["from"]

describe("a scratch copy", () => {
  it("holds one estimate for an item, in the place where it was put first", () => {
    const two = withEstimate(
      withEstimate(noWhatIf, { id: "a" as never, version: 1 }, estimate),
      { id: "b" as never, version: 1 },
      estimate,
    )
    const again = withEstimate(two, { id: "a" as never, version: 2 }, { ...estimate, likely: 3 })
    expect(again.plan.items.map(({ id }) => id)).toEqual(["a", "b"])
    expect(again.plan.items[0]).toMatchObject({ version: 2, estimate: { likely: 3 } })
  })
  it("is empty again when all was put back", () => {
    const link = { add: { from: end("a"), to: end("b"), type: "FS", lag: 0 } } as const
    const full = withRisk(
      withLink(withEstimate(noWhatIf, { id: "a" as never, version: 1 }, estimate), link),
      "r",
      false,
    )
    const back = withRisk(
      withoutLink(withEstimate(full, { id: "a" as never, version: 1 }, null), linkKey(link)),
      "r",
      null,
    )
    expect(isNoWhatIf(full)).toBe(false)
    expect(isNoWhatIf(back)).toBe(true)
  })
  it("changes a link once, however often its lag is changed", () => {
    const lag = (days: number) => ({ change: { id: "l" as never, version: 1, lag: days } })
    const changes = withLink(withLink(noWhatIf, lag(2)), lag(5))
    expect(changes.plan.links).toEqual([lag(5)])
  })
})
