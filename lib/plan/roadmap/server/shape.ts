import type { Transaction } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { NetworkShape, NodeRef } from "@/lib/plan/schedule/network"
import type { LinkView } from "../views"
import { linkView } from "./plan-rows"

/** As much of a plan as decides about cycles; `isThere` is false for items that were taken away. */
export type PlanShape = Omit<NetworkShape, "links"> & {
  readonly links: readonly LinkView[]
  readonly isThere: (node: NodeRef) => boolean
}

/**
 * The shape of the actor's plan. Items that were taken away count with their links, so that bringing one back never
 * closes a circle.
 */
export async function loadShape(tx: Transaction, actor: ProgrammeActor): Promise<PlanShape> {
  const where = { programmeId: actor.programmeId }
  const items = await tx.workItem.findMany({ where, select: { id: true, workstreamId: true, removedAt: true } })
  const workstreams = await tx.workstream.findMany({ where, select: { id: true } })
  const gates = await tx.gate.findMany({ where, select: { id: true } })
  const links = (await tx.dependency.findMany({ where })).map(linkView)
  const ids = (nodes: readonly { id: string }[]) => new Set(nodes.map(({ id }) => id))
  const there = {
    item: ids(items.filter(({ removedAt }) => removedAt === null)),
    workstream: ids(workstreams),
    gate: ids(gates),
  }
  return { items, workstreams, gates, links, isThere: ({ kind, id }) => there[kind].has(id) }
}

/** Whatever can close a circle is judged one at a time, so that two that only together close one are not both let in. */
export const holdPlan = (tx: Transaction, actor: ProgrammeActor) =>
  tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${actor.programmeId}::uuid FOR NO KEY UPDATE`
