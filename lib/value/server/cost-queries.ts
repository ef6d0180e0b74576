import * as z from "zod"
import { database } from "@/lib/base/db/client"
import { type Day, day, ordinalOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { findAll } from "@/lib/records/server/queries"
import { centsOf, exactOf, roundedParts, sayCents } from "../cost/allocate"
import { budget } from "../cost/budget"
import { projectionOf } from "../cost/projection"
import type { getCost } from "../cost-contract"

type Input = z.output<typeof getCost.input>
const Sums = z.array(z.object({ key: z.string().nullable(), exact: z.string() }))
const UNTAGGED = "\u0000"

/**
 * Every row of usage with its price: by SKU, cloud, unit and the price's time at the end of the usage. Where prices
 * overlap, the later one begins where it begins. A row that no price fits has none.
 */
const priced = `
  WITH price AS (
    SELECT sku, cloud, unit, price, start_at,
      least(coalesce(end_at, 'infinity'), coalesce(lead(start_at) OVER (PARTITION BY sku, cloud, unit ORDER BY start_at), 'infinity')) AS until
    FROM list_price WHERE programme_id = $1::uuid AND currency = $2
  ), cost AS (
    SELECT u.*, u.quantity * p.price AS amount
    FROM usage_row u LEFT JOIN price p
      ON p.sku = u.sku AND p.cloud = u.cloud AND p.unit = u.unit AND u.end_at >= p.start_at AND u.end_at < p.until
    WHERE u.programme_id = $1::uuid
  )`

/** Sums of the priced usage, exact, as text. */
async function sums(actor: { readonly programmeId: Id; readonly currency: string }, sql: string, ...more: unknown[]) {
  const rows = await database().prisma.$queryRawUnsafe<unknown[]>(
    `${priced} ${sql}`,
    actor.programmeId,
    actor.currency,
    ...more,
  )
  return Sums.parse(rows).map(({ key, exact }) => ({ key: key ?? UNTAGGED, exact: exactOf(exact) }))
}

/** `12.5` with at most 18 places: a sum of products has more, and what is beyond is no cent. */
const exactly = (of: string) => `trim_scale(round(coalesce(sum(${of}), 0), 18))::text AS exact`

const keys = {
  ...{ product: "nullif(product, '')", workspace: "nullif(workspace_id, '')", sku: "sku" },
  tag: "nullif(tags->>$5, '')",
} as const

export async function findCost(actor: ProgrammeActor, { month: asked, by, tag: askedTag }: Input) {
  const { programmeId } = actor
  const { prisma } = database()
  const { currency } = await prisma.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { currency: true },
  })
  const at = { programmeId, currency }
  const [byMonth, tags, budgets] = await Promise.all([
    sums(at, `SELECT to_char(day, 'YYYY-MM') AS key, ${exactly("amount")} FROM cost GROUP BY 1 ORDER BY 1`),
    findTags(programmeId),
    findAll(budget, programmeId),
  ])
  const budgetOf = (month: string) => {
    const all = budgets.filter(({ monthDay }) => monthDay.startsWith(month))
    return all.length === 0 ? null : all.reduce((sum, { amount }) => sum + exactOf(amount), 0n)
  }
  const months = byMonth.map(({ key, exact }) => {
    const of = budgetOf(key)
    return { month: key, amount: sayCents(centsOf(exact)), budget: of === null ? null : sayCents(centsOf(of)) }
  })
  const month = asked ?? months.at(-1)?.month ?? null
  const tag = askedTag ?? tags[0] ?? null
  const none = { currency, month, tag, tags, months, to: null, total: "0.00", rows: [], days: [], unpriced: [] }
  if (month === null) return { ...none, projection: null }
  const [first, last] = [day(`${month}-01`), lastOf(month)]
  const days = await sums(
    at,
    `SELECT day::text AS key, ${exactly("amount")} FROM cost WHERE day BETWEEN $3::date AND $4::date GROUP BY 1 ORDER BY 1`,
    ...[shifted(first, -1), last],
  )
  const own = days.filter(({ key }) => key >= first)
  const to = own.at(-1)?.key ?? null
  const grouped = (from: string, until: string) =>
    sums(
      at,
      `SELECT ${keys[by]} AS key, ${exactly("amount")} FROM cost WHERE day BETWEEN $3::date AND $4::date ${by === "tag" ? "" : "AND $5::text IS NOT DISTINCT FROM $5::text"} GROUP BY 1 HAVING count(amount) > 0`,
      ...[from, until, tag ?? ""],
    )
  const beforeFirst = shifted(first, -1)
  const [now, before, unpriced] = await Promise.all([
    grouped(first, last),
    to ? grouped(beforeFirst, sameDay(beforeFirst, to)) : Promise.resolve([]),
    findUnpriced(at, first, last),
  ])
  const [cents, centsBefore] = [roundedParts(now), roundedParts(before)]
  const spent = own.reduce((sum, { exact }) => sum + exact, 0n)
  const daysLeft = to ? ordinalOf(last) - ordinalOf(day(to)) : 0
  const found = to
    ? projectionOf(
        Number(centsOf(spent)),
        days.map(({ exact }) => Number(centsOf(exact))),
        daysLeft,
      )
    : null
  const rounded = (value: number) => sayCents(BigInt(Math.round(value)))
  return {
    ...none,
    to: to === null ? null : day(to),
    total: sayCents(centsOf(spent)),
    rows: now
      .map(({ key }) => ({
        ...{ key: key === UNTAGGED ? null : key, cents: cents.get(key) ?? 0n },
        before: sayCents(centsBefore.get(key) ?? 0n),
      }))
      .toSorted((a, b) => Number(b.cents - a.cents))
      .map(({ key, cents: amount, before: then }) => ({ key, amount: sayCents(amount), before: then })),
    days: own.map(({ key, exact }) => ({ day: day(key), amount: sayCents(centsOf(exact)) })),
    unpriced,
    projection: found && { low: rounded(found.low), value: rounded(found.value), high: rounded(found.high) },
  }
}

