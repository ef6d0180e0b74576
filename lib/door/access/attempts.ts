import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/** Failed attempts under one key; `count` leaks away over time. */
export type Attempts = { readonly count: number; readonly lastAt: Date }

export type Limit = {
  /** This many attempts are free. */
  readonly free: number
  /** One attempt is forgotten each this many milliseconds. */
  readonly leakMs: number
  /** The pause after the first that is not free, in milliseconds; it doubles with each further one. */
  readonly firstMs: number
  readonly longestMs: number
}

/** Who tries one account from one network waits, and is told how long. */
export const pairLimit: Limit = { free: 5, leakMs: 60_000, firstMs: 1_000, longestMs: 30_000 }
/** Who tries many accounts from one network waits. */
export const networkLimit: Limit = { free: 40, leakMs: 10_000, firstMs: 1_000, longestMs: 60_000 }
/** An account under attack from many networks answers more slowly, but it always answers: its owner still comes in. */
export const accountLimit: Limit = { free: 10, leakMs: 60_000, firstMs: 250, longestMs: 3_000 }

/** What is left of the count at `now`. */
export const remaining = ({ count, lastAt }: Attempts, { leakMs }: Limit, now: Date): number =>
  Math.max(0, count - Math.floor(Math.max(0, now.getTime() - lastAt.getTime()) / leakMs))

/** The pause after `count` attempts, in milliseconds. */
export const pauseAfter = (count: number, { free, firstMs, longestMs }: Limit): number =>
  count < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(30, count - free))

/** One attempt more, whatever it is answered. */
export const counted = (kept: Attempts | null, limit: Limit, now: Date): Attempts => ({
  count: (kept ? remaining(kept, limit, now) : 0) + 1,
  lastAt: now,
})

/** Counts one more attempt, or says for how many seconds to wait. A refused attempt is not counted. */
export function attempt(kept: Attempts | null, limit: Limit, now: Date): Result<Attempts, "too-many-attempts"> {
  const waitMs = kept ? kept.lastAt.getTime() + pauseAfter(remaining(kept, limit, now), limit) - now.getTime() : 0
  if (waitMs > 0) return refuse("too-many-attempts", { seconds: Math.ceil(waitMs / 1_000) })
  return ok(counted(kept, limit, now))
}
