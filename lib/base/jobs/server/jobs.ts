import { database, type Transaction } from "@/lib/base/db/client"
import type { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"

type NewJob = {
  readonly kind: string
  /** What it is about, without people: the name of a connection, of a webhook. */
  readonly title: string
  readonly input: Prisma.InputJsonValue
  readonly programmeId?: Id
  /** While a job of this kind and key waits or runs, no other is added. */
  readonly key?: string
  readonly runAt?: Date
  /** Counted with the first; 1 unless told. */
  readonly mostAttempts?: number
}

/** Adds a job, in the transaction of what asks for it. Null when one with its key waits or runs already. */
export async function addJob(tx: Pick<Transaction, "job">, at: Date, job: NewJob): Promise<Id | null> {
  const { runAt = at, ...more } = job
  const [row] = await tx.job.createManyAndReturn({
    data: [{ id: newId(at), createdAt: at, runAt, ...more }],
    select: { id: true },
    skipDuplicates: true,
  })
  return row?.id ?? null
}

/** Asks that jobs stop: at once where they wait, within a second where they run. */
export async function cancelJobs(
  tx: Pick<Transaction, "job">,
  at: Date,
  which: Pick<Prisma.JobWhereInput, "id" | "programmeId" | "run">,
): Promise<number> {
  const { count } = await tx.job.updateMany({
    where: { ...which, state: { in: ["waiting", "running"] }, cancelAskedAt: null },
    data: { cancelAskedAt: at, runAt: at },
  })
  return count
}

/** Forgets jobs that ended more than 30 days ago. */
export async function forgetOldJobs(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 30 * 86_400_000)
  await database().prisma.job.deleteMany({
    where: { state: { in: ["done", "failed", "cancelled"] }, finishedAt: { lt: before } },
  })
}

const listeners = new Set<() => void>()

/** The runner of this process hears when there is something to do, instead of only looking for it. */
export function onWake(wake: () => void): () => void {
  listeners.add(wake)
  return () => listeners.delete(wake)
}
/** To be called after the transaction that added a job is committed. */
export const wakeRunner = (): void => {
  for (const wake of listeners) wake()
}
