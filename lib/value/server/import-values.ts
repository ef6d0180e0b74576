import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { fromDayColumn, toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findAll } from "@/lib/records/server/queries"
import { importKpiValues as contract } from "../contract"
import { kpi } from "../kpi"
import { type ReadRow, readValueRows } from "../value-rows"

/** Imports series: nothing is written while a row does not fit. A day that was imported before is corrected. */
export async function importKpiValues(actor: ProgrammeActor, { rows, dryRun }: z.output<typeof contract.input>) {
  // A dry run opens no transaction, which would have asked.
  if (!actor.may(contract.permission)) return refuse("not-allowed")
  const kpis = await findAll(kpi, actor.programmeId)
  const { read, problems } = readValueRows(rows, kpis, actor.membership.today)
  const answer = { read: read.length, problems: [...problems] }
  if (dryRun || problems.length > 0) return unchanged({ ...answer, written: 0 })
  return transact(
    actor,
    contract,
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM kpi WHERE programme_id = ${actor.programmeId}::uuid ORDER BY id FOR UPDATE`
      const written = await write(tx, actor, read)
      const event = { type: "kpi.values-imported", subject: null, data: { rows: written } }
      return done({ ...answer, written }, event)
    },
    { seconds: 60 },
  )
}

async function write(tx: Transaction, { programmeId, personId, context }: ProgrammeActor, rows: readonly ReadRow[]) {
  const kpiId = { in: [...new Set(rows.map((row) => row.kpiId))] }
  const earlier = await tx.checkIn.findMany({
    where: { programmeId, kpiId, source: "imported", correction: null },
    select: { id: true, kpiId: true, day: true, value: true },
  })
  const byPlace = new Map(earlier.map((each) => [`${each.kpiId} ${fromDayColumn(each.day)}`, each]))
  const fresh = rows.filter((row) => byPlace.get(`${row.kpiId} ${row.day}`)?.value !== row.value)
  const data = fresh.map((row) => ({
    ...{ ...row, id: newId(context.at), programmeId, personId, day: toDayColumn(row.day), at: context.at },
    ...{ source: "imported" as const, correctsId: byPlace.get(`${row.kpiId} ${row.day}`)?.id ?? null },
  }))
  await tx.checkIn.createMany({ data })
  return fresh.length
}
