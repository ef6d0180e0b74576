import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { ScopeChange } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { finderOf, plainWorkspace } from "../scope/scope"
import * as contracts from "../scope-contract"
import { findSaidScope } from "./declared-scope"
import { rejudge } from "./rejudge"

const person = { select: { id: true, name: true } } as const
const withPeople = { askedBy: person, decidedBy: person } as const
type Named = { readonly id: Id; readonly name: string }
type Row = ScopeChange & { readonly askedBy: Named; readonly decidedBy: Named | null }

const viewOf = ({ id, workspace, excluded, reason, askedBy, askedAt, decidedBy, decidedAt, confirmed }: Row) => ({
  ...{ id, workspace, excluded, reason, askedBy, decidedBy, confirmed },
  ...{ askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
})

/** The changes that waited or were confirmed, newest first. */
export async function findScopeChanges(programmeId: Id) {
  const rows = await database().prisma.scopeChange.findMany({
    where: { programmeId, OR: [{ confirmed: true }, { confirmed: null }] },
    include: withPeople,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  })
  return rows.map(viewOf)
}

/** Asks to leave a workspace out of the scope, or to take it in again. One change of a workspace waits at a time. */
export const requestScopeChange = (
  actor: ProgrammeActor,
  { excluded, reason, ...input }: z.output<typeof contracts.requestScopeChange.input>,
) =>
  transact(actor, contracts.requestScopeChange, async (tx) => {
    const { programmeId, personId, context } = actor
    const workspace = plainWorkspace(input.workspace)
    const found = finderOf({ ...(await findSaidScope(tx, programmeId)), known: [] })(workspace)
    if (excluded && typeof found === "object") return refuse("is-declared")
    if (excluded === (found === "excluded")) return refuse("nothing-to-change")
    const id = newId(context.at)
    const asked = { id, programmeId, workspace, excluded, reason, askedAt: context.at, askedById: personId }
    const { count } = await tx.scopeChange.createMany({ data: [asked], skipDuplicates: true })
    if (count === 0) return refuse("waits-already")
    const row = await tx.scopeChange.findFirstOrThrow({ where: { id, programmeId }, include: withPeople })
    return done(viewOf(row), { type: "scope.asked", subject: id, data: { excluded }, texts: { workspace, reason } })
  })

/** Confirms what somebody else asked for, or ends it; whoever asked may take it back, and not confirm it. */
export const decideScopeChange = (
  actor: ProgrammeActor,
  { changeId, confirmed }: z.output<typeof contracts.decideScopeChange.input>,
) =>
  transact(actor, contracts.decideScopeChange, async (tx) => {
    const { programmeId, personId, context, membership } = actor
    const found = await tx.scopeChange.findFirst({ where: { id: changeId, programmeId } })
    if (!found) return refuse("not-found")
    if (found.decidedAt) return refuse("decided-already")
    if (confirmed && found.askedById === personId) return refuse("own-change")
    const { count } = await tx.scopeChange.updateMany({
      where: { id: changeId, programmeId, decidedAt: null },
      data: { confirmed, decidedAt: context.at, decidedById: personId },
    })
    if (count === 0) return refuse("decided-already")
    const changes = confirmed ? await rejudge(tx, programmeId, { today: membership.today, at: context.at }) : []
    const row = await tx.scopeChange.findFirstOrThrow({ where: { id: changeId, programmeId }, include: withPeople })
    const { workspace, excluded, reason } = found
    return done(
      { change: viewOf(row), changes },
      {
        ...{ type: confirmed ? "scope.confirmed" : "scope.declined", subject: changeId },
        ...{ data: { excluded, changed: changes.length }, texts: { workspace, reason } },
      },
    )
  })
