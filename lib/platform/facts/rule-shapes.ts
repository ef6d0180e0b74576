import * as z from "zod"
import { comparisons } from "./rule"

const Names = z.array(z.string().trim().min(1).max(300)).max(50)

/** What somebody may change of a rule; what is measured, and in which unit, stays the pack's. */
export const RuleEdit = z
  .strictObject({
    comparison: z.enum(comparisons),
    threshold: z
      .number()
      .min(-1e12)
      .max(1e12)
      .meta({ description: "In the unit of the rule; shares run from 0 to 1." }),
    leastN: z.int().min(0).max(1_000_000_000).meta({ description: "With fewer observations the verdict is Unknown." }),
    freshnessDays: z.int().min(1).max(3_650).nullable().meta({ description: "Null where age has no meaning." }),
    dimensions: Names.default([]).meta({ description: "Only these count, and none may be missing; none named: all." }),
    regions: Names.default([]).meta({ description: "Only these count, and none may be missing; none named: all." }),
  })
  .meta({ id: "RuleEdit" })
export type RuleEdit = z.output<typeof RuleEdit>

/** By what a fact or record check is judged, as a programme has it. */
export const Rule = z
  .strictObject({
    evidence: z.string().nullable().meta({ description: "The query it is measured by; null for own records." }),
    metric: z.string(),
    unit: z.enum(["share", "count", "days", "hours", "seconds"]),
    ...RuleEdit.shape,
  })
  .meta({ id: "Rule" })
export type Rule = z.output<typeof Rule>
