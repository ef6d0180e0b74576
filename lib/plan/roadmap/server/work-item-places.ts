import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findCycle } from "@/lib/plan/schedule/cycles"
import * as contracts from "../contract"
import { rankBetween } from "../rank"
import { changedMeanwhile } from "./change-work-item"
import { isPerson, mayEdit } from "./scope"
import { holdPlan, loadShape } from "./shape"
import { workItemView } from "./work-item-rows"

type Place = { readonly workstreamId: Id; readonly afterId: Id | null; readonly moving?: Id }

/** The rank of a place: after an item, or first. Rows that share the place's rank are stepped over. */
async function rankAt(tx: Transaction, actor: ProgrammeActor, place: Place): Promise<Result<string, "no-such-place">> {
  const inside = { programmeId: actor.programmeId, workstreamId: place.workstreamId, removedAt: null }
  const others = place.moving ? { id: { not: place.moving } } : {}
  const before = place.afterId ? await tx.workItem.findFirst({ where: { ...inside, id: place.afterId } }) : null
  if (place.afterId && !before) return refuse("no-such-place")
  const after = await tx.workItem.findFirst({
    where: { AND: [inside, others, before ? { rank: { gt: before.rank } } : {}] },
    orderBy: [{ rank: "asc" }, { number: "asc" }],
  })
  return ok(rankBetween(before?.rank ?? null, after?.rank ?? null))
}

const lastOf = (tx: Transaction, actor: ProgrammeActor, workstreamId: Id) =>
  tx.workItem.findFirst({
    where: { programmeId: actor.programmeId, workstreamId, removedAt: null },
    orderBy: [{ rank: "desc" }, { number: "desc" }],
    select: { id: true },
  })

const hasWorkstream = async (tx: Transaction, actor: ProgrammeActor, id: Id) =>
  (await tx.workstream.findFirst({ where: { id, programmeId: actor.programmeId }, select: { id: true } })) !== null

