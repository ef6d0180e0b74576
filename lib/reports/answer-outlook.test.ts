import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { WhatMoved } from "@/lib/plan/forecast/moved"
import type { Outlook } from "./outlook"
import { overviewOf } from "./overview"
import { check, facts, foreseen, gate, item, outlook, roadmap } from "./test-facts"

const text = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join("")
const moved = (days: number): WhatMoved => ({
  sinceRunId: "run-1",
  gates: [
    {
      ...{ gateId: "gate-0", from: "2026-03-05", to: "2026-03-14", days },
      parts: [
        { kind: "progress", days: days + 3, with: null },
        { kind: "estimates", days: -3, with: null },
      ],
    },
  ],
  causes: [{ kind: "progress", count: 2, main: [{ about: "item", id: "a", what: "percent", size: 3 }] }],
})
const gates = [
  foreseen("gate-0", "2026-03-02", "2026-03-14", "2026-03-20"),
  foreseen("gate-1", "2026-04-01", "2026-05-01"),
]
function view(newest: Outlook | null, { target, score = null }: { target?: string; score?: string | null } = {}) {
  const first = gate(0, target ? { targetDay: day(target) } : {})
  return overviewOf(
    facts([item("a", { status: "blocked", reason: "no licence" })], {
      roadmap: roadmap({ gates: [first, gate(1)] }),
      checks: [check("x", { due: true, verdict: "met" }), check("y", { due: true })],
      forecast: { newest, before: null, score },
    }),
  )
}

describe("the answer with a forecast", () => {
  test("says the day at 80%, what moved it and why, and what is proved", () => {
    const { answer, basis } = view(outlook(gates, { moved: moved(9) }), { target: "2026-03-10" })
    expect(text(answer)).toBe(
      "Gate 0: 80% likely by 14 Mar, after its target of 10 Mar; 9 days later than the previous forecast, due to delays (Item a and 1 more). 1 of 2 due checks are proved.",
    )
    expect(text(basis)).toBe(
      "P50 2 Mar, target 10 Mar. Moved by: progress and delays +12 d, estimates −3 d. 0 of 1 work items are reported done, 1 is blocked.",
    )
  })
  test("leads from its day to the forecast of that gate", () => {
    const { answer } = view(outlook(gates))
    expect(answer.find(({ text: said }) => said === "80% likely by 14 Mar")?.behind).toEqual({
      list: "forecast",
      gate: "gate-0",
    })
  })
  test("says a range and no percentage while less than half of the critical work is confirmed", () => {
    const { answer, basis } = view(outlook(gates, { confirmedShare: 0.129 }))
    expect(text(answer)).toMatch(/^Gate 0: between 2 and 20 Mar, estimates unconfirmed\. /)
    expect(text([...answer, ...basis])).not.toContain("%")
    expect(text(basis)).toContain("Estimates confirmed for 12 of 100 critical days; probabilities show from 50.")
  })
  test("says the percentage from exactly half on, and when no critical work is left", () => {
    for (const confirmedShare of [0.5, null])
      expect(text(view(outlook(gates, { confirmedShare })).answer)).toContain("80% likely")
  })
  test("says first of which day it is when it is out of date, and leads to a new one", () => {
    const old = view(outlook(gates, { isCurrent: false, statusDay: day("2026-02-18") }))
    expect(text(old.answer)).toMatch(/^Forecast of 18 Feb. Gate 0: 80% likely by 14 Mar\. /)
    expect(old.basis[0]).toEqual({
      ...{ text: "The plan or date has changed since; run a new forecast.", tone: "plain" },
      behind: { list: "forecast" },
    })
    const today = view(outlook(gates, { isCurrent: false }))
    expect(text(today.answer)).toMatch(/^Today's earlier forecast\. Gate 0: /)
    expect(today.basis[0]?.text).toBe("The plan has changed since; run a new forecast.")
  })
  test("tells how earlier forecasts did once one could be scored", () => {
    const score = "Our P80s came true 7 times of 9."
    expect(text(view(outlook(gates), { score }).basis)).toContain(score)
  })
})

describe("the answer without a forecast", () => {
  test("is the day of the plan, and says that there is none", () => {
    const { answer, basis } = view(null)
    expect(text(answer)).toMatch(/^Gate 0 is planned for 6 Mar\. /)
    expect(text(basis)).toContain("not a forecast.")
    expect(basis.find(({ text: said }) => said === "No forecast has been run yet")?.behind).toEqual({
      list: "forecast",
    })
  })
  test("says of a gate before the next one that no work leads to it, and gives it no day", () => {
    const { answer, phases } = overviewOf(facts([item("a", { workstreamId: "w-1" })], { roadmap: roadmap() }))
    expect(text(answer)).toMatch(
      /^No work leads to Gate 0, so it has no date and no probability\. Gate 1 is planned for 6 Mar\. /,
    )
    expect(phases.map((phase) => phase.gate?.plannedDay)).toEqual([null, "2026-03-06"])
  })
  test("is that of the plan too when the forecast does not know the gate", () => {
    const { answer, basis } = view(outlook([]))
    expect(text(answer)).toMatch(/^Gate 0 is planned for /)
    expect(text(basis)).not.toContain("No forecast")
  })
})
