import type { Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import type { NodeRef } from "@/lib/plan/schedule/network"
import type { LinkView } from "../views"
import { linkView } from "./plan-rows"

/** A link without its id and version. */
export type NewLink = Pick<LinkView, "from" | "to" | "type" | "lag" | "lagUnit">
type Ends = Pick<LinkView, "from" | "to" | "type">

export const sameEnds = (a: Ends, b: Ends): boolean =>
  a.from.id === b.from.id && a.to.id === b.to.id && a.type === b.type

/** What nodes of the plan are called, in their order. */
export async function namesOf(tx: Transaction, actor: ProgrammeActor, nodes: readonly NodeRef[]): Promise<string[]> {
  const where = { programmeId: actor.programmeId, id: { in: nodes.map(({ id }) => id) } }
  const items = await tx.workItem.findMany({ where, select: { id: true, title: true } })
  const workstreams = await tx.workstream.findMany({ where, select: { id: true, name: true } })
  const gates = await tx.gate.findMany({ where, select: { id: true, name: true } })
  const names = new Map([
    ...items.map(({ id, title }) => [id, title] as const),
    ...[...workstreams, ...gates].map(({ id, name }) => [id, name] as const),
  ])
  return nodes.map(({ id }) => names.get(id) ?? "")
}

const columnOf = (side: "from" | "to", { kind, id }: NodeRef) =>
  ({
    item: side === "from" ? { fromItemId: id } : { toItemId: id },
    workstream: side === "from" ? { fromWorkstreamId: id } : { toWorkstreamId: id },
    gate: side === "from" ? { fromGateId: id } : { toGateId: id },
  })[kind]

export async function insertLink(
  tx: Transaction,
  actor: ProgrammeActor,
  { from, to, type, lag, lagUnit }: NewLink,
): Promise<LinkView> {
  const row = await tx.dependency.create({
    data: {
      ...{ id: newId(actor.context.at), programmeId: actor.programmeId, type, lag, lagUnit },
      ...columnOf("from", from),
      ...columnOf("to", to),
    },
  })
  return linkView(row)
}

/** Writes another type and lag; null when the link is no longer as it was looked at. */
export async function rewriteLink(
  tx: Transaction,
  { programmeId }: ProgrammeActor,
  { id, version, type, lag, lagUnit }: Pick<LinkView, "id" | "version" | "type" | "lag" | "lagUnit">,
): Promise<LinkView | null> {
  const [row] = await tx.dependency.updateManyAndReturn({
    where: { id, programmeId, version },
    data: { type, lag, lagUnit, version: version + 1 },
  })
  return row ? linkView(row) : null
}

/** False when the link is no longer as it was looked at. */
export async function deleteLink(
  tx: Transaction,
  { programmeId }: ProgrammeActor,
  { id, version }: Pick<LinkView, "id" | "version">,
): Promise<boolean> {
  const { count } = await tx.dependency.deleteMany({ where: { id, programmeId, version } })
  return count === 1
}

const ends = ({ id, from, to, type, lag, lagUnit }: LinkView) => ({
  ...{ linkId: id, fromKind: from.kind, from: from.id, toKind: to.kind, type, lag, lagUnit },
})
export const addedEvent = (link: LinkView): EventDraft => ({
  type: "link.added",
  subject: link.to.id,
  data: ends(link),
})
export const removedEvent = (link: LinkView): EventDraft => ({
  ...{ type: "link.removed", subject: link.to.id, data: ends(link) },
})
export const rewrittenEvent = (before: LinkView, { id, to, type, lag, lagUnit }: LinkView): EventDraft => ({
  type: "link.updated",
  subject: to.id,
  data: {
    linkId: id,
    changes: { type, lag, lagUnit },
    before: { type: before.type, lag: before.lag, lagUnit: before.lagUnit },
  },
})