async function findTags(programmeId: Id): Promise<string[]> {
  const rows = await database().prisma.$queryRaw<{ key: string }[]>`
    SELECT key, count(*) FROM usage_row, jsonb_object_keys(tags) AS key WHERE programme_id = ${programmeId}::uuid
    GROUP BY key ORDER BY count(*) DESC, key LIMIT 50`
  return rows.map(({ key }) => key)
}

const Unpriced = z.array(z.strictObject({ sku: z.string(), unit: z.string(), quantity: z.string() }))
async function findUnpriced({ programmeId, currency }: { programmeId: Id; currency: string }, from: Day, to: Day) {
  const rows = await database().prisma.$queryRawUnsafe<unknown[]>(
    `${priced} SELECT sku, unit, trim_scale(sum(quantity))::text AS quantity FROM cost
     WHERE amount IS NULL AND day BETWEEN $3::date AND $4::date GROUP BY 1, 2 HAVING sum(quantity) <> 0 ORDER BY 1, 2`,
    ...[programmeId, currency, from, to],
  )
  return Unpriced.parse(rows)
}

/** The same day of another month; the last one where it has no such day. */
function shifted(at: Day, months: number): Day {
  const [year = 0, month = 0] = at.split("-").map(Number)
  const total = year * 12 + month - 1 + months
  return day(`${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}-01`)
}
function lastOf(month: string): Day {
  const next = shifted(day(`${month}-01`), 1)
  const at = new Date(`${next}T00:00:00Z`)
  at.setUTCDate(0)
  return day(at.toISOString().slice(0, 10))
}
function sameDay(first: Day, like: string): Day {
  const month = first.slice(0, 7)
  const wanted = `${month}-${like.slice(8)}`
  const last = lastOf(month)
  return wanted > last ? last : day(wanted)
}
