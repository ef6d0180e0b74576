import type { Day } from "@/lib/base/kernel/day"
import { calendarDay, choice, prose, relation, text } from "@/lib/records/kinds"
import { field, preset, record, required, type ViewOf } from "@/lib/records/record"

export const actionStates = { open: "Open", done: "Done", dropped: "Dropped" } as const

/** What somebody promised in a meeting, until when. */
export const action = record({
  ...{ type: "action", path: "actions", table: "steering_action" },
  names: { one: "action", many: "actions" },
  ...{ read: "programme.read", edit: "steering.edit", title: "title", keys: ["title"] },
  fields: {
    title: required(text(200), { label: "Action", width: 280, erasable: true }),
    ownerId: field(relation("person"), { label: "Owner", width: 140, showFrom: 560 }),
    dueDay: field(calendarDay, { label: "Due", width: 100, showFrom: 380 }),
    state: preset(choice(actionStates), "open", { label: "Status", width: 100 }),
    meeting: field(text(120), { label: "Meeting", width: 160, showFrom: 760, hint: "Where it was agreed" }),
    askId: field(relation("ask"), { label: "Decision", width: 180, showFrom: 1000 }),
    note: preset(prose(4_000), "", { label: "Note", erasable: true }),
  },
})
export type ActionView = ViewOf<typeof action>

/** Whether an action is past its day and not done. */
export const isOverdueAction = ({ state, dueDay }: Pick<ActionView, "state" | "dueDay">, today: Day): boolean =>
  state === "open" && dueDay !== null && dueDay < today