/** The programme's next number for an item; its row is held until the end, so that no number is given twice. */
async function nextNumber(tx: Transaction, actor: ProgrammeActor): Promise<number> {
  const { lastNumber } = await tx.programme.update({
    where: { id: actor.programmeId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  })
  return lastNumber
}

/** Adds an item by hand. Whoever may edit only their own work adds it as their own. */
export const addWorkItem = (actor: ProgrammeActor, input: z.output<typeof contracts.addWorkItem.input>) =>
  transact(actor, contracts.addWorkItem, async (tx) => {
    const inserted = await insertWorkItem(tx, actor, input)
    return inserted.ok ? done(inserted.value.item, inserted.value.event) : inserted
  })

/** Writes a new item for a command of this or another domain, which tells of it by the event. */
export async function insertWorkItem(
  tx: Transaction,
  actor: ProgrammeActor,
  input: z.output<typeof contracts.addWorkItem.input>,
) {
  const { workstreamId, title, description, roleKey, estimate } = input
  const ownerId = actor.grant("work.edit") === "own" ? actor.personId : input.ownerId
  if (!(await hasWorkstream(tx, actor, workstreamId))) return refuse("no-such-workstream")
  if (!(await isPerson(tx, actor, ownerId))) return refuse("no-such-person")
  const afterId = input.afterId ?? (await lastOf(tx, actor, workstreamId))?.id ?? null
  const rank = await rankAt(tx, actor, { workstreamId, afterId })
  if (!rank.ok) return refuse("not-found")
  const { programmeId } = actor
  const { at } = actor.context
  const number = await nextNumber(tx, actor)
  const names = { id: newId(at), programmeId, workstreamId, number, title, description, ownerId, roleKey }
  const times = { createdAt: at, updatedAt: at, estimateConfirmedAt: estimate ? at : null }
  const row = await tx.workItem.create({ data: { ...names, rank: rank.value, ...times, ...estimate } })
  const event: EventDraft = {
    type: "work-item.added",
    subject: row.id,
    data: { workstreamId, number, ownerId, roleKey, likely: estimate?.likely ?? null },
    texts: { title, description },
  }
  return ok({ item: workItemView(row), event })
}

async function wouldCircle(tx: Transaction, actor: ProgrammeActor, id: Id, workstreamId: Id): Promise<boolean> {
  await holdPlan(tx, actor)
  const shape = await loadShape(tx, actor)
  const items = shape.items.map((each) => (each.id === id ? { ...each, workstreamId } : each))
  return findCycle({ ...shape, items }) !== null
}

/** Puts an item at another place. Its dependencies stay. */
export const moveWorkItem = (actor: ProgrammeActor, input: z.output<typeof contracts.moveWorkItem.input>) =>
  transact(actor, contracts.moveWorkItem, async (tx) => {
    const { workItemId, version, workstreamId, afterId } = input
    const found = await tx.workItem.findFirst({
      where: { id: workItemId, programmeId: actor.programmeId, removedAt: null },
    })
    if (!found) return refuse("not-found")
    const item = workItemView(found)
    if (!mayEdit(actor, item.ownerId)) return refuse("not-yours")
    if (item.version !== version) return changedMeanwhile(actor, item)
    if (afterId === workItemId || !(await hasWorkstream(tx, actor, workstreamId))) return refuse("no-such-place")
    const rank = await rankAt(tx, actor, { workstreamId, afterId, moving: workItemId })
    if (!rank.ok) return rank
    if (workstreamId !== item.workstreamId && (await wouldCircle(tx, actor, workItemId, workstreamId)))
      return refuse("would-circle")
    const { count } = await tx.workItem.updateMany({
      where: { id: workItemId, programmeId: actor.programmeId, version },
      data: { workstreamId, rank: rank.value, updatedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return changedMeanwhile(actor, item)
    const after = { ...item, workstreamId, rank: rank.value, version: version + 1 }
    return done(after, {
      type: "work-item.moved",
      subject: workItemId,
      data: { from: item.workstreamId, to: workstreamId, after: afterId },
    })
  })

/** Takes away an item that was added by hand. What came with the roadmap is dropped with a reason instead. */
export const removeWorkItem = (actor: ProgrammeActor, input: z.output<typeof contracts.removeWorkItem.input>) =>
  transact(actor, contracts.removeWorkItem, async (tx) => {
    const { workItemId, version } = input
    const found = await tx.workItem.findFirst({
      where: { id: workItemId, programmeId: actor.programmeId, removedAt: null },
    })
    if (!found) return refuse("not-found")
    if (!mayEdit(actor, found.ownerId)) return refuse("not-yours")
    if (found.packKey) return refuse("part-of-the-roadmap")
    if (found.version !== version) return changedMeanwhile(actor, workItemView(found))
    const { count } = await tx.workItem.updateMany({
      where: { id: workItemId, programmeId: actor.programmeId, version },
      data: { removedAt: actor.context.at, version: version + 1 },
    })
    if (count === 0) return changedMeanwhile(actor, workItemView(found))
    return done({ id: workItemId, version: version + 1 }, { type: "work-item.removed", subject: workItemId, data: {} })
  })

export const restoreWorkItem = (
  actor: ProgrammeActor,
  { workItemId }: z.output<typeof contracts.restoreWorkItem.input>,
) =>
  transact(actor, contracts.restoreWorkItem, async (tx) => {
    const where = { id: workItemId, programmeId: actor.programmeId, removedAt: { not: null } }
    const found = await tx.workItem.findFirst({ where })
    if (!found) return refuse("not-found")
    if (!mayEdit(actor, found.ownerId)) return refuse("not-yours")
    const [row] = await tx.workItem.updateManyAndReturn({
      where,
      data: { removedAt: null, version: { increment: 1 } },
    })
    if (!row) return refuse("not-found")
    return done(workItemView(row), { type: "work-item.restored", subject: row.id, data: {} })
  })
