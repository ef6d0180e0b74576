import { createReadStream } from "node:fs"
import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { CsvFault, CsvRows } from "@/lib/base/files/csv-rows"
import { day } from "@/lib/base/kernel/day"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { type PriceRow, readPrice, readUsage, type UsageRow } from "../cost/usage-row"
import { importUsage as contract, importListPrices as pricesContract } from "../cost-contract"

/** So many rows are read and written at once. */
const BATCH = 2_000
/** A million rows take minutes. */
const LONG = { seconds: 1_800 }
/** So many errors are told. */
const MOST_FAULTS = 20

type Fault = { readonly line: number; readonly message: string }
type Reader<Row> = (cell: (name: string) => string) => { readonly row: Row } | { readonly problem: string }

/** Reads a file of CSV batch by batch, so that its size does not matter; faults are gathered, and rows given away. */
async function* batches<Row>(path: string, read: Reader<Row>, faults: Fault[]): AsyncGenerator<readonly Row[]> {
  const csv = new CsvRows()
  let head: ReadonlyMap<string, number> | null = null
  let rows: Row[] = []
  const take = function* (records: ReturnType<CsvRows["push"]>) {
    for (const { line, cells } of records) {
      if (head === null) {
        head = new Map(cells.map((name, at) => [name.trim().toLowerCase(), at]))
        continue
      }
      const columns = head
      const found = read((name) => cells[columns.get(name) ?? -1]?.trim() ?? "")
      if ("row" in found) rows.push(found.row)
      else if (faults.length < MOST_FAULTS) faults.push({ line, message: found.problem })
      if (rows.length >= BATCH) {
        yield rows
        rows = []
      }
    }
  }
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) yield* take(csv.push(String(chunk)))
  yield* take(csv.end())
  yield rows
}

/** Takes the usage of a file over. Each account's days that the file tells of are replaced, and no other. */
export const importUsage = (actor: ProgrammeActor, _: z.output<typeof contract.input>, file: Upload) =>
  transact(
    actor,
    contract,
    async (tx) => {
      const { programmeId } = actor
      const faults: Fault[] = []
      const replaced = new Set<string>()
      let rows = 0
      try {
        for await (const batch of batches(file.path, readUsage, faults)) {
          if (faults.length > 0 || batch.length === 0) continue
          await replace(tx, programmeId, batch, replaced)
          await write(tx, programmeId, batch)
          rows += batch.length
        }
      } catch (error) {
        if (!(error instanceof CsvFault)) throw error
        faults.push({ line: error.line, message: error.message })
      }
      if (faults.length > 0) return refuse("unreadable-file", { faults, detail: sayFaults(faults) })
      if (rows === 0) return refuse("no-rows")
      const days = [...new Set(Array.from(replaced, (each) => each.slice(-10)))].sort()
      const [from, to] = [day(days[0] ?? ""), day(days.at(-1) ?? "")]
      const told = { rows, days: days.length, from, to }
      return done(told, { type: "usage.imported", subject: programmeId, data: told })
    },
    LONG,
  )

/** Removes what was there of the accounts' days that a batch is the first to tell of. */
async function replace(tx: Transaction, programmeId: string, batch: readonly UsageRow[], replaced: Set<string>) {
  const fresh = new Map(
    batch
      .map(({ accountId, day: on }) => [`${accountId} ${on}`, { accountId, on }] as const)
      .filter(([key]) => !replaced.has(key)),
  )
  if (fresh.size === 0) return
  const all = [...fresh.values()]
  await tx.$executeRaw`
    DELETE FROM usage_row u USING unnest(${all.map(({ accountId }) => accountId)}::text[], ${all.map(({ on }) => on)}::date[]) AS t(account, day)
    WHERE u.programme_id = ${programmeId}::uuid AND u.account_id = t.account AND u.day = t.day`
  for (const key of fresh.keys()) replaced.add(key)
}

/** A record that comes twice counts once, as it came last. */
async function write(tx: Transaction, programmeId: string, batch: readonly UsageRow[]): Promise<void> {
  const rows = [...new Map(batch.map((row) => [`${row.accountId} ${row.recordId}`, row])).values()]
  await tx.$executeRaw`
    INSERT INTO usage_row (programme_id, account_id, record_id, day, end_at, sku, cloud, unit, product, workspace_id, tags, quantity)
    SELECT ${programmeId}::uuid, r."accountId", r."recordId", r.day, r."endAt", r.sku, r.cloud, r.unit, r.product, r."workspaceId", r.tags, r.quantity
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("accountId" text, "recordId" text, day date, "endAt" timestamptz,
      sku text, cloud text, unit text, product text, "workspaceId" text, tags jsonb, quantity numeric)
    ON CONFLICT (programme_id, account_id, record_id) DO UPDATE SET day = excluded.day, end_at = excluded.end_at,
      sku = excluded.sku, cloud = excluded.cloud, unit = excluded.unit, product = excluded.product,
      workspace_id = excluded.workspace_id, tags = excluded.tags, quantity = excluded.quantity`
}

/** Takes a list of prices over; it replaces the one before as a whole. */
export const importListPrices = (actor: ProgrammeActor, _: z.output<typeof pricesContract.input>, file: Upload) =>
  transact(actor, pricesContract, async (tx) => {
    const { programmeId } = actor
    const faults: Fault[] = []
    const all: PriceRow[] = []
    try {
      for await (const batch of batches(file.path, readPrice, faults)) all.push(...batch)
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error
      faults.push({ line: error.line, message: error.message })
    }
    if (faults.length > 0) return refuse("unreadable-file", { faults, detail: sayFaults(faults) })
    if (all.length === 0) return refuse("no-rows")
    await tx.listPrice.deleteMany({ where: { programmeId } })
    await tx.listPrice.createMany({ data: all.map((row) => ({ ...row, programmeId })), skipDuplicates: true })
    return done(
      { rows: all.length },
      { type: "list-prices.imported", subject: programmeId, data: { rows: all.length } },
    )
  })

const sayFaults = (faults: readonly Fault[]): string =>
  `Nothing was imported. ${faults
    .slice(0, 5)
    .map(({ line, message }) => `Line ${line}: ${message}`)
    .join(" ")}`
