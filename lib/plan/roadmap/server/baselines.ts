import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn, fromOptionalDayColumn, toDayColumn } from "@/lib/base/db/day-column"
import type { Baseline } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { baselineLines } from "../baseline"
import { planOf } from "../plan"
import type { BaselineView } from "../timeline-contract"
import * as contracts from "../timeline-contract"
import { findPlanParts } from "./schedule"
import { holdPlan } from "./shape"

const baselineView = ({ id, name, statusDay, takenAt, takenById, version }: Baseline): BaselineView => ({
  ...{ id, name, takenById, version, statusDay: fromDayColumn(statusDay), takenAt: takenAt.toISOString() },
})

export async function listBaselines({ programmeId }: ProgrammeActor) {
  const where = { programmeId, removedAt: null }
  const rows = await database().prisma.baseline.findMany({ where, orderBy: { id: "desc" } })
  return { items: rows.map(baselineView) }
}

export async function findBaseline({ programmeId }: ProgrammeActor, { baselineId }: { readonly baselineId: Id }) {
  const row = await database().prisma.baseline.findFirst({
    where: { id: baselineId, programmeId, removedAt: null },
    include: { lines: { orderBy: [{ part: "asc" }, { partId: "asc" }] } },
  })
  if (!row) return null
  const lines = row.lines.map(({ part, partId, start, finish, likely }) => ({
    ...{ part, id: partId, likely, start: fromOptionalDayColumn(start), finish: fromDayColumn(finish) },
  }))
  return { baseline: baselineView(row), lines }
}

/** Whether another baseline that stands has this name, however it is spelt. Asked while the plan is held. */
async function isTaken(tx: Transaction, { programmeId }: ProgrammeActor, name: string, but?: Id): Promise<boolean> {
  const others = { programmeId, removedAt: null, ...(but && { id: { not: but } }) }
  const like = { equals: name, mode: "insensitive" as const }
  return (await tx.baseline.findFirst({ where: { ...others, name: like }, select: { id: true } })) !== null
}

/** Keeps where everything lies as of the programme's day, inside a transaction that writes more; with its event. */
export async function takeBaseline(tx: Transaction, actor: ProgrammeActor, name: string) {
  await holdPlan(tx, actor)
  if (await isTaken(tx, actor, name)) return refuse("name-taken")
  const { programmeId, personId, context, membership } = actor
  const parts = await findPlanParts(programmeId, tx)
  const plan = planOf(parts, membership.today)
  if (!plan.ok) return refuse("no-dates")
  const lines = baselineLines(parts, plan.value.dates)
  const row = await tx.baseline.create({
    data: {
      ...{ id: newId(context.at), programmeId, name, takenById: personId, takenAt: context.at },
      statusDay: toDayColumn(membership.today),
    },
  })
  await tx.baselineLine.createMany({
    data: lines.map(({ part, id, start, finish, likely }) => ({
      ...{ programmeId, baselineId: row.id, part, partId: id, likely },
      ...{ start: start && toDayColumn(start), finish: toDayColumn(finish) },
    })),
  })
  const { finish } = plan.value.dates
  return done(baselineView(row), {
    type: "baseline.taken",
    subject: row.id,
    data: { statusDay: membership.today, parts: lines.length, finish },
    texts: { name },
  })
}

export const addBaseline = (actor: ProgrammeActor, { name }: z.output<typeof contracts.addBaseline.input>) =>
  transact(actor, contracts.addBaseline, (tx) => takeBaseline(tx, actor, name))

export const changeBaseline = (actor: ProgrammeActor, input: z.output<typeof contracts.changeBaseline.input>) =>
  transact(actor, contracts.changeBaseline, async (tx) => {
    const { baselineId, version, name } = input
    await holdPlan(tx, actor)
    const where = { id: baselineId, programmeId: actor.programmeId, removedAt: null }
    const found = await tx.baseline.findFirst({ where })
    if (!found) return refuse("not-found")
    if (await isTaken(tx, actor, name, baselineId)) return refuse("name-taken")
    const [row] = await tx.baseline.updateManyAndReturn({
      where: { ...where, version },
      data: { name, version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: baselineView(found) })
    return done(baselineView(row), { type: "baseline.renamed", subject: row.id, data: {}, texts: { name } })
  })

export const removeBaseline = (actor: ProgrammeActor, input: z.output<typeof contracts.removeBaseline.input>) =>
  transact(actor, contracts.removeBaseline, async (tx) => {
    const { baselineId: id, version } = input
    const where = { id, programmeId: actor.programmeId, removedAt: null }
    const found = await tx.baseline.findFirst({ where })
    if (!found) return refuse("not-found")
    const { count } = await tx.baseline.updateMany({
      where: { ...where, version },
      data: { removedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: baselineView(found) })
    return done({ id, version: version + 1 }, { type: "baseline.removed", subject: id, data: {} })
  })

export const restoreBaseline = (actor: ProgrammeActor, input: z.output<typeof contracts.restoreBaseline.input>) =>
  transact(actor, contracts.restoreBaseline, async (tx) => {
    await holdPlan(tx, actor)
    const where = { id: input.baselineId, programmeId: actor.programmeId, removedAt: { not: null } }
    const found = await tx.baseline.findFirst({ where })
    if (!found) return refuse("not-found")
    if (await isTaken(tx, actor, found.name)) return refuse("name-taken")
    const [row] = await tx.baseline.updateManyAndReturn({
      where,
      data: { removedAt: null, version: { increment: 1 } },
    })
    if (!row) return refuse("not-found")
    return done(baselineView(row), { type: "baseline.restored", subject: row.id, data: {} })
  })
