import type { Job } from "@/lib/base/db/generated/client"
import { type JobEnd, sayTooLong } from "../job"
import type { JobKind } from "./job-kind"
import { onWake } from "./jobs"
import { addRecurring, beat, broken, claim, finish, type Kinds, sweep, tellProgress } from "./queue"

const LOOK_MS = 10_000
const BEAT_MS = 1_000
const SECONDS = 900
/** Jobs that one process does at once. */
const AT_ONCE = 3

type Clock = () => Date
const byName = (kinds: readonly JobKind[]): Kinds => new Map(kinds.map((kind) => [kind.kind, kind]))

/**
 * Does every job whose time has come, one after the other, until there is none. Several processes share them out.
 * @returns how many it took
 */
export async function runDueJobs(kinds: readonly JobKind[], now: Clock = () => new Date()): Promise<number> {
  const known = byName(kinds)
  await sweep(known, now())
  for (let taken = 0; ; taken += 1) {
    const job = await claim(known, now())
    if (!job) return taken
    await carryOut(known, job, now)
  }
}

async function carryOut(kinds: Kinds, job: Job, now: Clock): Promise<void> {
  const kind = kinds.get(job.kind)
  if (!kind) return
  const stop = new AbortController()
  let stopped: JobEnd | null = null
  const end = (how: JobEnd) => {
    stopped ??= how
    stop.abort()
  }
  const { seconds = SECONDS } = kind
  const limit = setTimeout(() => end({ state: "failed", reason: sayTooLong(seconds) }), seconds * 1_000)
  const look = async () => {
    const heard = await beat(job, now()).catch(() => "go on" as const)
    if (heard !== "go on") end({ state: "cancelled", reason: null })
  }
  const watch = setInterval(() => void look(), BEAT_MS)
  try {
    const tell = (done: number, all: number) => tellProgress(job, done, all)
    const ending = await kind.run({ job, signal: stop.signal, tell, now })
    await finish(kind, job, ending.state === "done" ? ending : (stopped ?? ending), now())
  } catch (error) {
    if (!stopped) console.error(`The job ${job.kind} failed:`, error)
    await finish(kind, job, stopped ?? broken, now())
  } finally {
    clearInterval(watch)
    clearTimeout(limit)
  }
}

/**
 * Does the jobs of this process from now on: at once when something is added here, and within seconds what others added.
 * @returns how to stop: nothing more is taken, and what runs has two seconds to end
 */
export function startRunner(kinds: readonly JobKind[]): () => Promise<void> {
  const known = byName(kinds)
  const now = () => new Date()
  const running = new Set<Promise<void>>()
  let isOver = false
  let taking: Promise<void> | null = null
  let isAsked = false

  const take = async (): Promise<void> => {
    while (isAsked && !isOver) {
      isAsked = false
      await addRecurring(known, now())
      for (const { due } of kinds) await due?.(now())
      await sweep(known, now())
      while (!isOver && running.size < AT_ONCE) {
        const job = await claim(known, now())
        if (!job) break
        const work: Promise<void> = carryOut(known, job, now)
          .catch((error: unknown) => console.error(`The job ${job.kind} could not be ended:`, error))
          .finally(() => {
            running.delete(work)
            look()
          })
        running.add(work)
      }
    }
  }
  const look = () => {
    if (isOver) return
    isAsked = true
    taking ??= take()
      .catch((error: unknown) => console.error("Jobs could not be looked for:", error))
      .finally(() => {
        taking = null
        if (isAsked) look()
      })
  }
  const deaf = onWake(look)
  const timer = setInterval(look, LOOK_MS)
  look()
  return async () => {
    isOver = true
    deaf()
    clearInterval(timer)
    const ended = Promise.all([taking, ...running])
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
  }
}
