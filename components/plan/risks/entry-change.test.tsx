import { describe, expect, it } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import { changedLine, delayText, type EntryChange, putBack, sayEntryChange } from "./entry-change"

const line = {
  ...{ id: "e", version: 3, kind: "risk", state: "open", title: "Late licence", probability: 0.4, impact: 4 },
  ...{ delay: { optimistic: 5, likely: 10, pessimistic: 25 }, dueDay: null, workstreamIds: [], gateIds: [] },
  ...{ exposure: 1.6, expectedDelay: 4.7, trend: "steady", overdue: false },
} as unknown as RegisterLine
const today = day("2026-11-23")

describe("a change of a register entry", () => {
  it("shows its exposure and expected delay before the server has answered", () => {
    const after = changedLine(line, { probability: 0.8 }, today)
    expect(after.exposure).toBeCloseTo(3.2)
    expect(after.expectedDelay).toBeCloseTo(0.8 * (70 / 6))
  })
  it("makes an entry overdue as soon as its day lies before today", () => {
    expect(changedLine(line, { dueDay: day("2026-11-20") }, today).overdue).toBe(true)
  })
  it("can be put back to exactly what was there", () => {
    const change: EntryChange = { probability: 0.9, impact: null, state: "closed" }
    expect(putBack(line, change)).toEqual({ probability: 0.4, impact: 4, state: "open" })
  })
  it("never puts back the state of what came true", () => {
    expect(putBack({ ...line, state: "came_true" }, { title: "Other", state: "closed" })).toEqual({
      title: "Late licence",
    })
  })
  it("is told in words", () => {
    expect(sayEntryChange({ probability: 0.25, delay: null })).toBe("probability 25%, no delay")
    expect(delayText(line.delay)).toBe("5 / 10 / 25")
  })
})
