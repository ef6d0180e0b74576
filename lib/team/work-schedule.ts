import { calendarDay, relation, share, text } from "@/lib/records/kinds"
import { field, preset, record, required, type ViewOf } from "@/lib/records/record"

/** How much of a full week somebody works, from a day until the next change; before the first one it is all of it. */
export const workSchedule = record({
  ...{ type: "work-schedule", path: "work-schedules", table: "work_schedule" },
  names: { one: "work schedule", many: "work schedules" },
  ...{ read: "programme.read", edit: "plan.edit", title: "name", keys: ["key", "name"] },
  fields: {
    name: required(text(120), { label: "Schedule", width: 200 }),
    personId: required(relation("person"), { label: "Person", width: 160 }),
    startDay: required(calendarDay, { label: "From", width: 110 }),
    share: preset(share, 1, { label: "Works", hint: "Of a full-time week", width: 80 }),
    key: field(text(80), { label: "Key", hint: "In the system it is imported from", width: 120, hiddenAtFirst: true }),
  },
})
export type WorkScheduleView = ViewOf<typeof workSchedule>
