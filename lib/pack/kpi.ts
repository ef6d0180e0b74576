import * as z from "zod"
import { Key } from "./key"
import { Name, Text } from "./texts"

/** What the programme is for: an objective of stage 1 that a programme may take over and make its own. */
export const Objective = z.strictObject({
  key: Key,
  name: Name,
  problem: Text,
  outcome: Text,
  horizonMonths: z.int().positive().max(60),
  ownerRole: Key,
})
export type Objective = z.output<typeof Objective>

/** The metric of the fact bundle that gives a KPI's value, and by what to multiply it: shares are facts of 0 to 1. */
export const KpiFact = z.strictObject({
  evidence: z.string().regex(/^E\d\d$/, "must be an evidence id, as E07"),
  metric: Key,
  factor: z.number().positive().default(1),
})

/**
 * A KPI of the library. `unit` is `%`, `money` (in the programme's currency) or a word; a `range` is good inside its
 * bounds; `baselineHint` and `targetHint` say how to find them, `usualTarget` is a default in the KPI's unit. `source`
 * says how its values usually come: measured by facts or cost, imported from a tool, attested by a person.
 */
export const Kpi = z.strictObject({
  key: Key,
  name: Name,
  definition: Text,
  formula: Text,
  unit: z.string().trim().min(1).max(24),
  direction: z.enum(["up", "down", "range"]),
  cadence: z.enum(["weekly", "monthly", "quarterly"]),
  baselineHint: Text,
  targetHint: Text,
  usualTarget: z.union([z.number(), z.strictObject({ from: z.number(), to: z.number() })]).optional(),
  ownerRole: Key,
  stages: z.array(Key).min(1),
  objectives: z.array(Key).min(1),
  source: z.enum(["measured", "imported", "attested"]),
  fact: KpiFact.optional(),
})
export type Kpi = z.output<typeof Kpi>
