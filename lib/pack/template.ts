import * as z from "zod"
import { Key } from "./key"
import { Estimate, Name, Text } from "./texts"

/** What work can be stamped for: a kind of landscape item, a data mart, a model, a report or a use case. */
export const templateKinds = ["data-source", "pipeline", "data-mart", "model", "report", "use-case"] as const
export const complexities = ["low", "medium", "high"] as const
export type Complexity = (typeof complexities)[number]

/** A step of stamped work: durations in working days by complexity; `after` names steps of the same template. */
export const TemplateStep = z.strictObject({
  key: Key,
  name: Name,
  description: Text,
  workstream: Key,
  role: Key,
  estimates: z.strictObject({ low: Estimate, medium: Estimate, high: Estimate }),
  after: z.array(Key).default([]),
})
export type TemplateStep = z.output<typeof TemplateStep>

/** The same steps for each item of a kind. `{name}` in a step's name stands for the item's. */
export const Template = z.strictObject({
  key: Key,
  kind: z.enum(templateKinds),
  name: Name,
  description: Text,
  steps: z.array(TemplateStep).min(1),
})
export type Template = z.output<typeof Template>
