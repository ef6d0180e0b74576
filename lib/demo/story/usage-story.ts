import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"

/** What the platform used a day when it was grown up: product, SKU, DBU, the use case it is tagged with. */
const parts = [
  { product: "JOBS", sku: "PREMIUM_JOBS_COMPUTE", dbu: 980, tag: "fraud-signals", workspace: "7405601" },
  { product: "JOBS", sku: "PREMIUM_JOBS_COMPUTE", dbu: 610, tag: "regulatory-reporting", workspace: "7405601" },
  { product: "SQL", sku: "PREMIUM_SERVERLESS_SQL_COMPUTE", dbu: 420, tag: "finance-dashboards", workspace: "7405601" },
  { product: "DLT", sku: "PREMIUM_DLT_ADVANCED_COMPUTE", dbu: 330, tag: "fraud-signals", workspace: "7405602" },
  { product: "ALL_PURPOSE", sku: "PREMIUM_ALL_PURPOSE_COMPUTE", dbu: 240, tag: "", workspace: "7405603" },
] as const
const prices: Readonly<Record<string, number>> = {
  ...{ PREMIUM_JOBS_COMPUTE: 0.27, PREMIUM_SERVERLESS_SQL_COMPUTE: 0.84, PREMIUM_DLT_ADVANCED_COMPUTE: 0.49 },
  PREMIUM_ALL_PURPOSE_COMPUTE: 0.5,
}
const ACCOUNT = "northbridge"

/** How far the platform has grown on a day, 0 to 1; weekends are quiet, and one run a quarter went wrong. */
function load(from: number, today: number, at: number): number {
  const growth = 0.12 + (0.88 * (at - from)) / Math.max(1, today - from)
  const weekday = (at + 4) % 7 // day 0 of the epoch was a Thursday
  const isWeekend = weekday === 6 || weekday === 0
  const wave = 1 + 0.06 * Math.sin(at * 1.7)
  return growth * (isWeekend ? 0.45 : 1) * wave * (at % 91 === 14 ? 1.9 : 1)
}

/** Rows of usage as `system.billing.usage` has them, from a day until the day before today. */
export function usageCsv(from: Day, today: Day): string {
  const [first, last] = [ordinalOf(from), ordinalOf(today) - 1]
  const rows: string[] = [
    "record_id,account_id,workspace_id,usage_date,usage_end_time,sku_name,cloud,usage_unit,usage_quantity,billing_origin_product,custom_tags",
  ]
  for (let at = first; at <= last; at++) {
    const day = dayOf(at)
    for (const [index, { product, sku, dbu, tag, workspace }] of parts.entries()) {
      const quantity = (dbu * load(first, last, at)).toFixed(4)
      const tags = tag === "" ? "" : `"{""use_case"":""${tag}""}"`
      rows.push(
        [
          `${day}-${index}`,
          ACCOUNT,
          workspace,
          day,
          `${day}T22:00:00Z`,
          sku,
          "AZURE",
          "DBU",
          quantity,
          product,
          tags,
        ].join(","),
      )
    }
  }
  const since = dayOf(last - 20)
  rows.push(
    [
      `${since}-lakebase`,
      ACCOUNT,
      "7405602",
      since,
      `${since}T22:00:00Z`,
      "PREMIUM_DATABASE_STORAGE",
      "AZURE",
      "GB",
      "212",
      "DATABASE",
      "",
    ].join(","),
  )
  return rows.join("\n")
}

/** The list prices of these SKUs; the storage has none, so that its usage stands apart. */
export const pricesCsv = (currency: string, from: Day): string =>
  [
    "sku_name,cloud,usage_unit,currency_code,price_start_time,price_end_time,price",
    ...Object.entries(prices).map(([sku, price]) =>
      [sku, "AZURE", "DBU", currency, `${from}T00:00:00Z`, "", price].join(","),
    ),
  ].join("\n")
