import { expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { planOf } from "@/lib/plan/roadmap/plan"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { item, monday, roadmap } from "./test-facts"
import { type WaitingFacts, waitingOf } from "./waiting"

const mine = (id: string, more: Partial<WorkItemView> = {}) => item(id, { ownerId: "me", ...more })
function titles(items: readonly WorkItemView[], more: Partial<WaitingFacts> = {}): string[] {
  const plan = planOf({ ...roadmap(), items }, monday)
  return waitingOf({
    ...{ today: monday, items, plan: plan.ok ? plan.value : null, openInvitations: 0 },
    asker: { personId: "me", leads: false },
    ...more,
  }).map(({ title }) => title)
}
const lead: Partial<WaitingFacts> = { asker: { personId: "me", leads: true } }

test("nothing waits for somebody who owns nothing", () => {
  expect(titles([item("a"), item("b", { status: "blocked", ownerId: "other" })])).toEqual([])
})

test("blocked work comes first, then deadlines missed and to be missed, then what can start", () => {
  const items = [
    mine("soon"),
    mine("tight", { deadline: day("2026-03-03") }),
    mine("late", { deadline: day("2026-02-27") }),
    mine("stuck", { status: "blocked", reason: "no licence" }),
  ]
  expect(titles(items)).toEqual([
    "Blocked: Item stuck",
    "Past its deadline: Item late",
    "Planned past its deadline: Item tight",
    "Can start by 8 Mar: Item soon",
  ])
})

test("a deadline today is not missed yet, and finished or dropped work waits for nobody", () => {
  const onTime = mine("a", { deadline: monday, likely: 1 })
  expect(titles([onTime])).toEqual(["Can start by 8 Mar: Item a"])
  const over = { deadline: day("2026-02-27"), actualStart: day("2026-02-27"), actualFinish: day("2026-02-27") }
  expect(titles([mine("a", { ...over, status: "done" }), mine("b", { ...over, status: "dropped" })])).toEqual([])
})

test("only a lead is told what begins without owner or estimate, and of open invitations", () => {
  const items = [item("a", { likely: null }), item("far", { startNoEarlierThan: day("2026-03-09") })]
  expect(titles(items, { openInvitations: 2 })).toEqual([])
  expect(titles(items, { ...lead, openInvitations: 2 })).toEqual([
    "1 work item starts by 8 Mar without an owner",
    "1 work item starts by 8 Mar without an estimate",
    "2 invitations are still open",
  ])
})
