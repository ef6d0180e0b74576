import { calendarDay, prose, relation, text } from "@/lib/records/kinds"
import { field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"

/** What the programme is for: the business problem, the outcome wanted, and by when. */
export const objective = record({
  ...{ type: "objective", path: "objectives", table: "objective" },
  names: { one: "objective", many: "objectives" },
  ...{ read: "programme.read", edit: "value.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "Name", width: 240 }),
    ownerId: field(relation("person"), { label: "Owner", width: 150, showFrom: 700 }),
    horizonDay: field(calendarDay, { label: "Horizon", width: 110, hint: "When the outcome is expected" }),
    packKey: fixed(text(80), { label: "From the pack", hiddenAtFirst: true }),
    problem: preset(prose(4_000), "", { label: "Problem", erasable: true }),
    outcome: preset(prose(4_000), "", { label: "Outcome", erasable: true }),
  },
})
export type ObjectiveView = ViewOf<typeof objective>
