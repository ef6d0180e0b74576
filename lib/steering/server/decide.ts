import type * as z from "zod"
import { addWorkingDays } from "@/lib/base/calendar/working-calendar"
import type { Transaction } from "@/lib/base/db/client"
import { fromDayColumn, toDayColumn } from "@/lib/base/db/day-column"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { takeBaseline } from "@/lib/plan/roadmap/server/baselines"
import { insertRecord, updateRecord } from "@/lib/records/server/write"
import { changedMeanwhile, findRecord } from "@/lib/records/server/writer"
import { findClock } from "@/lib/value/server/queries"
import { action } from "../action"
import { ask } from "../ask"
import { type ChangeRequestView, changeRequest, isWithin } from "../change-request"
import * as contracts from "../contract"
import { findRules } from "./rules"

/** Keeps what was decided, and makes the action that follows. */
export const answerAsk = (actor: ProgrammeActor, input: z.output<typeof contracts.answerAsk.input>) =>
  transact(actor, contracts.answerAsk, async (tx) => {
    const { recordId: id, version, option } = input
    const { today } = actor.membership
    const before = await findRecord(tx, ask, actor, id)
    if (!before) return refuse("not-found")
    if (actor.grant("steering.decide") === "own" && before.deciderId !== actor.personId) return refuse("not-yours")
    if (before.decidedOn) return refuse("decided-already")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    const chosen = before.options[option - 1]
    if (chosen === undefined) return refuse("not-an-option")
    const decidedOn = input.decidedOn ?? today
    if (decidedOn > today) return refuse("in-the-future")
    const answer = { chosen, conditions: input.conditions ?? null, decidedOn, decidedById: actor.personId }
    const after = await updateRecord(tx, actor, ask, { id, version }, answer)
    if (!after) return changedMeanwhile(tx, actor, before)
    const made = input.action
      ? await insertRecord(tx, actor, action, {
          ...{ title: input.action.title, ownerId: input.action.ownerId ?? null, dueDay: input.action.dueDay ?? null },
          askId: id,
        })
      : null
    const event: EventDraft = {
      ...{ type: "ask.answered", subject: id, data: { option, decidedOn } },
      ...(input.conditions ? { texts: { conditions: input.conditions } } : {}),
    }
    return done({ ask: after, action: made?.view ?? null }, event, ...(made ? [made.event] : []))
  })

/** Approves or rejects; approval moves the gate's target and keeps a baseline. The first one is never touched. */
export const decideChangeRequest = (
  actor: ProgrammeActor,
  input: z.output<typeof contracts.decideChangeRequest.input>,
) =>
  transact(actor, contracts.decideChangeRequest, async (tx) => {
    const { recordId: id, version, approved, note } = input
    const before = await findRecord(tx, changeRequest, actor, id)
    if (!before) return refuse("not-found")
    if (before.decidedOn) return refuse("decided-already")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    const rules = await findRules(actor.programmeId, tx)
    const tolerance = { days: rules.toleranceDays, money: rules.toleranceMoney }
    if (approved && (before.days === null || before.money === null)) return refuse("not-assessed")
    const decides = actor.membership.role === "executive"
    if (!decides && (actor.membership.role !== "lead" || !isWithin(before, tolerance))) return refuse("over-tolerance")
    const kept = approved ? await rebase(tx, actor, before) : null
    if (kept && !kept.ok) return kept
    const decision = {
      state: approved ? ("approved" as const) : ("refused" as const),
      ...{ decidedOn: actor.membership.today, decidedById: actor.personId, decisionNote: note ?? null },
      baseline: kept?.name ?? null,
    }
    const after = await updateRecord(tx, actor, changeRequest, { id, version }, decision)
    if (!after) return changedMeanwhile(tx, actor, before)
    const event: EventDraft = {
      ...{ type: `change-request.${decision.state}`, subject: id, data: { baseline: decision.baseline } },
      ...(note ? { texts: { note } } : {}),
    }
    return done(after, event, ...(kept?.events ?? []))
  })

/** Moves the target of the gate by the working days of the change, and keeps where everything lies from now on. */
async function rebase(tx: Transaction, actor: ProgrammeActor, change: ChangeRequestView) {
  const name = `Change request ${change.number}: ${change.title}`.slice(0, 120)
  const moved = await moveTarget(tx, actor, change)
  const taken = await takeBaseline(tx, actor, name)
  if (!taken.ok) return taken
  return { ok: true as const, name, events: [...moved, ...taken.events] }
}

async function moveTarget(tx: Transaction, actor: ProgrammeActor, { gateId, days }: ChangeRequestView) {
  if (gateId === null || !days) return []
  const gate = await tx.gate.findFirst({ where: { id: gateId, programmeId: actor.programmeId } })
  if (!gate?.targetDay) return []
  const before = fromDayColumn(gate.targetDay)
  const { calendar } = await findClock(actor, tx)
  const targetDay = addWorkingDays(calendar, before, Math.round(days))
  await tx.gate.update({
    where: { id: gateId },
    data: { targetDay: toDayColumn(targetDay), version: { increment: 1 } },
  })
  const data = { changes: { targetDay }, before: { targetDay: before } }
  return [{ type: "gate.updated", subject: gateId, data }]
}
