import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"

type Places = { readonly workstreamIds?: readonly Id[] | undefined; readonly gateIds?: readonly Id[] | undefined }

/** Whether all these workstreams and gates belong to the actor's programme. */
export async function arePlaces(tx: Transaction, actor: ProgrammeActor, places: Places): Promise<boolean> {
  const within = (ids: readonly Id[]) => ({ programmeId: actor.programmeId, id: { in: [...ids] } })
  const workstreams = new Set(places.workstreamIds)
  const gates = new Set(places.gateIds)
  const found =
    (workstreams.size > 0 ? await tx.workstream.count({ where: within([...workstreams]) }) : 0) +
    (gates.size > 0 ? await tx.gate.count({ where: within([...gates]) }) : 0)
  return found === workstreams.size + gates.size
}

/** Lets an entry touch these workstreams and gates, and of a kind that is given no others. */
export async function writePlaces(tx: Transaction, actor: ProgrammeActor, entryId: Id, places: Places): Promise<void> {
  const { programmeId } = actor
  if (places.workstreamIds) {
    await tx.entryWorkstream.deleteMany({ where: { programmeId, entryId } })
    const rows = [...new Set(places.workstreamIds)].map((workstreamId) => ({ programmeId, entryId, workstreamId }))
    await tx.entryWorkstream.createMany({ data: rows })
  }
  if (places.gateIds) {
    await tx.entryGate.deleteMany({ where: { programmeId, entryId } })
    const rows = [...new Set(places.gateIds)].map((gateId) => ({ programmeId, entryId, gateId }))
    await tx.entryGate.createMany({ data: rows })
  }
}
