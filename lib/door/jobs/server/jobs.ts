import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import type { Job, Prisma } from "@/lib/base/db/generated/client"
import { cancelJobs, wakeRunner } from "@/lib/base/jobs/server/jobs"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor, ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"

const MOST = 200

/** What is given to a job stays inside: views are made member by member. */
const viewOf = (row: Job): contracts.JobView => ({
  ...{ id: row.id, kind: row.kind, title: row.title, state: row.state, attempt: row.attempt },
  ...{ mostAttempts: row.mostAttempts, recurring: row.key === "recurring", reason: row.reason },
  ...{ doneSteps: row.doneSteps, allSteps: row.allSteps },
  cancelling: row.cancelAskedAt !== null && (row.state === "running" || row.state === "waiting"),
  ...{ runAt: row.runAt.toISOString(), createdAt: row.createdAt.toISOString() },
  startedAt: row.startedAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
})

const findOf = async (where: Prisma.JobWhereInput) =>
  (await database().prisma.job.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST })).map(
    viewOf,
  )

export const findJobs = async (actor: ProgrammeActor) => ({
  items: await findOf({ programmeId: actor.programmeId }),
  may: { cancel: actor.may(contracts.cancelJob.permission) },
})

/** What the server does by itself is not cancelled. */
export const findInstallationJobs = async (_: InstallationActor) => ({
  items: await findOf({ programmeId: null }),
  may: { cancel: false },
})

export async function cancelJob(actor: ProgrammeActor, { jobId }: z.output<typeof contracts.cancelJob.input>) {
  const { programmeId, context } = actor
  const answer = await transact(actor, contracts.cancelJob, async (tx) => {
    const where = { id: jobId, programmeId }
    if ((await tx.job.count({ where })) === 0) return refuse("not-found")
    if ((await cancelJobs(tx, context.at, where)) === 0) return refuse("over-already")
    const row = await tx.job.findFirstOrThrow({ where })
    return done(viewOf(row), { type: "job.cancelled", subject: jobId, data: { kind: row.kind } })
  })
  if (answer.ok) wakeRunner()
  return answer
}
