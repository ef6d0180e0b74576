import * as z from "zod"
import { contract } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"

export const MAX_CHECKLIST_BYTES = 4 * 1024 * 1024
/** More items than this are no checklist that people answer. */
const MOST_ITEMS = 2_000

const Word = z.string().max(200)
/** The JSON of the public Azure review checklists; members that are not named here are kept as they are. */
export const ChecklistFile = z.looseObject({
  items: z
    .array(
      z.looseObject({
        ...{ guid: z.string().trim().min(1).max(80), category: Word.min(1), subcategory: Word, text: z.string() },
        ...{ severity: Word, status: Word.optional(), comment: z.string().max(4_000).optional() },
      }),
    )
    .max(MOST_ITEMS),
})

const Named = z.strictObject({ guid: z.string(), name: z.string() })
export const ChecklistPreview = z
  .strictObject({
    added: z.array(Named),
    changed: z.array(Named.extend({ fields: z.array(z.string()) })),
    same: z.int(),
    refused: z.array(z.strictObject({ row: z.int().meta({ description: "From 1." }), reason: z.string() })),
  })
  .meta({ id: "ChecklistPreview" })

const refusals = {
  "unreadable-file": { status: 422, sentence: "This isn't a review checklist in JSON." },
  "rows-refused": { status: 422, sentence: "Some items can't be imported. Preview the file to see which." },
} as const
const common = { audience: "programme", permission: "design.edit", method: "POST" } as const
const takes = { maxBytes: MAX_CHECKLIST_BYTES }
const input = z.strictObject({})

export const previewAssessmentChecklist = contract({
  ...{ ...common, takes, refusals, input },
  name: "previewAssessmentChecklist",
  path: "/programmes/{programmeId}/assessment/checklist/preview/file",
  summary: "Preview the import of a review checklist into the assessment",
  output: ChecklistPreview,
})

export const importAssessmentChecklist = contract({
  ...{ ...common, takes, refusals, input },
  name: "importAssessmentChecklist",
  path: "/programmes/{programmeId}/assessment/checklist/import/file",
  summary: "Import a review checklist into the assessment, all or nothing; the same file again changes nothing",
  output: z.strictObject({ added: z.int(), changed: z.int(), same: z.int() }),
})

export const exportAssessmentChecklist = contract({
  name: "exportAssessmentChecklist",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/assessment/checklist/export",
  summary: "The assessment as a review checklist in JSON",
  input,
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "application/json" },
})
