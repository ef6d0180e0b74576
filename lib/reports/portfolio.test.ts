import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { ProgrammeSummary } from "@/lib/plan/roadmap/programme"
import { portfolioLine } from "./portfolio"
import { foreseen, gate, item, monday, roadmap } from "./test-facts"

const summary: ProgrammeSummary = {
  ...{ id: "p", name: "Northbridge", organisation: "Northbridge Bank", role: "lead", demo: false, archived: false },
  ...{ items: 1, done: 0, blocked: 0, startDay: monday, claimedPercent: 0 },
}
const parts = (targetDay: string | null) => ({
  ...roadmap({ gates: [gate(0, { targetDay: targetDay === null ? null : day(targetDay) }), gate(1)] }),
  ...{ items: [item("a")], checks: [] },
})
const told = (targetDay: string | null, confirmedShare: number | null) =>
  portfolioLine(
    summary,
    parts(targetDay),
    { gates: [foreseen("gate-0", "2026-03-02", "2026-03-14", "2026-03-20")], confirmedShare, madeOn: monday },
    monday,
  ).nextGate?.forecast

test("the next gate is told by the newest forecast, with the days after its target", () => {
  expect(told("2026-03-10", 0.5)).toEqual({ words: "80% likely by 14 Mar", madeOn: monday, daysLate: 4 })
  expect(told("2026-03-20", null)?.daysLate).toBe(0)
  expect(told(null, 0.5)?.daysLate).toBe(0)
})
test("unconfirmed estimates give a range, which is late for nobody", () => {
  expect(told("2026-03-01", 0.49)).toEqual({ words: "between 2 and 20 Mar", madeOn: monday, daysLate: 0 })
})
test("without a forecast the next gate has the day of the plan alone", () => {
  expect(portfolioLine(summary, parts(null), null, monday).nextGate).toMatchObject({
    day: "2026-03-06",
    forecast: null,
  })
})
