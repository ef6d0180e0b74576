import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { ComparisonView } from "./mspdi/comparison-shape"

/** Real plans have a few megabytes; what assignments are spread over day by day makes them large. */
export const MAX_PROJECT_FILE_BYTES = 40 * 1024 * 1024

const YesNo = z.enum(["yes", "no"])
const choices = {
  fileName: z
    .string()
    .trim()
    .max(255)
    .optional()
    .meta({ description: "What the file is called, for names made of it." }),
  stageId: Id.optional().meta({ description: "The stage in which workstreams are made that are not here yet." }),
  phaseId: Id.optional().meta({ description: "The phase of these workstreams; the first, unless told." }),
  addPeople: YesNo.default("no").meta({ description: "Whether resources who are nobody here become people." }),
  takeCalendar: YesNo.default("no").meta({
    description: "Whether the programme takes weekend and holidays of the file.",
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
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "Give the sha256 that the preview answered.")

export const ProjectFilePreview = z
  .strictObject({
    title: z.string(),
    sha256: Sha256,
    planSeq: z.int().meta({ description: "What the plan was at; to be given back to the import." }),
    counts: z.strictObject({
      ...{ tasks: z.int(), newItems: z.int(), changedItems: z.int(), sameItems: z.int() },
      ...{ newLinks: z.int(), changedLinks: z.int(), sameLinks: z.int(), matchedPeople: z.int() },
    }),
    taken: z.array(
      z.strictObject({
        name: z.string(),
        place: z.string().meta({ description: "The name of its workstream." }),
        how: z.enum(["new", "changed"]),
        fields: z.array(z.string()).meta({ description: "What changes of an item that is here." }),
      }),
    ),
    newWorkstreams: z.array(z.strictObject({ name: z.string(), tasks: z.int() })),
    newPeople: z.array(z.string()),
    baselines: z.array(z.strictObject({ name: z.string(), lines: z.int() })),
    calendar: z
      .strictObject({ weekend: z.array(z.int()), holidays: z.array(z.strictObject({ day: Day, name: z.string() })) })
      .nullable()
      .meta({ description: "What the file's calendar would make of the programme's; null where it is the same." }),
    changed: z.array(Remark),
    leftOut: z.array(Remark),
    moreRemarks: z.int(),
    comparison: ComparisonView.nullable().meta({
      description: "Null where the file reaches beyond what is planned here.",
    }),
  })
  .meta({ id: "ProjectFilePreview" })
export type ProjectFilePreview = z.output<typeof ProjectFilePreview>

const fileRefusals = {
  "unreadable-file": { status: 422, sentence: "This file cannot be read as a Microsoft Project XML file." },
  "would-circle": {
    status: 422,
    sentence: "With the links of this file the plan would go round in a circle. Remove one of its members first.",
  },
  "nothing-in-it": { status: 422, sentence: "There are no tasks in this file." },
  "no-such-stage": { status: 422, sentence: "That stage or phase is not part of this programme; choose it again." },
} as const

export const previewProjectFile = contract({
  name: "previewProjectFile",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/project-files/preview/file",
  summary: "Look at what the import of a Microsoft Project XML file would take, change and leave out; writes nothing",
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
      .meta({ description: "The baseline that keeps the plan as it was before." }),
  })
  .meta({ id: "ProjectFileImported" })
export type ProjectFileImported = z.output<typeof ProjectFileImported>

export const importProjectFile = contract({
  name: "importProjectFile",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/project-files/import/file",
  summary: "Take a Microsoft Project XML file into the plan just as it was previewed, all of it or nothing",
  input: z.strictObject({ ...choices, sha256: Sha256, planSeq: z.coerce.number().int().min(0) }),
  output: ProjectFileImported,
  refusals: {
    ...fileRefusals,
    ...changedMeanwhile,
    "other-file": { status: 409, sentence: "This is not the file that was looked at. Look at its preview first." },
    "plan-changed": { status: 409, sentence: "The plan was changed since the preview. Look at the preview again." },
    "choose-stage": {
      status: 422,
      sentence: "Some workstreams of the file are not here yet. Choose the stage in which they are made.",
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
