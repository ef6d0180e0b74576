import * as z from "zod"

/** A fact in a file of facts as JSON. Times without a zone are in UTC; what is left out is the file's own. */
export const JsonFact = z
  .strictObject({
    metric: z.string().meta({ description: "One of the metrics that a check asks for." }),
    dimension: z
      .string()
      .optional()
      .meta({ description: "What it is of, such as a workspace; empty for all together." }),
    value: z.union([z.number(), z.string()]).nullable().meta({ description: "Null when it could not be measured." }),
    n: z.union([z.number(), z.string()]).nullable().optional().meta({ description: "Over how many observations." }),
    as_of: z.string().optional().meta({ description: "When it was true; the file's takenAt if left out." }),
    region: z.string().nullable().optional(),
    workspace: z.string().nullable().optional().meta({
      description: "The id or host of the workspace; needed for what is measured in one, unless the file says it.",
    }),
    reason: z.string().nullable().optional().meta({ description: "Why there is no value." }),
    bundle_version: z.string().optional().meta({ description: "Only in the answer of the bundle." }),
  })
  .meta({ id: "JsonFact" })
export type JsonFact = z.output<typeof JsonFact>

/** What stands around the facts. It must come before them, so that they can be read one by one. */
export const FactsFileHead = z.strictObject({
  format: z.literal("lakeward-facts"),
  version: z.literal(1),
  takenAt: z.iso.datetime({ offset: true }).meta({ description: "When the facts were taken." }),
  region: z.string().max(60).optional(),
  workspace: z.string().max(120).optional(),
  facts: z.array(z.unknown()),
})

/** A whole file of facts as JSON. */
export const FactsFile = z.strictObject({ ...FactsFileHead.shape, facts: z.array(JsonFact) }).meta({ id: "FactsFile" })

/** The members of a fact as the cells of a row. */
export function cellsOfJson(fact: JsonFact): ReadonlyMap<string, string> {
  return new Map(Object.entries(fact).map(([name, value]) => [name, value === null ? "" : String(value)]))
}
