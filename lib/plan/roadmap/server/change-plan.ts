import type { Transaction } from "@/lib/base/db/client"
import { ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { findCycle } from "@/lib/plan/schedule/cycles"
import { type ChangedItem, changeItem } from "../change"
import type { Misfit } from "../misfit"
import { changeOf, noEstimate } from "../replan"
import type { LinkReplan, PlanChange, PlanChanged } from "../replan-shapes"
import * as contracts from "../timeline-contract"
import type { LinkView, WorkstreamView } from "../views"
import type { WorkItemRefusal } from "../work-item"
import type { WorkItemView } from "../work-item-shapes"
import { changedMeanwhile, editedEvent, writeItem } from "./change-work-item"
import * as linkRows from "./link-rows"
import { workstreamView } from "./plan-rows"
import { holdPlan, loadShape, type PlanShape } from "./shape"
import { workItemView } from "./work-item-rows"

type LinkRefusal = "no-such-end" | "already-linked" | "would-circle"
type Stale = "not-found" | "changed-meanwhile"
/** The records as they are now, and what tells of it. */
type Written<Row> = { readonly now: Row[]; readonly events: readonly EventDraft[] }

/**
 * Changes items, workstreams and links of the plan together: all of it, or nothing. One plan change of a programme goes
 * after the other, so that none closes a circle with another.
 */
export const changePlan = (actor: ProgrammeActor, change: PlanChange) =>
  transact(actor, contracts.changePlan, (tx) => replanWithin(tx, actor, change))

/** The same within a transaction that does more besides. */
export async function replanWithin(tx: Transaction, actor: ProgrammeActor, change: PlanChange) {
  await holdPlan(tx, actor)
  const items = await replanItems(tx, actor, change.items)
  if (!items.ok) return items
  const workstreams = await replanWorkstreams(tx, actor, change.workstreams)
  if (!workstreams.ok) return workstreams
  const links = await replanLinks(tx, actor, change.links)
  if (!links.ok) return links
  const [first, ...others] = [...items.value.events, ...workstreams.value.events, ...links.value.events]
  if (!first) return refuse<Stale>("not-found")
  const changed: PlanChanged = { items: items.value.now, workstreams: workstreams.value.now, links: links.value.now }
  return done(changed, first, ...others)
}

/** Locks in order of id, as every change of several items does. */
async function replanItems(
  tx: Transaction,
  actor: ProgrammeActor,
  replans: PlanChange["items"],
): Promise<Result<Written<WorkItemView>, WorkItemRefusal | Misfit | Stale>> {
  if (replans.length === 0) return ok({ now: [], events: [] })
  const asked = new Map(replans.map((each) => [each.id, each]))
  const rows = await tx.workItem.findMany({
    where: { id: { in: [...asked.keys()] }, programmeId: actor.programmeId, removedAt: null },
    orderBy: { id: "asc" },
  })
  if (rows.length !== asked.size) return refuse("not-found")
  const edited: ChangedItem[] = []
  for (const item of rows.map(workItemView)) {
    const replanned = asked.get(item.id)
    if (replanned?.version !== item.version) return changedMeanwhile(actor, item)
    const changed = changeItem(item, changeOf(replanned), actor.membership.today)
    if (!changed.ok) return refuse(changed.refusal, { current: item })
    const written = await writeItem(tx, actor, changed.value)
    if (!written.ok) return written
    edited.push(changed.value)
  }
  return ok({ now: edited.map(({ after }) => after), events: edited.map((each) => editedEvent(each)) })
}

async function replanWorkstreams(
  tx: Transaction,
  actor: ProgrammeActor,
  replans: PlanChange["workstreams"],
): Promise<Result<Written<WorkstreamView>, Stale>> {
  const now: WorkstreamView[] = []
  const events: EventDraft[] = []
  for (const { id, version, estimate } of replans.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const where = { id, programmeId: actor.programmeId }
    const found = await tx.workstream.findFirst({ where })
    if (!found) return refuse("not-found")
    const changes = estimate ?? noEstimate
    const [row] = await tx.workstream.updateManyAndReturn({
      where: { ...where, version },
      data: { ...changes, version: version + 1 },
    })
    if (!row) return refuse("changed-meanwhile", { current: workstreamView(found) })
    const { optimistic, likely, pessimistic } = found
    now.push(workstreamView(row))
    events.push({
      type: "workstream.updated",
      subject: id,
      data: { changes, before: { optimistic, likely, pessimistic } },
    })
  }
  return ok({ now, events })
}

async function replanLinks(
  tx: Transaction,
  actor: ProgrammeActor,
  replans: PlanChange["links"],
): Promise<Result<Written<LinkView>, LinkRefusal | Stale>> {
  if (replans.length === 0) return ok({ now: [], events: [] })
  const shape = await loadShape(tx, actor)
  const now: LinkView[] = []
  const events: EventDraft[] = []
  let links = shape.links
  for (const each of replans) {
    const relinked = await relink(tx, actor, { ...shape, links }, each)
    if (!relinked.ok) return relinked
    const { before, after, event } = relinked.value
    links = [...links.filter(({ id }) => id !== before?.id), ...(after ? [after] : [])]
    if (after) now.push(after)
    events.push(event)
  }
  const circle = findCycle({ ...shape, links })
  return circle ? refuseCircle(tx, actor, circle) : ok({ now, events })
}

async function refuseCircle(
  tx: Transaction,
  actor: ProgrammeActor,
  circle: Parameters<typeof linkRows.namesOf>[2],
): Promise<Refused<"would-circle">> {
  return refuse("would-circle", { members: await linkRows.namesOf(tx, actor, circle) })
}

type Relinked = { readonly before?: LinkView; readonly after?: LinkView; readonly event: EventDraft }

async function relink(
  tx: Transaction,
  actor: ProgrammeActor,
  shape: PlanShape,
  replanned: LinkReplan,
): Promise<Result<Relinked, LinkRefusal | Stale>> {
  if ("add" in replanned) {
    const { from, to } = replanned.add
    if (!shape.isThere(from) || !shape.isThere(to) || from.id === to.id) return refuse("no-such-end")
    if (shape.links.some((each) => linkRows.sameEnds(each, replanned.add))) return refuse("already-linked")
    const after = await linkRows.insertLink(tx, actor, { ...replanned.add, lagUnit: replanned.add.lagUnit ?? "days" })
    return ok({ after, event: linkRows.addedEvent(after) })
  }
  const { id, version } = "change" in replanned ? replanned.change : replanned.remove
  const before = shape.links.find((each) => each.id === id)
  if (!before) return refuse("not-found")
  if ("remove" in replanned) {
    const isGone = await linkRows.deleteLink(tx, actor, { id, version })
    return isGone ? ok({ before, event: linkRows.removedEvent(before) }) : staleLink(before)
  }
  const { type = before.type, lag = before.lag, lagUnit = before.lagUnit } = replanned.change
  if (shape.links.some((each) => each.id !== id && linkRows.sameEnds(each, { ...before, type })))
    return refuse("already-linked")
  const after = await linkRows.rewriteLink(tx, actor, { id, version, type, lag, lagUnit })
  return after ? ok({ before, after, event: linkRows.rewrittenEvent(before, after) }) : staleLink(before)
}

const staleLink = (current: LinkView): Refused<"changed-meanwhile"> => refuse("changed-meanwhile", { current })
