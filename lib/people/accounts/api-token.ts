import * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { line } from "@/lib/base/kernel/shapes"

const DAY_MS = 86_400_000
export const LONGEST_TOKEN_DAYS = 365

export const NewToken = z.strictObject({
  name: line(60),
  scope: z.enum(["read", "write"]),
  days: z
    .int()
    .min(1, "A token must last at least one day.")
    .max(LONGEST_TOKEN_DAYS, "A token can last up to one year.")
    .default(90)
    .meta({ description: "Days until the token expires." }),
})
export type NewToken = z.output<typeof NewToken>

export const expiryOf = (days: number, now: Date): Date => new Date(now.getTime() + days * DAY_MS)

/** At most this many tokens of one person are alive at a time. */
const MOST_TOKENS = 50

export const mayHaveAnother = (alive: number): Result<number, "too-many-tokens"> =>
  alive < MOST_TOKENS ? ok(alive) : refuse("too-many-tokens")
