/** How long is waited in all before something that is throttled counts as not to be had, in milliseconds. */
const LONGEST_WAIT_MS = 300_000
const FIRST_WAIT_MS = 1_000
const LONGEST_STEP_MS = 60_000

/** What services say when the same request may succeed a moment later. */
const transient = [
  "RPC token bucket limit has been exceeded",
  "Please try again later",
  "does not have any associated worker environments",
]

export const isTransient = (status: number, message: string): boolean =>
  status === 429 || status === 503 || transient.some((each) => message.includes(each))

/**
 * How long to wait before the next try, in milliseconds; null to give up. What the service asks for (Retry-After, in
 * seconds) is kept to; else the wait doubles from a second, each time shortened by up to half, so that many callers do
 * not come back at the same moment ("equal jitter", M. Brooker, 2015).
 * @param luck from 0 to below 1
 */
export function nextWait(tries: number, waited: number, retryAfter: string | undefined, luck: number): number | null {
  const asked = retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : null
  const step = Math.min(LONGEST_STEP_MS, FIRST_WAIT_MS * 2 ** tries)
  const wait = asked ?? step * (1 - luck / 2)
  return waited + wait > LONGEST_WAIT_MS ? null : wait
}
