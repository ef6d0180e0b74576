import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"

const problem = z.strictObject({
  field: z.string().nullable().meta({ description: "The field's label; null for the row as a whole." }),
  message: z.string(),
})
const cellChange = z.strictObject({ field: z.string(), from: z.string(), to: z.string() })
const counts = { added: z.int(), changed: z.int(), same: z.int(), refused: z.int() }

/** What an import would do, before it does anything. */
export const ImportPreview = z
  .strictObject({
    uploadId: Id.meta({ description: "Send it back with the import; the file is kept for a day." }),
    sha256: z.string(),
    columns: z.array(
      z.strictObject({
        head: z.string(),
        field: z.string().nullable().meta({ description: "The field it is read into; null leaves it out." }),
        samples: z.array(z.string()),
      }),
    ),
    fields: z.array(z.strictObject({ name: z.string(), label: z.string(), required: z.boolean() })),
    counts: z.strictObject(counts),
    rows: z
      .array(
        z.strictObject({
          line: z.int(),
          kind: z.enum(["added", "changed", "refused"]),
          title: z.string(),
          changes: z.array(cellChange),
          problems: z.array(problem),
        }),
      )
      .meta({ description: "At most 500 rows: those that are refused, then changed, then added." }),
    moreRows: z.int(),
    cleared: z.int().meta({ description: "How many values empty cells clear." }),
    notes: z.array(z.string()),
  })
  .meta({ id: "ImportPreview" })
export type ImportPreview = z.output<typeof ImportPreview>

export const ImportResult = z.strictObject(counts).meta({ id: "ImportResult" })
export type ImportResult = z.output<typeof ImportResult>

const mapping = z
  .record(z.string().max(500), z.string().max(120))
  .refine((columns) => Object.keys(columns).length <= 400, "Use at most 400 columns.")
  .meta({ description: "The field of each column by its head; an empty name leaves the column out." })

export const importShapes = {
  nothing: z.strictObject({}),
  check: z.strictObject({ uploadId: Id, mapping: mapping.optional() }),
  run: z.strictObject({
    uploadId: Id,
    mapping: mapping.optional(),
    skipRefused: z.boolean().default(false).meta({ description: "Import the other rows when some are refused." }),
  }),
  export: z.strictObject({
    format: z.enum(["csv", "xlsx"]),
    ids: z.array(Id).max(20_000).optional().meta({ description: "In this order; without, all of them." }),
  }),
}

export const sheetRefusals = {
  "unreadable-file": { status: 422, sentence: "The file could not be read." },
} as const
export const importRefusals = {
  ...sheetRefusals,
  "upload-gone": { status: 410, sentence: "This file is no longer kept. Upload it again." },
  "refused-rows": { status: 422, sentence: "Some rows have errors. Correct them, or import the other rows only." },
} as const
