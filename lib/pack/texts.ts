import * as z from "zod"

/** A line of text as the pack's files hold it: a name, or one sentence. */
export const Name = z.string().trim().min(1).max(160)
/** A paragraph at most. */
export const Text = z.string().trim().min(1).max(800)
/** Working days in halves, above zero. */
export const Days = z.number().positive().max(260).multipleOf(0.5)

/** Durations in working days, in rising order and above zero. */
export const Estimate = z
  .strictObject({ optimistic: Days, likely: Days, pessimistic: Days })
  .refine((days) => days.optimistic <= days.likely && days.likely <= days.pessimistic, {
    error: "must rise from optimistic over likely to pessimistic",
  })
export type Estimate = z.output<typeof Estimate>
