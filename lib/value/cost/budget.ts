import { money } from "@/lib/records/compound-kinds"
import { calendarDay, prose, text } from "@/lib/records/kinds"
import { preset, record, required, type ViewOf } from "@/lib/records/record"

/** What may be spent on the platform in a month. Several of one month add up. */
export const budget = record({
  ...{ type: "budget", path: "budgets", table: "budget" },
  names: { one: "budget", many: "budgets" },
  ...{ read: "cost.read", edit: "cost.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "Budget", width: 220 }),
    monthDay: required(calendarDay, { label: "Month", width: 120, hint: "Any day of it" }),
    amount: required(money, { label: "Amount", width: 130, hint: "Programme currency" }),
    note: preset(prose(2_000), "", { label: "Note" }),
  },
})
export type BudgetView = ViewOf<typeof budget>
