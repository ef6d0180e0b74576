import * as z from "zod"

/** Values of a row's columns as JSON has them; days and times are texts. */
const Columns = z.record(z.string(), z.json())
export const tables = ["phase", "stage", "workstream", "workItem", "check", "criterion"] as const
export type Table = (typeof tables)[number]

/** What a release did to one row, with all that it takes to bring it back. */
export const Step = z.discriminatedUnion("did", [
  /** A row was made, or one that had been removed was brought back. */
  z.strictObject({ did: z.literal("made"), table: z.enum(tables), id: z.string() }),
  z.strictObject({ did: z.literal("restored"), table: z.enum(tables), id: z.string() }),
  z.strictObject({ did: z.literal("removed"), table: z.enum(tables), id: z.string() }),
  z.strictObject({
    ...{ did: z.literal("changed"), table: z.enum(tables), id: z.string(), before: Columns, after: Columns },
  }),
  z.strictObject({ did: z.literal("linked"), id: z.string() }),
  z.strictObject({ did: z.literal("relinked"), id: z.string(), before: z.int(), after: z.int() }),
  z.strictObject({ did: z.literal("unlinked"), row: Columns }),
  z.strictObject({ did: z.enum(["counted", "uncounted"]), criterionId: z.string(), checkId: z.string() }),
])
export type Step = z.output<typeof Step>
