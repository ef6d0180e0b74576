import { calendarDay, choice, text } from "@/lib/records/kinds"
import { record, required, type ViewOf } from "@/lib/records/record"

export const dimensionNames = {
  ...{ schedule: "Schedule", cost: "Cost", scope: "Scope", risk: "Risk", benefits: "Benefits" },
} as const
export type Dimension = keyof typeof dimensionNames
export const colourNames = { green: "Green", amber: "Amber", red: "Red" } as const
export type Colour = keyof typeof colourNames

/** Another status than the rule gives, with a reason and an end. */
export const ragOverride = record({
  ...{ type: "rag-override", path: "rag-overrides", table: "rag_override" },
  names: { one: "status override", many: "status overrides" },
  ...{ read: "programme.read", edit: "steering.report", title: "reason", keys: ["reason"] },
  fields: {
    reason: required(text(300), { label: "Reason", width: 320, erasable: true }),
    dimension: required(choice(dimensionNames), { label: "Area", width: 110 }),
    colour: required(choice(colourNames), { label: "Status", width: 90 }),
    untilDay: required(calendarDay, { label: "Until", width: 110 }),
  },
})
export type RagOverrideView = ViewOf<typeof ragOverride>
