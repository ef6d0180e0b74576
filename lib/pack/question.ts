import * as z from "zod"
import { Answers } from "./framework"
import { gapKinds } from "./gap-kinds"
import { Key } from "./key"
import { Name, Text } from "./texts"

const Weight = z.number().positive().max(5)

/**
 * A level that telemetry or evidence proves: when these checks, and those of the proofs before it, are all met.
 * A level without an entry is not proved by itself.
 */
export const Proof = z.strictObject({ level: z.int().min(1).max(4), checks: z.array(Key).min(1) })
export type Proof = z.output<typeof Proof>

/**
 * A question of the assessment. `levels` describes 0 to 4 in order; `stage` is where it is counted, `otherStages` only
 * filter; `workstream` is where the work that closes its gap belongs; `weight` counts within its dimension.
 */
export const Question = z.strictObject({
  key: Key,
  text: Name,
  kind: z.enum(gapKinds),
  stage: Key,
  otherStages: z.array(Key).default([]),
  workstream: Key,
  weight: Weight.default(1),
  levels: z.tuple([Text, Text, Text, Text, Text]),
  proof: z.array(Proof).default([]),
  ...Answers,
})
export type Question = z.output<typeof Question>

/** A side of the organisation's maturity; `asks` says in one sentence what its questions are after. */
export const Dimension = z.strictObject({
  key: Key,
  number: z.number().int().positive(),
  name: Name,
  asks: Text,
  weight: Weight,
  questions: z.array(Question).min(1),
})
export type Dimension = z.output<typeof Dimension>
