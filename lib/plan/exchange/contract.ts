import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { ComparisonView } from "./mspdi/comparison-shape"

/** Real plans have a few megabytes; what assignments are spread over day by day makes them large. */
export const MAX_PROJECT_FILE_BYTES = 40 * 1024 * 1024

const YesNo = z.enum(["yes", "no"])
const choices = {
  fileName: z.string().trim().max(255).optional().meta({ description: "The file name." }),
  stageId: Id.optional().meta({ description: "The stage for new workstreams." }),
  phaseId: Id.optional().meta({ description: "The phase of new workstreams; defaults to the first." }),
  addPeople: YesNo.default("no").meta({ description: "Whether unmatched resources become people." }),
  takeCalendar: YesNo.default("no").meta({
    description: "Whether to import the file's weekend and holidays.",
  }),
  takeBaselines: YesNo.default("yes"),
}
export const ProjectFileChoices = z.strictObject(choices)
export type ProjectFileChoices = z.output<typeof ProjectFileChoices>

const Remark = z.strictObject({
  task: z.string().nullable().meta({ description: "Null for the whole file." }),
  what: z.string(),
  why: z.string(),
})
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "Send the sha256 from the preview.")

export const ProjectFilePreview = z
  .strictObject({
    title: z.string(),
    sha256: Sha256,
    planSeq: z.int().meta({ description: "The plan version; send it back with the import." }),
    counts: z.strictObject({
      ...{ tasks: z.int(), newItems: z.int(), changedItems: z.int(), sameItems: z.int() },
      ...{ newLinks: z.int(), changedLinks: z.int(), sameLinks: z.int(), matchedPeople: z.int() },
    }),
    taken: z.array(
      z.strictObject({
        name: z.string(),
        place: z.string().meta({ description: "The name of its workstream." }),
        how: z.enum(["new", "changed"]),
        fields: z.array(z.string()).meta({ description: "What changes in an existing item." }),
      }),
    ),
    newWorkstreams: z.array(z.strictObject({ name: z.string(), tasks: z.int(), holdsGate: z.boolean() })),
    newPeople: z.array(z.string()),
    baselines: z.array(z.strictObject({ name: z.string(), lines: z.int() })),
    calendar: z
      .strictObject({ weekend: z.array(z.int()), holidays: z.array(z.strictObject({ day: Day, name: z.string() })) })
      .nullable()
      .meta({ description: "The programme calendar after import; null if unchanged." }),
    changed: z.array(Remark),
    leftOut: z.array(Remark),
    moreRemarks: z.int(),
    comparison: ComparisonView.nullable().meta({
      description: "Null where the file goes beyond the supported years.",
    }),
  })
  .meta({ id: "ProjectFilePreview" })
export type ProjectFilePreview = z.output<typeof ProjectFilePreview>

const fileRefusals = {
  "unreadable-file": { status: 422, sentence: "This isn't a valid Microsoft Project XML file." },
  "would-circle": {
    status: 422,
    sentence: "Importing this file would create a circular dependency. Remove one of its dependencies first.",
  },
  "nothing-in-it": { status: 422, sentence: "This file has no tasks." },
  "no-such-stage": { status: 422, sentence: "This stage or phase isn't in this programme. Select another one." },
} as const

export const previewProjectFile = contract({
  name: "previewProjectFile",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/project-files/preview/file",
  summary: "Preview the import of a Microsoft Project XML file",
  input: ProjectFileChoices,
  output: ProjectFilePreview,
  refusals: fileRefusals,
  takes: { maxBytes: MAX_PROJECT_FILE_BYTES },
})

export const ProjectFileImported = z
  .strictObject({
    ...{ newItems: z.int(), changedItems: z.int(), sameItems: z.int(), newLinks: z.int(), changedLinks: z.int() },
    ...{ newWorkstreams: z.int(), newPeople: z.int(), baselines: z.int() },
    before: z
      .strictObject({ id: Id, name: z.string() })
      .nullable()
      .meta({ description: "The baseline of the plan before the import." }),
  })
  .meta({ id: "ProjectFileImported" })
export type ProjectFileImported = z.output<typeof ProjectFileImported>

export const importProjectFile = contract({
  name: "importProjectFile",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/project-files/import/file",
  summary: "Import a previewed Microsoft Project XML file, all or nothing",
  input: z.strictObject({ ...choices, sha256: Sha256, planSeq: z.coerce.number().int().min(0) }),
  output: ProjectFileImported,
  refusals: {
    ...fileRefusals,
    ...changedMeanwhile,
    "other-file": { status: 409, sentence: "This file wasn't previewed. Preview it first." },
    "plan-changed": { status: 409, sentence: "The plan changed since the preview. Refresh the preview." },
    "choose-stage": {
      status: 422,
      sentence: "The file has new workstreams. Select the stage to add them to.",
    },
  },
  takes: { maxBytes: MAX_PROJECT_FILE_BYTES },
})

export const exportProjectFile = contract({
  name: "exportProjectFile",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/project-files/export",
  summary: "The plan as a Microsoft Project XML file",
  input: z.strictObject({}),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/xml" },
})
