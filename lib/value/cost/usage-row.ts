import { isDay } from "@/lib/base/kernel/day"

/** A row of `system.billing.usage` as a file brings it. Quantities are plain decimal text. */
export type UsageRow = {
  readonly accountId: string
  readonly recordId: string
  readonly day: string
  readonly endAt: string
  readonly sku: string
  readonly cloud: string
  readonly unit: string
  readonly product: string
  readonly workspaceId: string
  readonly tags: Readonly<Record<string, string>>
  readonly quantity: string
}
/** A price and the time that it holds: from `startAt` until `endAt`, which is no longer part of it. */
export type PriceRow = {
  readonly sku: string
  readonly cloud: string
  readonly unit: string
  readonly currency: string
  readonly startAt: string
  readonly endAt: string | null
  readonly price: string
}
type Read<Row> = { readonly row: Row } | { readonly problem: string }
type Cells = (name: string) => string

const decimal = /^-?\d{1,18}(\.\d{1,18})?$/

/** An instant as Databricks writes it, `2026-10-01T00:00:00.000+00:00` or `2026-10-01 00:00:00`; UTC when it names no zone. */
export function instantOf(text: string): string | null {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.replace(" ", "T")}Z`
  const at = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? Date.parse(zoned.replace(" ", "T")) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** A row of usage, or what is wrong with it. All types of record count; corrections may be below nought. */
export function readUsage(cell: Cells): Read<UsageRow> {
  const [recordId, accountId, day] = [cell("record_id"), cell("account_id"), cell("usage_date")]
  if (recordId === "" || accountId === "") return { problem: "account_id and record_id are needed." }
  if (!isDay(day)) return { problem: `usage_date "${day}" is no date such as 2026-10-01.` }
  const endAt = instantOf(cell("usage_end_time"))
  if (!endAt) return { problem: `usage_end_time "${cell("usage_end_time")}" is no time such as 2026-10-01T00:00:00Z.` }
  const quantity = cell("usage_quantity")
  if (!decimal.test(quantity)) return { problem: `usage_quantity "${quantity}" is no number.` }
  const tags = tagsOf(cell("custom_tags"))
  if (!tags) return { problem: "custom_tags is no JSON object of texts." }
  const [sku, cloud, unit] = [cell("sku_name"), cell("cloud"), cell("usage_unit")]
  if (sku === "" || unit === "") return { problem: "sku_name and usage_unit are needed." }
  const [product, workspaceId] = [cell("billing_origin_product"), cell("workspace_id")]
  return { row: { accountId, recordId, day, endAt, sku, cloud, unit, product, workspaceId, tags, quantity } }
}

/** A row of prices, or what is wrong with it. */
export function readPrice(cell: Cells): Read<PriceRow> {
  const [sku, cloud, unit, currency] = [cell("sku_name"), cell("cloud"), cell("usage_unit"), cell("currency_code")]
  if (sku === "" || unit === "" || currency === "")
    return { problem: "sku_name, usage_unit and currency_code are needed." }
  const startAt = instantOf(cell("price_start_time"))
  if (!startAt) return { problem: `price_start_time "${cell("price_start_time")}" is no time.` }
  const end = cell("price_end_time")
  const endAt = end === "" || end === "null" ? null : instantOf(end)
  if (endAt === null && end !== "" && end !== "null") return { problem: `price_end_time "${end}" is no time.` }
  const price = cell("price") || cell("pricing.effective_list.default") || cell("pricing.default")
  if (!decimal.test(price) || price.startsWith("-")) return { problem: `The price "${price}" is no amount.` }
  return { row: { sku, cloud, unit, currency, startAt, endAt, price } }
}

function tagsOf(text: string): Readonly<Record<string, string>> | null {
  if (text === "" || text === "null") return {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null
    const entries = Object.entries(parsed)
    return entries.every(([, value]) => typeof value === "string") ? Object.fromEntries(entries) : null
  } catch {
    return null
  }
}
