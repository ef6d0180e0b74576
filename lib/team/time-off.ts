import { ok, type Result } from "@/lib/base/kernel/result"
import { calendarDay, relation, share, text } from "@/lib/records/kinds"
import { type ChangeOf, field, preset, record, required, type ViewOf } from "@/lib/records/record"
import { endAfter } from "./allocation"

/** Days on which somebody does not work, beside weekends and holidays. */
export const timeOff = record({
  ...{ type: "time-off", path: "time-off", table: "time_off" },
  names: { one: "time off", many: "time off entries" },
  ...{ read: "programme.read", edit: "plan.edit", title: "name", keys: ["key", "name"] },
  fields: {
    name: required(text(120), { label: "Time off", width: 200, erasable: true }),
    personId: required(relation("person"), { label: "Person", width: 160 }),
    startDay: required(calendarDay, { label: "From", width: 110 }),
    finishDay: required(calendarDay, { label: "To", width: 110 }),
    share: preset(share, 1, { label: "Share of the day", width: 110 }),
    key: field(text(80), { label: "Key", hint: "In the system it is imported from", width: 120, hiddenAtFirst: true }),
  },
  refusals: { "ends-before-start": { status: 422, sentence: "The last day can't be before the first one." } },
})
export type TimeOffView = ViewOf<typeof timeOff>

/** Keeps the days in order. */
export function judgeTimeOff(
  before: TimeOffView | null,
  change: ChangeOf<typeof timeOff>,
): Result<ChangeOf<typeof timeOff>, "ends-before-start"> {
  const end = endAfter(before, change)
  return end.ok ? ok({ ...change, ...end.value }) : end
}
