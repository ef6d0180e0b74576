import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type Asked, forecastAnswer, sayRange } from "./answer"
import type { WhatMoved } from "./moved"
import type { MoveKind } from "./steps"

const today = day("2026-02-02")
const part = (kind: MoveKind, days: number) => ({ kind, days, with: null })
const moved: WhatMoved = {
  sinceRunId: null,
  gates: [
    {
      ...{ gateId: "g3", from: "2026-03-05", to: "2026-03-14", days: 9 },
      parts: [part("scope", 1), part("estimates", -2), part("progress", 7), part("risks", 3)],
    },
  ],
  causes: [
    {
      kind: "progress",
      count: 4,
      main: [
        { about: "time", id: null, what: "days-went-by", size: 7 },
        { about: "item", id: "zone", what: "percent", size: 2 },
      ],
    },
    { kind: "risks", count: 1, main: [{ about: "risk", id: "net", what: "more-likely", size: 3 }] },
  ],
}
const asked: Asked = {
  gate: { id: "g3", name: "Gate 3", targetDay: null },
  days: { p10: day("2026-03-02"), p50: day("2026-03-09"), p80: day("2026-03-14"), p90: day("2026-03-20") },
  ...{ percentages: true, moved, today },
  nameOf: (id) => ({ zone: "Landing zone", net: "Late network" })[id] ?? null,
}
const said = (more: Partial<Asked> = {}) =>
  forecastAnswer({ ...asked, ...more })
    .map(({ text }) => text)
    .join("")

describe("the answer of the forecast", () => {
  test("says the day, its chance, the shift and what it came from", () => {
    expect(said()).toBe(
      "Gate 3: 80% likely by 14 Mar; 9 days later than the previous forecast, due to delays (Landing zone and 2 more) and higher risk (Late network).",
    )
  })
  test("says a range without a percentage while estimates are unconfirmed", () => {
    expect(said({ percentages: false, moved: null })).toBe("Gate 3: between 2 and 20 Mar, estimates unconfirmed.")
    expect(said({ percentages: false })).not.toContain("%")
  })
  test("says when the day lies after the target", () => {
    const gate = { ...asked.gate, targetDay: day("2026-03-13") }
    expect(said({ gate, moved: null })).toBe("Gate 3: 80% likely by 14 Mar, after its target of 13 Mar.")
    expect(said({ gate: { ...gate, targetDay: day("2026-03-14") }, moved: null })).toBe("Gate 3: 80% likely by 14 Mar.")
  })
  test("says that nothing moved, and names no cause it does not know", () => {
    const still = { ...moved, gates: [{ gateId: "g3", from: "2026-03-14", to: "2026-03-14", days: 0, parts: [] }] }
    expect(said({ moved: still })).toBe("Gate 3: 80% likely by 14 Mar; unchanged from the previous forecast.")
    const sooner = {
      ...moved,
      causes: [],
      gates: [{ gateId: "g3", from: "", to: "", days: -1, parts: [part("links", -1)] }],
    }
    expect(said({ moved: sooner })).toBe(
      "Gate 3: 80% likely by 14 Mar; 1 day earlier than the previous forecast, due to changed dependencies.",
    )
  })
  test("names both months and both years where a range needs them", () => {
    expect(sayRange(day("2026-02-28"), day("2026-03-04"), today)).toBe("between 28 Feb and 4 Mar")
    expect(sayRange(day("2026-12-28"), day("2027-01-04"), today)).toBe("between 28 Dec 2026 and 4 Jan 2027")
    expect(sayRange(day("2027-01-02"), day("2027-01-04"), today)).toBe("between 2 and 4 Jan 2027")
    expect(sayRange(day("2026-03-04"), day("2026-03-04"), today)).toBe("on 4 Mar")
  })
})
