import * as z from "zod"
import { comparedFields } from "./compared-fields"

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
