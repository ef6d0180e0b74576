import type * as z from "zod"
import { toOptionalDayColumn } from "@/lib/base/db/day-column"
import { definedOf } from "@/lib/base/kernel/defined"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { gateView, workstreamView } from "./plan-rows"
import { isPerson, isPhase } from "./scope"

export const changeWorkstream = (actor: ProgrammeActor, input: z.output<typeof contracts.changeWorkstream.input>) =>
  transact(actor, contracts.changeWorkstream, async (tx) => {
    const { workstreamId, version, estimate, name, description, ownerId, roleKey, phaseId, holdsGate } = input
    const where = { id: workstreamId, programmeId: actor.programmeId }
    const found = await tx.workstream.findFirst({ where })
    if (!found) return refuse("not-found")
    if (!(await isPerson(tx, actor, ownerId))) return refuse("no-such-person")
    if (!(await isPhase(tx, actor, phaseId))) return refuse("no-such-phase")
    const none = { optimistic: null, likely: null, pessimistic: null }
    const plain = definedOf({
      ownerId,
      roleKey,
      phaseId,
      holdsGate,
      ...(estimate === undefined ? {} : (estimate ?? none)),
    })
    const texts = definedOf({ name, description })
    const [row] = await tx.workstream.updateManyAndReturn({
      where: { ...where, version },
      data: { ...plain, ...texts, version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: workstreamView(found) })
    return done(workstreamView(row), {
      type: "workstream.updated",
      subject: row.id,
      data: { changes: plain },
      texts,
    })
  })

export const changeGate = (
  actor: ProgrammeActor,
  { gateId, version, targetDay }: z.output<typeof contracts.changeGate.input>,
) =>
  transact(actor, contracts.changeGate, async (tx) => {
    const where = { id: gateId, programmeId: actor.programmeId }
    const found = await tx.gate.findFirst({ where })
    if (!found) return refuse("not-found")
    const [row] = await tx.gate.updateManyAndReturn({
      where: { ...where, version },
      data: { targetDay: toOptionalDayColumn(targetDay), version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: gateView(found) })
    const before = { targetDay: gateView(found).targetDay }
    return done(gateView(row), { type: "gate.updated", subject: row.id, data: { changes: { targetDay }, before } })
  })
