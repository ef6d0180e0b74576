import type { Day } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { calendarDay, choice, keyOf, prose, relation, share, text } from "@/lib/records/kinds"
import { type ChangeOf, field, preset, record, required, type ViewOf } from "@/lib/records/record"

export const certainties = { confirmed: "Confirmed", tentative: "Tentative" } as const

/** Somebody, or a placeholder for somebody not found yet, who works for the programme in a period. */
export const allocation = record({
  ...{ type: "allocation", path: "allocations", table: "allocation" },
  names: { one: "allocation", many: "allocations" },
  ...{ read: "programme.read", edit: "plan.edit", title: "name", keys: ["key", "name"] },
  fields: {
    name: required(text(120), { label: "Allocation", width: 200 }),
    personId: field(relation("person"), { label: "Person", hint: "Empty for a placeholder", width: 150 }),
    roleKey: field(keyOf("role"), { label: "Role", width: 150 }),
    workstreamId: field(relation("workstream"), { label: "Workstream", width: 170, showFrom: 1000 }),
    startDay: required(calendarDay, { label: "From", width: 110 }),
    finishDay: required(calendarDay, { label: "To", width: 110 }),
    share: preset(share, 1, { label: "Share", hint: "Of a full-time person", width: 80 }),
    certainty: preset(choice(certainties), "confirmed", { label: "Certainty", width: 110, showFrom: 900 }),
    key: field(text(80), { label: "Key", hint: "In the system it is imported from", width: 120, hiddenAtFirst: true }),
    note: preset(prose(10_000), "", { label: "Note", erasable: true }),
  },
  refusals: { "ends-before-start": { status: 422, sentence: "The last day can't be before the first one." } },
})
export type AllocationView = ViewOf<typeof allocation>

type Period = { readonly startDay: Day; readonly finishDay: Day }
type PeriodChange = { readonly startDay?: Day | undefined; readonly finishDay?: Day | undefined }

/** What a change does to the end of a period: a first day moved behind the last one takes it along. */
export function endAfter(
  before: Period | null,
  change: PeriodChange,
): Result<{ finishDay?: Day }, "ends-before-start"> {
  const { startDay = before?.startDay, finishDay = before?.finishDay } = change
  if (!startDay || !finishDay || startDay <= finishDay) return ok({})
  return change.finishDay === undefined ? ok({ finishDay: startDay }) : refuse("ends-before-start")
}

/** Keeps the days of an allocation in order. */
export function judgeAllocation(
  before: AllocationView | null,
  change: ChangeOf<typeof allocation>,
): Result<ChangeOf<typeof allocation>, "ends-before-start"> {
  const end = endAfter(before, change)
  return end.ok ? ok({ ...change, ...end.value }) : end
}
