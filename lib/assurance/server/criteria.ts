import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { toOptionalDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { definedOf } from "@/lib/base/kernel/defined"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../criterion-contract"
import { holdVerdicts } from "./hold"

/** What a programme adds itself has a key that no pack uses. */
const ownKey = (id: Id): string => `own-${id.slice(-12)}`
const isOwn = (key: string): boolean => key.startsWith("own-")

async function areChecks(tx: Transaction, { programmeId }: ProgrammeActor, ids: readonly Id[]): Promise<boolean> {
  const distinct = [...new Set(ids)]
  const found = await tx.check.count({ where: { programmeId, removedAt: null, id: { in: distinct } } })
  return found === distinct.length
}

const placed = (programmeId: Id, criterionId: Id, checkIds: readonly Id[]) =>
  [...new Set(checkIds)].map((checkId) => ({ programmeId, criterionId, checkId }))

/** Adds a line to the checklist, below the others. */
export const addCriterion = (actor: ProgrammeActor, input: z.output<typeof contracts.addCriterion.input>) =>
  transact(actor, contracts.addCriterion, async (tx) => {
    const { programmeId, context } = actor
    await holdVerdicts(tx, programmeId)
    if (!(await areChecks(tx, actor, input.checkIds))) return refuse("no-such-check")
    const last = await tx.criterion.aggregate({ where: { programmeId }, _max: { number: true } })
    const id = newId(context.at)
    const number = (last._max.number ?? 0) + 1
    const { name, signerRoles, checkIds } = input
    const dueDay = toOptionalDayColumn(input.dueDay)
    await tx.criterion.create({ data: { id, programmeId, key: ownKey(id), number, name, signerRoles, dueDay } })
    await tx.criterionCheck.createMany({ data: placed(programmeId, id, checkIds) })
    const data = { number, signerRoles, checks: checkIds.length, dueDay: input.dueDay }
    return done({ id, version: 1 }, { type: "criterion.added", subject: id, data, texts: { name } })
  })

const findOpen = (tx: Transaction, programmeId: Id, id: Id) =>
  tx.criterion.findFirst({
    where: { id, programmeId, removedAt: null },
    include: { signatures: { where: { revocation: null }, select: { round: true } } },
  })

/** Changes a line that nobody has signed. */
export const changeCriterion = (actor: ProgrammeActor, input: z.output<typeof contracts.changeCriterion.input>) =>
  transact(actor, contracts.changeCriterion, async (tx) => {
    const { programmeId } = actor
    const { criterionId, version, name, signerRoles, checkIds, dueDay } = input
    await holdVerdicts(tx, programmeId)
    const found = await findOpen(tx, programmeId, criterionId)
    if (!found) return refuse("not-found")
    if (found.signatures.some(({ round }) => round === found.round)) return refuse("signed-already")
    if (checkIds && !(await areChecks(tx, actor, checkIds))) return refuse("no-such-check")
    const days = dueDay === undefined ? {} : { dueDay: toOptionalDayColumn(dueDay) }
    const { count } = await tx.criterion.updateMany({
      where: { id: criterionId, programmeId, version },
      data: { ...definedOf({ name, signerRoles }), ...days, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile")
    if (checkIds) {
      await tx.criterionCheck.deleteMany({ where: { criterionId, programmeId } })
      await tx.criterionCheck.createMany({ data: placed(programmeId, criterionId, checkIds) })
    }
    return done(
      { id: criterionId, version: version + 1 },
      {
        ...{ type: "criterion.updated", subject: criterionId },
        data: definedOf({ signerRoles, checks: checkIds?.length, dueDay }),
        texts: definedOf({ name }),
      },
    )
  })

/** Takes away a line that the programme added itself and nobody ever signed. */
export const removeCriterion = (actor: ProgrammeActor, input: z.output<typeof contracts.removeCriterion.input>) =>
  transact(actor, contracts.removeCriterion, async (tx) => {
    const { programmeId, context } = actor
    const { criterionId, version } = input
    await holdVerdicts(tx, programmeId)
    const found = await findOpen(tx, programmeId, criterionId)
    if (!found) return refuse("not-found")
    if (!isOwn(found.key)) return refuse("from-the-pack")
    if (found.signatures.length > 0) return refuse("signed-already")
    const { count } = await tx.criterion.updateMany({
      where: { id: criterionId, programmeId, version },
      data: { removedAt: context.at, version: version + 1 },
    })
    if (count === 0) return refuse("changed-meanwhile")
    const answer = { id: criterionId, version: version + 1 }
    return done(answer, { type: "criterion.removed", subject: criterionId, data: {}, texts: { name: found.name } })
  })

/** Adds an attested check of the programme's own. */
export const addCheck = (actor: ProgrammeActor, input: z.output<typeof contracts.addCheck.input>) =>
  transact(actor, contracts.addCheck, async (tx) => {
    const { programmeId, context } = actor
    const { sentence, workstreamId, gateId, dueGateId } = input
    await holdVerdicts(tx, programmeId)
    const within = (id: Id | null) => ({ where: { id: id ?? "", programmeId } })
    if (workstreamId !== null && !(await tx.workstream.count(within(workstreamId)))) return refuse("no-such-place")
    for (const gate of [gateId, dueGateId])
      if (gate !== null && !(await tx.gate.count(within(gate)))) return refuse("no-such-place")
    const id = newId(context.at)
    const place = { workstreamId, gateId, dueGateId: dueGateId ?? gateId }
    await tx.check.create({ data: { id, programmeId, key: ownKey(id), sentence, kind: "attested", ...place } })
    return done({ id, version: 1 }, { type: "check.added", subject: id, data: place, texts: { sentence } })
  })
