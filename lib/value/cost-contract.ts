import * as z from "zod"
import { Day } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { contractsOf } from "@/lib/records/contracts"
import { budget } from "./cost/budget"

export const budgetContracts = contractsOf(budget)

/** A gigabyte: a million rows of usage are about 400 MB. */
const MOST_BYTES = 1_000_000_000
const common = { audience: "programme" } as const
const refusals = {
  "unreadable-file": {
    status: 422,
    sentence: "The file has errors, so nothing was imported. Each error shows its line.",
  },
  "no-rows": { status: 422, sentence: "This file has no rows." },
} as const

export const importUsage = contract({
  ...common,
  ...{ name: "importUsage", permission: "cost.edit", method: "POST" },
  path: "/programmes/{programmeId}/usage/file",
  summary: "Import rows of system.billing.usage as CSV; each day in the file replaces that account's day",
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.int(), days: z.int(), from: Day, to: Day }),
  refusals,
  takes: { maxBytes: MOST_BYTES },
})

export const importListPrices = contract({
  ...common,
  ...{ name: "importListPrices", permission: "cost.edit", method: "POST" },
  path: "/programmes/{programmeId}/list-prices/file",
  summary: "Import rows of system.billing.list_prices as CSV; all prices of the programme are replaced",
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.int() }),
  refusals,
  takes: { maxBytes: 50_000_000 },
})

const Amount = z.string().meta({ description: "In the programme's currency, with two decimals." })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Use a month such as 2026-11.")

export const getCost = contract({
  ...common,
  ...{ name: "getCost", permission: "cost.read", method: "GET" },
  path: "/programmes/{programmeId}/cost",
  summary: "What the platform cost in a month by product, workspace, SKU or tag, with budget and projection",
  input: z.strictObject({
    month: Month.optional().meta({ description: "The newest with usage when it is left out." }),
    by: z.enum(["product", "workspace", "sku", "tag"]).default("product"),
    tag: z.string().max(200).optional().meta({ description: "The key of the tag to go by; the commonest otherwise." }),
  }),
  output: z.strictObject({
    currency: z.string(),
    month: Month.nullable(),
    to: Day.nullable().meta({ description: "The newest day of usage in the month." }),
    tag: z.string().nullable(),
    tags: z.array(z.string()),
    total: Amount,
    rows: z.array(
      z.strictObject({
        key: z.string().nullable().meta({ description: "Null: untagged, or without a product or workspace." }),
        amount: Amount,
        before: Amount.meta({ description: "The same days of the month before." }),
      }),
    ),
    months: z.array(z.strictObject({ month: Month, amount: Amount, budget: Amount.nullable() })),
    days: z.array(z.strictObject({ day: Day, amount: Amount })),
    unpriced: z.array(z.strictObject({ sku: z.string(), unit: z.string(), quantity: z.string() })).meta({
      description: "Usage without a matching price; not included in any total.",
    }),
    projection: z.strictObject({ low: Amount, value: Amount, high: Amount }).nullable(),
  }),
  refusals: {},
})
