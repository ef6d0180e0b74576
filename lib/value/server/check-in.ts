import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findRows, viewOf } from "@/lib/records/server/rows"
import { checkIn as contract } from "../contract"
import { type KpiSource, type KpiView, kpi } from "../kpi"
import { needsSentence } from "../kpi-line"
import { type CheckInRow, type SeriesPoint, standingRows } from "../series"
import { findSeries } from "./queries"

type Input = z.output<typeof contract.input>

/** Keeps what somebody says of a KPI. A second word on the same day replaces the first, which stays in the history. */
export const checkIn = (actor: ProgrammeActor, input: Input) =>
  transact(actor, contract, async (tx) => {
    const { programmeId, personId } = actor
    const { at } = actor.context
    const { today } = actor.membership
    await tx.$executeRaw`SELECT 1 FROM kpi WHERE id = ${input.recordId}::uuid AND programme_id = ${programmeId}::uuid FOR UPDATE`
    const kpis = (await findRows(tx, kpi, programmeId)).map((row) => viewOf(kpi, row))
    const one = kpis.find(({ id }) => id === input.recordId)
    if (!one) return refuse("not-found")
    if (actor.grant("value.check-in") === "own" && one.ownerId !== personId) return refuse("not-yours")
    if (input.day > today) return refuse("in-the-future")
    const { points, rows } = await findSeries(tx, actor.membership, kpis)
    const all = points.get(one.id) ?? []
    const source = sourceOf(one, all, input)
    if (!source.ok) return source
    const replaced = replacedBy(input, rows.get(one.id) ?? [])
    if (replaced === undefined) return refuse("corrected-already")
    const before = all.findLast(({ day }) => day < input.day)?.value ?? null
    const sentence = input.sentence ?? ""
    if (sentence === "" && needsSentence(one, input.value, before, today)) return refuse("sentence-needed")
    const id = newId(at)
    const said = { value: input.value, confidence: input.confidence, sentence, source: source.value, personId }
    const row: CheckInRow = { id, day: input.day, ...said, correctsId: replaced?.id ?? null, at: at.toISOString() }
    await write(tx, actor, one, row)
    const { value, confidence, day } = row
    const type = replaced ? "kpi.check-in-corrected" : "kpi.checked-in"
    const told = { checkInId: id, day, value, confidence, ...(replaced ? { before: replaced.value } : {}) }
    return done(row, { type, subject: one.id, data: told, ...(sentence ? { texts: { sentence } } : {}) })
  })

const write = (tx: Transaction, { programmeId, context }: ProgrammeActor, { id: kpiId }: KpiView, row: CheckInRow) =>
  tx.checkIn.create({ data: { ...row, programmeId, kpiId, day: toDayColumn(row.day), at: context.at } })

/** Where the value comes from: what is measured or computed is repeated as it stands, and never typed. */
function sourceOf(
  { source }: KpiView,
  points: readonly SeriesPoint[],
  { value, day }: Input,
): Result<KpiSource, "not-typed" | "value-needed"> {
  if (source === "typed" || source === "imported") return value === null ? refuse("value-needed") : ok("typed")
  const found = points.findLast((point) => point.day <= day && point.source === source)
  return (found?.value ?? null) === value ? ok(source) : refuse("not-typed")
}

/** The check-in that a new one replaces: the one that is named, or the one of the same day; undefined when it stands no more. */
function replacedBy({ correctsId, day }: Input, rows: readonly CheckInRow[]): CheckInRow | null | undefined {
  const standing = standingRows(rows)
  if (correctsId) return standing.find(({ id }) => id === correctsId)
  return standing.findLast((row) => row.day === day && row.confidence !== null) ?? null
}
