import { prose, relations, text, wholeNumber } from "@/lib/records/kinds"
import { field, preset, record, required } from "@/lib/records/record"

/** People who plan their sprints together. */
export const team = record({
  ...{ type: "team", path: "teams", table: "team" },
  names: { one: "team", many: "teams" },
  ...{ read: "programme.read", edit: "plan.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "Name", width: 220 }),
    memberIds: preset(relations("person"), [], { label: "Members", width: 320 }),
    progressLimit: field(wholeNumber({ from: 1, to: 999 }), {
      ...{ label: "In-progress limit", hint: "More are shown on the board, never refused", width: 130 },
    }),
    note: preset(prose(10_000), "", { label: "Note", erasable: true }),
  },
})
