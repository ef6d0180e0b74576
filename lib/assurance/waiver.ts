import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/** The longest a check may be waived in one go, in days: a waiver bridges a gap and is no decision for good. */
const LONGEST_WAIVER_DAYS = 366

/** Whether a waiver may last until this day. */
export function judgeExpiry(expiresOn: Day, today: Day): Result<true, "expiry-not-ahead" | "expiry-too-far"> {
  if (expiresOn <= today) return refuse("expiry-not-ahead")
  if (expiresOn > dayOf(ordinalOf(today) + LONGEST_WAIVER_DAYS)) return refuse("expiry-too-far")
  return ok(true)
}
