import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { changedMeanwhile, findRecord } from "@/lib/records/server/commands"
import { updateRecord } from "@/lib/records/server/write"
import * as contracts from "../contract"
import { remainingEffortOf } from "../effort"
import { type SprintView, sprint, stateOf } from "../sprint"
import type { Outcome } from "../sprint-result"
import { isBusy, itemsOfSprint, placeItem } from "./sprint-rows"

/** Starts a sprint: what is in it now is what was committed. */
export const startSprint = (actor: ProgrammeActor, input: z.output<typeof contracts.startSprint.input>) =>
  transact(actor, contracts.startSprint, async (tx) => {
    const { recordId: id, version } = input
    const before = await findRecord(tx, sprint, actor, id)
    if (!before) return refuse("not-found")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    if (stateOf(before) !== "planned") return refuse("already-started")
    if (await isBusy(tx, before, actor.programmeId)) return refuse("team-is-busy")
    const items = await itemsOfSprint(tx, actor.programmeId, id)
    await tx.sprintLine.createMany({
      data: items.map((item) => ({
        ...{ id: newId(actor.context.at), programmeId: actor.programmeId, sprintId: id, committed: true },
        ...{ itemId: item.id, itemNumber: item.number, title: item.title, effort: item.effortDays },
        doneBefore: item.status === "done",
      })),
    })
    const after = await updateRecord(tx, actor, sprint, { id, version }, { startedOn: actor.membership.today })
    if (!after) return changedMeanwhile(tx, actor, before)
    return done(after, { type: "sprint.started", subject: id, data: { committed: items.length } })
  })

/** Closes a sprint: keeps what came of every item, and puts unfinished ones where the lead says. */
export const closeSprint = (actor: ProgrammeActor, input: z.output<typeof contracts.closeSprint.input>) =>
  transact(actor, contracts.closeSprint, async (tx) => {
    const { recordId: id, version } = input
    const before = await findRecord(tx, sprint, actor, id)
    if (!before) return refuse("not-found")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    if (stateOf(before) !== "running") return refuse("not-running")
    const targets = await findTargets(tx, actor, input.goesTo)
    if (!targets) return refuse("no-such-sprint")
    const items = await itemsOfSprint(tx, actor.programmeId, id)
    const events: EventDraft[] = []
    for (const item of items) {
      const outcome = outcomeOf(item)
      const target = outcome === "carried" ? (targets.get(item.id) ?? null) : null
      await keepLine(tx, actor, before, item, outcome, target?.id ?? null)
      if (outcome !== "carried") continue
      const placed = await placeItem(tx, actor, item, target)
      if (!placed) return changedMeanwhile(tx, actor, item)
      events.push(placed.event)
    }
    const lost = { programmeId: actor.programmeId, sprintId: id, outcome: null }
    await tx.sprintLine.updateMany({ where: lost, data: { outcome: "removed" satisfies Outcome } })
    const after = await updateRecord(tx, actor, sprint, { id, version }, { closedOn: actor.membership.today })
    if (!after) return changedMeanwhile(tx, actor, before)
    const count = (outcome: Outcome) => items.filter((item) => outcomeOf(item) === outcome).length
    const data = { done: count("done"), dropped: count("dropped"), carriedOver: count("carried") }
    return done(after, { type: "sprint.closed", subject: id, data }, ...events)
  })

const outcomeOf = ({ status }: WorkItemView): Outcome =>
  status === "done" || status === "dropped" ? status : "carried"

/** The sprints that unfinished items go to, by item; null where one of them does not take any. */
async function findTargets(
  tx: Transaction,
  actor: ProgrammeActor,
  goesTo: z.output<typeof contracts.closeSprint.input>["goesTo"],
): Promise<ReadonlyMap<string, SprintView> | null> {
  const known = new Map<string, SprintView>()
  const targets = new Map<string, SprintView>()
  for (const { itemId, sprintId } of goesTo) {
    if (sprintId === null) continue
    const target = known.get(sprintId) ?? (await findRecord(tx, sprint, actor, sprintId))
    if (!target || stateOf(target) === "closed") return null
    known.set(sprintId, target)
    targets.set(itemId, target)
  }
  return targets
}

/** Writes how an item stood at the close; one that came later gets its line now. */
async function keepLine(
  tx: Transaction,
  { programmeId, context }: ProgrammeActor,
  { id: sprintId }: SprintView,
  item: WorkItemView,
  outcome: Outcome,
  goesToId: string | null,
): Promise<void> {
  const closing = {
    ...{ outcome, goesToId, reason: item.reason, title: item.title },
    ...{ closingEffort: item.effortDays, remaining: remainingEffortOf(item) },
  }
  await tx.sprintLine.upsert({
    where: { programmeId_sprintId_itemId: { programmeId, sprintId, itemId: item.id } },
    update: closing,
    create: {
      ...{ id: newId(context.at), programmeId, sprintId, itemId: item.id, itemNumber: item.number, committed: false },
      ...closing,
    },
  })
}

/** Reopens a sprint: its commitment stays, what was written at the close is taken back. Carried work stays where it went. */
export const reopenSprint = (actor: ProgrammeActor, input: z.output<typeof contracts.reopenSprint.input>) =>
  transact(actor, contracts.reopenSprint, async (tx) => {
    const { recordId: id, version } = input
    const before = await findRecord(tx, sprint, actor, id)
    if (!before) return refuse("not-found")
    if (before.version !== version) return changedMeanwhile(tx, actor, before)
    if (stateOf(before) !== "closed") return refuse("not-closed")
    if (await isBusy(tx, before, actor.programmeId)) return refuse("team-is-busy")
    const where = { programmeId: actor.programmeId, sprintId: id }
    await tx.sprintLine.deleteMany({ where: { ...where, committed: false } })
    await tx.sprintLine.updateMany({
      where,
      data: { outcome: null, goesToId: null, reason: null, closingEffort: null, remaining: null },
    })
    const after = await updateRecord(tx, actor, sprint, { id, version }, { closedOn: null })
    if (!after) return changedMeanwhile(tx, actor, before)
    return done(after, { type: "sprint.reopened", subject: id, data: {} })
  })
