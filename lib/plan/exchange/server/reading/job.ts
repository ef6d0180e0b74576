import * as z from "zod"
import type { ComparisonView } from "../../mspdi/comparison-shape"
import type { ReadFault } from "../../mspdi/fault"
import type { ProjectFile } from "../../mspdi/project-file"

/** What the reading process is told; it knows nothing else, and reaches no database. */
export const ReadJob = z.strictObject({ path: z.string(), maxBytes: z.int(), compare: z.boolean() })
export type ReadJob = z.output<typeof ReadJob>

export type ReadAnswer =
  | { readonly ok: true; readonly file: ProjectFile; readonly comparison: ComparisonView | null }
  | { readonly ok: false; readonly fault: ReadFault }

/** The answer comes from our own program, so only that it is one is looked at. */
export const ReadAnswer = z.custom<ReadAnswer>((value) => typeof value === "object" && value !== null && "ok" in value)
