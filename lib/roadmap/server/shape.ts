import type { ProgrammeActor } from "@/lib/access/actor"
import type { Transaction } from "@/lib/db/client"
import type { NetworkShape } from "@/lib/schedule/network"
import { linkView } from "./plan-rows"

/** As much of the actor's plan as decides about cycles. */
export async function loadShape(tx: Transaction, actor: ProgrammeActor): Promise<NetworkShape> {
  const where = { programmeId: actor.programmeId }
  const items = await tx.workItem.findMany({
    where: { ...where, removedAt: null },
    select: { id: true, workstreamId: true },
  })
  const workstreams = await tx.workstream.findMany({ where, select: { id: true } })
  const gates = await tx.gate.findMany({ where, select: { id: true } })
  const known = new Set([...items, ...workstreams, ...gates].map(({ id }) => id))
  const links = (await tx.dependency.findMany({ where })).map(linkView)
  return { items, workstreams, gates, links: links.filter(({ from, to }) => known.has(from.id) && known.has(to.id)) }
}
