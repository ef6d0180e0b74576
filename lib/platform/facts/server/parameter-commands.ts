import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ParameterChange } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { loadRelease } from "@/lib/pack/server/releases"
import { grouped } from "../grouped"
import * as contracts from "../parameter-contract"
import { parameterFlaw, thresholdsOf, valuesOf } from "../parameters"
import { rejudge } from "./rejudge"
import { findSettled } from "./standing-sets"

const person = { select: { id: true, name: true } } as const
const withPeople = { askedBy: person, decidedBy: person } as const
type Named = { readonly id: Id; readonly name: string }
type Row = ParameterChange & { readonly askedBy: Named; readonly decidedBy: Named | null }

const viewOf = ({ id, name, value, askedBy, askedAt, decidedBy, decidedAt, confirmed }: Row) => ({
  ...{ id, name, value, askedBy, decidedBy, confirmed },
  ...{ askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
})

const releaseOf = async (reader: Pick<ReturnType<typeof database>["prisma"], "programme">, id: Id) => {
  const { packRelease } = await reader.programme.findFirstOrThrow({ where: { id }, select: { packRelease: true } })
  return loadRelease(packRelease)
}

/** The parameters of a programme with their values and their history. */
export async function findParameters(actor: ProgrammeActor) {
  const { programmeId } = actor
  const { prisma } = database()
  const release = await releaseOf(prisma, programmeId)
  const values = valuesOf(release, await findSettled(prisma, programmeId))
  const rows = await prisma.parameterChange.findMany({
    where: { programmeId },
    include: withPeople,
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  })
  const historyOf = grouped(rows, ({ name }) => name)
  return {
    items: thresholdsOf(release).map(({ name, type, meaning, fallback }) => ({
      ...{ name, type, meaning, fallback, value: values[name] ?? fallback },
      history: (historyOf.get(name) ?? []).map(viewOf),
    })),
    may: { change: actor.may("facts.import"), self: actor.personId },
  }
}

/** Asks for another value. One change of a parameter waits at a time. */
export const requestParameterChange = (
  actor: ProgrammeActor,
  { name, value }: z.output<typeof contracts.requestParameterChange.input>,
) =>
  transact(actor, contracts.requestParameterChange, async (tx) => {
    const { programmeId, personId, context } = actor
    const parameter = thresholdsOf(await releaseOf(tx, programmeId)).find((each) => each.name === name)
    if (!parameter) return refuse("not-found")
    const flaw = parameterFlaw(parameter, value)
    if (flaw) return refuse("not-a-value", { flaw })
    const id = newId(context.at)
    const asked = { id, programmeId, name, value, askedAt: context.at, askedById: personId }
    const { count } = await tx.parameterChange.createMany({ data: [asked], skipDuplicates: true })
    if (count === 0) return refuse("waits-already")
    const row = await tx.parameterChange.findFirstOrThrow({ where: { id, programmeId }, include: withPeople })
    return done(viewOf(row), { type: "parameter.asked", subject: id, data: { name }, texts: { value } })
  })

/** Confirms a change that somebody else asked for, or ends one; whoever asked may take it back, and not confirm it. */
export const decideParameterChange = (
  actor: ProgrammeActor,
  { changeId, confirmed }: z.output<typeof contracts.decideParameterChange.input>,
) =>
  transact(actor, contracts.decideParameterChange, async (tx) => {
    const { programmeId, personId, context, membership } = actor
    const found = await tx.parameterChange.findFirst({ where: { id: changeId, programmeId } })
    if (!found) return refuse("not-found")
    if (found.decidedAt) return refuse("decided-already")
    if (confirmed && found.askedById === personId) return refuse("own-change")
    const { count } = await tx.parameterChange.updateMany({
      where: { id: changeId, programmeId, decidedAt: null },
      data: { confirmed, decidedAt: context.at, decidedById: personId },
    })
    if (count === 0) return refuse("decided-already")
    const changes = confirmed ? await rejudge(tx, programmeId, { today: membership.today, at: context.at }) : []
    const row = await tx.parameterChange.findFirstOrThrow({ where: { id: changeId, programmeId }, include: withPeople })
    const { name, value } = found
    return done(
      { change: viewOf(row), changes },
      {
        ...{ type: confirmed ? "parameter.confirmed" : "parameter.declined", subject: changeId },
        ...{ data: { name, changed: changes.length }, texts: { value } },
      },
    )
  })
