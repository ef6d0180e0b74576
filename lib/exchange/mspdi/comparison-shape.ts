import * as z from "zod"

export const comparedFields = ["earlyStart", "earlyFinish", "totalSlack", "freeSlack", "critical"] as const
export type ComparedField = (typeof comparedFields)[number]

const Tally = z.strictObject({ equal: z.int(), total: z.int() })

/** A comparison as it is read: each answer that differs in words. */
export const ComparisonView = z
  .strictObject({
    tasks: Tally.meta({ description: "Tasks all of whose answers are equal." }),
    fields: z.array(z.strictObject({ field: z.enum(comparedFields), ...Tally.shape })),
    differing: z.array(z.strictObject({ task: z.string(), what: z.array(z.string()), why: z.string() })),
    more: z.int().meta({ description: "How many more tasks differ." }),
  })
  .meta({ id: "ProjectFileComparison" })
export type ComparisonView = z.output<typeof ComparisonView>

export const fieldNames: Record<ComparedField, string> = {
  ...{ earlyStart: "Early start", earlyFinish: "Early finish", totalSlack: "Total slack", freeSlack: "Free slack" },
  critical: "Critical",
}
