import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { fromDayColumn, fromOptionalDayColumn, toDayColumn, toOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { isPerson } from "@/lib/plan/roadmap/server/scope"
import { type Held, nameOfResponsibility } from "../responsibility"
import type { ResponsibilityView } from "../responsibility-contract"
import * as contracts from "../responsibility-contract"
import { gateSigners } from "../sign-off"
import { holdVerdicts } from "./hold"

const whole = { person: { select: { id: true, name: true } } } as const
type Row = Prisma.ResponsibilityGetPayload<{ include: typeof whole }>

const heldOf = ({ key, personId, deputy, fromDay, untilDay, endedAt }: Omit<Row, "person">): Held => ({
  ...{ key, personId, deputy, ended: endedAt !== null },
  fromDay: fromDayColumn(fromDay),
  untilDay: fromOptionalDayColumn(untilDay),
})

function viewOf(row: Row): ResponsibilityView {
  const { key, deputy, fromDay, untilDay, ended } = heldOf(row)
  const { id, person, version } = row
  return { id, key, name: nameOfResponsibility(key), person, deputy, fromDay, untilDay, ended, version }
}

/** Everybody who answers for something in a programme, or did. */
export async function findHeld(reader: Pick<Transaction, "responsibility">, programmeId: Id): Promise<Held[]> {
  return (await reader.responsibility.findMany({ where: { programmeId } })).map(heldOf)
}

/** Who answers for what, and all the words that something in the programme asks for. */
export async function findResponsibilities({ programmeId }: ProgrammeActor) {
  const [rows, criteria] = await Promise.all([
    database().prisma.responsibility.findMany({ where: { programmeId }, include: whole, orderBy: { fromDay: "asc" } }),
    database().prisma.criterion.findMany({ where: { programmeId, removedAt: null }, select: { signerRoles: true } }),
  ])
  const keys = new Set([...gateSigners, ...criteria.flatMap(({ signerRoles }) => signerRoles)])
  return { items: rows.map(viewOf), keys: [...keys].sort() }
}

/** Makes somebody answer for something, or stand in for a time. */
export const addResponsibility = (actor: ProgrammeActor, input: z.output<typeof contracts.addResponsibility.input>) =>
  transact(actor, contracts.addResponsibility, async (tx) => {
    const { key, personId, deputy, fromDay, untilDay } = input
    const { programmeId, context, membership } = actor
    if (membership.archived) return refuse("not-allowed")
    await holdVerdicts(tx, programmeId)
    if (!(await isPerson(tx, actor, personId))) return refuse("no-such-person")
    if (untilDay !== null && untilDay < fromDay) return refuse("days-turned-round")
    if (deputy && untilDay === null) return refuse("deputy-needs-an-end")
    const row = await tx.responsibility.create({
      data: {
        ...{ id: newId(context.at), programmeId, key, personId, deputy },
        ...{ fromDay: toDayColumn(fromDay), untilDay: toOptionalDayColumn(untilDay) },
      },
      include: whole,
    })
    return done(viewOf(row), {
      type: "responsibility.given",
      subject: personId,
      data: { responsibilityId: row.id, key, deputy, fromDay, untilDay },
    })
  })

/** Lets somebody no longer answer for something, from now on. */
export const endResponsibility = (actor: ProgrammeActor, input: z.output<typeof contracts.endResponsibility.input>) =>
  transact(actor, contracts.endResponsibility, async (tx) => {
    const { programmeId, context, membership } = actor
    if (membership.archived) return refuse("not-allowed")
    await holdVerdicts(tx, programmeId)
    const where = { id: input.responsibilityId, programmeId }
    const found = await tx.responsibility.findFirst({ where, include: whole })
    if (!found) return refuse("not-found")
    const { count } = await tx.responsibility.updateMany({
      where: { ...where, version: input.version, endedAt: null },
      data: { endedAt: context.at, version: input.version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile", { current: viewOf(found) })
    const view = { ...viewOf(found), ended: true, version: input.version + 1 }
    return done(view, {
      type: "responsibility.ended",
      subject: found.personId,
      data: { responsibilityId: found.id, key: found.key },
    })
  })
