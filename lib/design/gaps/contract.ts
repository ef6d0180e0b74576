import * as z from "zod"
import { Day, Id, line } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf, recordRefusals } from "@/lib/records/contracts"
import { shapesOf } from "@/lib/records/shapes"
import { question } from "./question"

export const questionContracts = contractsOf(question)
const { view } = shapesOf(question)

const ProvingCheckView = z.strictObject({
  id: Id.nullable().meta({ description: "Null where the programme does not have this check." }),
  key: z.string(),
  sentence: z.string(),
  verdict: z.enum(["met", "not-met", "could-not-tell"]),
  waived: z.boolean(),
  reason: z.string().meta({ description: "What the verdict rests on." }),
})
const AskedView = z
  .strictObject({
    key: z.string(),
    text: z.string(),
    levels: z.array(z.string()).length(5).meta({ description: "What levels 0 to 4 look like." }),
    otherStages: z.array(z.string()),
    wal: z.array(z.string()),
    sat: z.array(z.string()),
    proofs: z.array(z.strictObject({ level: z.int().min(1).max(4), checks: z.array(ProvingCheckView) })),
  })
  .meta({ id: "AssessmentAsked" })
export type AskedView = z.output<typeof AskedView>

export const AssessmentView = z.strictObject({
  dimensions: z.array(
    z.strictObject({ key: z.string(), number: z.int(), name: z.string(), weight: z.number().positive() }),
  ),
  questions: z.array(AskedView).meta({ description: "What the release asks, by the keys that questions have." }),
  toStart: z.int().meta({ description: "Questions of the release that the programme has not taken yet." }),
})
export type AssessmentView = z.output<typeof AssessmentView>

export const getAssessment = contract({
  name: "getAssessment",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/assessment",
  summary: "The question bank of the programme's release, with what its checks say today",
  input: z.strictObject({}),
  output: AssessmentView,
  refusals: {},
})

export const startAssessment = contract({
  name: "startAssessment",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/assessment",
  summary: "Take the questions of the programme's release that it has not taken yet; asked again it adds none",
  input: z.strictObject({}),
  output: z.strictObject({ added: z.int() }),
  refusals: {},
})

const recordIds = z.array(Id).min(1, "Select at least one question.").max(500)
const Views = z.strictObject({ items: z.array(view) })

export const addGapWork = contract({
  name: "addGapWork",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/assessment/work",
  summary: "Make a work item for each of these gaps in its question's workstream; one that has work keeps it",
  input: z.strictObject({ recordIds }),
  output: Views,
  refusals: {
    ...notFound,
    "not-allowed-work": { status: 403, sentence: "Your role doesn't let you add work items." },
    "no-such-record": recordRefusals["no-such-record"],
    "no-workstream": { status: 422, sentence: "Choose a workstream for the question first." },
    "no-gap": { status: 422, sentence: "There is no gap to close: answer the question first." },
  },
})

export const withdrawGapWork = contract({
  name: "withdrawGapWork",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/assessment/work/undo",
  summary: "Undo turning gaps into work: the work items go, unless someone has changed them since",
  input: z.strictObject({ recordIds }),
  output: Views,
  refusals: {
    ...notFound,
    "changed-since": { status: 409, sentence: "The work item was changed since. Remove it in Roadmap instead." },
  },
})

const Level = z.int().min(0).max(4)
const FrozenLine = z.strictObject({
  id: Id.meta({ description: "The question." }),
  asIs: Level.nullable(),
  toBe: Level,
  proved: Level.nullable(),
  weight: z.int().min(1).max(3),
  notApplicable: z.boolean(),
})
export const FrozenLines = z.array(FrozenLine)
export const SnapshotView = z
  .strictObject({ id: Id, name: z.string(), day: Day, takenById: Id, lines: FrozenLines })
  .meta({ id: "AssessmentSnapshot" })
export type SnapshotView = z.output<typeof SnapshotView>

export const listAssessmentSnapshots = contract({
  name: "listAssessmentSnapshots",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/assessment/snapshots",
  summary: "The assessment as it stood on earlier days, the newest first",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(SnapshotView) }),
  refusals: {},
})

export const recordAssessmentSnapshot = contract({
  name: "recordAssessmentSnapshot",
  audience: "programme",
  permission: "design.edit",
  method: "POST",
  path: "/programmes/{programmeId}/assessment/snapshots",
  summary: "Keep today's levels under a name, as claimed and as proved",
  input: z.strictObject({ name: line(80) }),
  output: SnapshotView,
  refusals: {
    "nothing-answered": { status: 422, sentence: "No question is answered yet, so there is nothing to keep." },
  },
})

export const removeAssessmentSnapshot = contract({
  name: "removeAssessmentSnapshot",
  audience: "programme",
  permission: "design.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/assessment/snapshots/{snapshotId}",
  summary: "Remove a snapshot of the assessment",
  input: z.strictObject({ snapshotId: Id }),
  output: z.strictObject({ id: Id }),
  refusals: notFound,
})
