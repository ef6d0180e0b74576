import type { Transaction } from "@/lib/base/db/client"
import type { Connection } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { addJob } from "@/lib/base/jobs/server/jobs"
import type { Id } from "@/lib/base/kernel/id"
import { loadRelease } from "@/lib/pack/server/releases"
import { plannedMeasures } from "./plan-run"

/** Stored; never changed. */
export const FETCH_FACTS = "facts.fetch"

type Reached = Connection & { readonly programme: { readonly packRelease: string } }

/** A run and the job that carries it out; null when one of this connection waits or runs already. */
export async function addRun(
  tx: Pick<Transaction, "job" | "connectionRun">,
  connection: Reached,
  at: Date,
  startedById: Id | null,
): Promise<Id | null> {
  const { id: connectionId, programmeId, name, programme } = connection
  const id = newId(at)
  const jobId = await addJob(tx, at, {
    ...{ kind: FETCH_FACTS, title: name, programmeId, key: connectionId, input: { runId: id } },
  })
  if (jobId === null) return null
  const progress = plannedMeasures(loadRelease(programme.packRelease), connection)
  await tx.connectionRun.create({
    data: { id, programmeId, connectionId, jobId, startedAt: at, startedById, progress },
  })
  return id
}
