import type * as z from "zod"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { rankBetween } from "@/lib/plan/roadmap/rank"
import { workItemView } from "@/lib/plan/roadmap/server/work-item-rows"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { changedMeanwhile, findRecord } from "@/lib/records/server/commands"
import { backlogOrder, movedAfter } from "../backlog-order"
import * as contracts from "../contract"
import { sprint, stateOf } from "../sprint"
import { placeItem } from "./sprint-rows"

/** Puts items in a sprint and takes others out: all of it or nothing. */
export const planSprint = (actor: ProgrammeActor, input: z.output<typeof contracts.planSprint.input>) =>
  transact(actor, contracts.planSprint, async (tx) => {
    const { programmeId } = actor
    const target = await findRecord(tx, sprint, actor, input.recordId)
    if (!target) return refuse("not-found")
    if (stateOf(target) === "closed") return refuse("sprint-is-closed")
    const asked = [
      ...input.put.map((each) => ({ ...each, to: target })),
      ...input.out.map((each) => ({ ...each, to: null })),
    ]
    const rows = await tx.workItem.findMany({
      where: { id: { in: asked.map(({ id }) => id) }, programmeId, removedAt: null },
    })
    const items = new Map(rows.map((row) => [row.id, workItemView(row)]))
    const placed: WorkItemView[] = []
    const events: EventDraft[] = []
    for (const { id, version, to } of asked.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const item = items.get(id)
      if (!item) return refuse("no-such-record")
      if (item.version !== version) return changedMeanwhile(tx, actor, item)
      if (to && (item.status === "done" || item.status === "dropped")) return refuse("item-is-finished")
      if (!to && item.sprintId !== target.id) return refuse("no-such-record")
      const written = await placeItem(tx, actor, item, to)
      if (!written) return changedMeanwhile(tx, actor, item)
      placed.push(written.after)
      events.push(written.event)
    }
    const [first, ...others] = events
    return first ? done({ items: placed }, first, ...others) : refuse("nothing-to-plan")
  })

/** Puts an item at another place of the backlog; what a filter hides keeps its place. */
export const moveInBacklog = (actor: ProgrammeActor, input: z.output<typeof contracts.moveInBacklog.input>) =>
  transact(actor, contracts.moveInBacklog, async (tx) => {
    const { programmeId, context } = actor
    const { workItemId, version, afterId } = input
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const [rows, workstreams] = await Promise.all([
      tx.workItem.findMany({ where: { programmeId, removedAt: null } }),
      tx.workstream.findMany({ where: { programmeId }, orderBy: { rank: "asc" }, select: { id: true } }),
    ])
    const items = rows.map(workItemView)
    const item = items.find(({ id }) => id === workItemId)
    if (!item) return refuse("not-found")
    if (item.version !== version) return changedMeanwhile(tx, actor, item)
    const ordered = backlogOrder(
      items,
      workstreams.map(({ id }) => id),
    )
    const ranks = movedAfter(ordered, workItemId, afterId)
    if (!ranks) return refuse("no-such-place")
    for (const [id, backlogRank] of ranks)
      if (id !== workItemId) await tx.workItem.update({ where: { id }, data: { backlogRank } })
    const [row] = await tx.workItem.updateManyAndReturn({
      where: { id: workItemId, programmeId, version },
      data: {
        backlogRank: ranks.get(workItemId) ?? rankBetween(null, null),
        updatedAt: context.at,
        version: version + 1,
      },
    })
    if (!row) return changedMeanwhile(tx, actor, item)
    return done(workItemView(row), { type: "work-item.ranked", subject: workItemId, data: { after: afterId } })
  })
