import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { drivingPathOf, type PlanParts, planOf } from "@/lib/plan/roadmap/plan"
import { PATH_TEST_DAYS } from "./points"

/** Which work was made longer, and how many working days the gate moved by it. */
export type PathTested = { readonly itemId: string; readonly gateId: string; readonly moved: number }

/**
 * Makes the earliest open work whose finish lies on the driving path of the last gate 600 working days longer: in a sound network the gate
 * moves by as much. A constraint or a missing link that breaks the path shows (DCMA's critical path test).
 */
export function pathTest(parts: PlanParts, statusDay: Day): Result<PathTested, string> {
  const gate = parts.gates.at(-1)
  if (!gate || gate.passedAt) return refuse("No gate is ahead.")
  const before = planOf(parts, statusDay)
  const path = drivingPathOf(parts, statusDay, { kind: "gate", id: gate.id })
  if (!before.ok || !path.ok) return refuse("The plan has no dates.")
  const open = new Set(parts.items.flatMap(({ id, status }) => (status === "done" || status === "dropped" ? [] : [id])))
  const types = new Map(parts.links.map(({ id, type }) => [id, type]))
  const steps = path.value ?? []
  // Longer work moves what counts from its finish; what counts from its start stays.
  const first = steps.findLast(({ node }, at) => {
    const next = steps[at - 1]
    const byFinish = next && "linkId" in next ? types.get(next.linkId)?.[0] === "F" : next?.because !== "first-item"
    return node.kind === "item" && open.has(node.id) && byFinish
  })?.node.id
  const was = before.value.dates.gates.get(gate.id)
  if (first === undefined || !was) return refuse("No open work lies on the path to the last gate.")
  const items = parts.items.map((item) => (item.id === first ? longer(item) : item))
  const after = planOf({ ...parts, items }, statusDay)
  const is = after.ok ? after.value.dates.gates.get(gate.id) : undefined
  if (!is) return refuse("The longer plan would end after 2199.")
  return ok({ itemId: first, gateId: gate.id, moved: workingDaysBetween(before.value.calendar, was, is) })
}

/** Work under way has so much more left; all else takes so much longer. */
function longer(item: PlanParts["items"][number]): PlanParts["items"][number] {
  const { likely, remainingDays, percent } = item
  const left = remainingDays ?? (likely ?? 1) * (1 - percent / 100)
  return { ...item, likely: (likely ?? 1) + PATH_TEST_DAYS, remainingDays: left + PATH_TEST_DAYS }
}
