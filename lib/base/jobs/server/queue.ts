import { database } from "@/lib/base/db/client"
import type { Job } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import { brokenReason, deadReason, type JobEnd, retryAt, SILENT_MS } from "../job"
import type { JobKind } from "./job-kind"

export type Kinds = ReadonlyMap<string, JobKind>

/** Takes the job whose turn it is, of kinds that this process knows; another process takes another one. */
export async function claim(kinds: Kinds, now: Date): Promise<Job | null> {
  const { prisma } = database()
  const [taken] = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE job SET state = 'running', attempt = attempt + 1, started_at = ${now}, heartbeat_at = ${now},
      finished_at = NULL, done_steps = NULL, all_steps = NULL
    WHERE id = (SELECT id FROM job WHERE state = 'waiting' AND run_at <= ${now}
        AND cancel_asked_at IS NULL AND kind = ANY(${[...kinds.keys()]})
      ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text`
  return taken ? prisma.job.findUnique({ where: { id: taken.id } }) : null
}

/**
 * Says that this process is alive.
 * @returns whether the job shall stop: it was cancelled, or is not ours any more
 */
export async function beat({ id, attempt }: Job, now: Date): Promise<"go on" | "cancelled" | "lost"> {
  const [row] = await database().prisma.job.updateManyAndReturn({
    where: { id, attempt, state: "running" },
    data: { heartbeatAt: now },
    select: { cancelAskedAt: true },
  })
  return row ? (row.cancelAskedAt ? "cancelled" : "go on") : "lost"
}

export async function tellProgress({ id, attempt }: Job, doneSteps: number, allSteps: number): Promise<void> {
  await database().prisma.job.updateMany({ where: { id, attempt, state: "running" }, data: { doneSteps, allSteps } })
}

/** Writes how a job ended, unless it was taken from this process meanwhile, and tells its kind. */
export async function finish(kind: JobKind, job: Job, end: JobEnd, now: Date): Promise<void> {
  const { id, attempt } = job
  const after = afterwards(kind, job, end, now)
  await database().prisma.$transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { id, attempt, state: "running" }, data: after })
    if (count === 1 && end.state !== "done" && after.state !== "waiting") await kind.ended?.(tx, job, end)
  })
}

/** What becomes of the row: an end, another attempt, or the next turn of what recurs. */
function afterwards({ every }: JobKind, { attempt, mostAttempts }: Job, end: JobEnd, now: Date) {
  const reason = "reason" in end ? end.reason : null
  if (every) {
    const runAt = new Date(now.getTime() + every.minutes * 60_000)
    return { state: "waiting", reason, finishedAt: now, runAt, attempt: 0, cancelAskedAt: null } as const
  }
  if (end.state !== "again") return { state: end.state, reason, finishedAt: now }
  if (attempt >= mostAttempts) return { state: "failed", reason, finishedAt: now } as const
  return { state: "waiting", reason, finishedAt: now, runAt: retryAt(attempt, now) } as const
}

/** Ends or puts back the jobs whose process has died, and ends those that were cancelled before they began. */
export async function sweep(kinds: Kinds, now: Date): Promise<void> {
  const { prisma } = database()
  const dead = new Date(now.getTime() - SILENT_MS)
  const over = await prisma.job.findMany({
    where: {
      kind: { in: [...kinds.keys()] },
      OR: [
        { state: "running", heartbeatAt: { lt: dead } },
        { state: "waiting", cancelAskedAt: { not: null } },
      ],
    },
  })
  for (const job of over) {
    const kind = kinds.get(job.kind)
    if (!kind) continue
    const isLast = job.attempt >= job.mostAttempts
    const end: JobEnd = job.cancelAskedAt
      ? { state: "cancelled", reason: null }
      : { state: isLast ? "failed" : "again", reason: deadReason }
    const after = afterwards(kind, job, end, now)
    await prisma.$transaction(async (tx) => {
      const { id, attempt, state, heartbeatAt } = job
      const { count } = await tx.job.updateMany({ where: { id, attempt, state, heartbeatAt }, data: after })
      if (count === 1 && after.state !== "waiting") await kind.ended?.(tx, job, end)
    })
  }
}

/** Adds the one row of each kind that recurs, where it is missing; its first turn comes when the start is over. */
export async function addRecurring(kinds: Kinds, now: Date): Promise<void> {
  const runAt = new Date(now.getTime() + 60_000)
  const data = [...kinds.values()].flatMap(({ kind, every }) =>
    every ? [{ id: newId(now), kind, key: "recurring", title: every.title, input: {}, createdAt: now, runAt }] : [],
  )
  await database().prisma.job.createMany({ data, skipDuplicates: true })
}

export const broken: JobEnd = { state: "again", reason: brokenReason }
