import { toOptionalDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { EventDraft } from "@/lib/door/audit/event"
import { rankBetween } from "@/lib/plan/roadmap/rank"
import type { PlannedItem } from "../current-plan"
import type { ChangedItem, ItemValues, PlannedOwner } from "../import/import-plan"
import type { Import } from "./commands"
import { idOf } from "./import-baselines"

const BATCH = 500

const ownerId = ({ ids }: Import, owner: PlannedOwner | null): string | null =>
  owner === null ? null : "id" in owner ? owner.id : (ids.people.get(owner.name) ?? null)

const columnsOf = ({
  startNoEarlierThan,
  constraintDay,
  deadline,
  actualStart,
  actualFinish,
  ...plain
}: ItemValues) => ({
  ...plain,
  startNoEarlierThan: toOptionalDayColumn(startNoEarlierThan),
  constraintDay: toOptionalDayColumn(constraintDay),
  deadline: toOptionalDayColumn(deadline),
  actualStart: toOptionalDayColumn(actualStart),
  actualFinish: toOptionalDayColumn(actualFinish),
})

/** Adds the new items, each at the end of its workstream, in the order of the file. */
export async function addItems(work: Import): Promise<EventDraft[]> {
  const { tx, actor, planned, plan, ids } = work
  const { programmeId, context } = actor
  if (planned.newItems.length === 0) return []
  const { lastNumber } = await tx.programme.update({
    where: { id: programmeId },
    data: { lastNumber: { increment: planned.newItems.length } },
    select: { lastNumber: true },
  })
  const last = new Map<string, string>()
  for (const { workstreamId, rank } of plan.items)
    if (rank > (last.get(workstreamId) ?? "")) last.set(workstreamId, rank)
  const rows = planned.newItems.map(({ uid, importKey, workstream, values, owner }, at) => {
    const id = newId(context.at)
    const workstreamId = idOf(work, workstream) ?? ""
    const rank = rankBetween(last.get(workstreamId) ?? null, null)
    last.set(workstreamId, rank)
    ids.items.set(uid, id)
    return {
      ...{ id, programmeId, workstreamId, rank, importKey, number: lastNumber - planned.newItems.length + at + 1 },
      ...{ ...columnsOf(values), ownerId: ownerId(work, owner), estimateConfirmedAt: context.at },
      ...{ createdAt: context.at, updatedAt: context.at },
    }
  })
  for (let at = 0; at < rows.length; at += BATCH) await tx.workItem.createMany({ data: rows.slice(at, at + BATCH) })
  return rows.map(({ id, workstreamId, number, ownerId: owner, likely, title, description }) => ({
    ...{ type: "work-item.added", subject: id, texts: description ? { title, description } : { title } },
    data: { workstreamId, number, ownerId: owner, roleKey: null, likely },
  }))
}

/** The members as they will be; a reason stays only with what is blocked or dropped. */
function afterChange(item: PlannedItem, changes: ChangedItem["changes"]): ItemValues {
  const { title, description, optimistic, likely, pessimistic, status, reason, percent } = { ...item, ...changes }
  const { startNoEarlierThan, deadline, actualStart, actualFinish } = { ...item, ...changes }
  const { constraintType, constraintDay, remainingDays } = { ...item, ...changes }
  const isOver = status === "done" || status === "dropped"
  const kept = status === "blocked" || status === "dropped" ? reason : null
  return {
    ...{ title, description, optimistic, likely, pessimistic, status, reason: kept, percent },
    ...{ startNoEarlierThan, deadline, actualStart, actualFinish, constraintType, constraintDay },
    remainingDays: isOver ? null : remainingDays,
  }
}

/** Changes the items that are here and differ; refused when one was changed in this very moment. */
export async function changeItems(work: Import): Promise<Result<EventDraft[], "changed-meanwhile">> {
  const { tx, actor, planned, plan } = work
  const items = new Map(plan.items.map((item) => [item.id, item]))
  const events: EventDraft[] = []
  for (const { id, version, changes, importKey, owner } of planned.changedItems) {
    const item = items.get(id)
    if (!item) return refuse("changed-meanwhile")
    const after = afterChange(item, changes)
    const owned = owner === null ? {} : { ownerId: ownerId(work, owner) }
    const confirmed = changes.likely === undefined ? {} : { estimateConfirmedAt: actor.context.at }
    const { count } = await tx.workItem.updateMany({
      where: { id, programmeId: actor.programmeId, version },
      data: {
        ...{ ...columnsOf(after), ...owned, ...confirmed, updatedAt: actor.context.at, version: version + 1 },
        importKey: item.importKey ?? importKey,
      },
    })
    if (count === 0) return refuse("changed-meanwhile")
    events.push(editedEvent(item, { ...changes, ...owned }))
  }
  return ok(events)
}

/** Members before and after; texts apart, so that they can be erased. */
function editedEvent(
  item: PlannedItem,
  changes: Readonly<Record<string, string | number | null | undefined>>,
): EventDraft {
  const before: Readonly<Record<string, unknown>> = { ...item }
  const plain: Record<string, string | number | null> = {}
  const earlier: Record<string, string | number | null> = {}
  const texts: Record<string, string> = {}
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue
    if (field === "title" || field === "description" || field === "reason") {
      if (value !== null) texts[field] = String(value)
      continue
    }
    plain[field] = value
    const was = before[field]
    earlier[field] = typeof was === "string" || typeof was === "number" ? was : null
  }
  return { type: "work-item.updated", subject: item.id, data: { changes: plain, before: earlier }, texts }
}
