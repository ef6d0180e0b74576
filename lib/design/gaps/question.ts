import { type GapKind, levelNames } from "@/lib/pack/gap-kinds"
import { addressesOf } from "@/lib/records/addresses"
import { calendarDay, choice, prose, relation, scale, text, yesNo } from "@/lib/records/kinds"
import { field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"

export const kindNames = {
  ...{ process: "Process", data: "Data", governance: "Governance" },
  ...{ infrastructure: "Infrastructure", skills: "Skills" },
} as const satisfies Readonly<Record<GapKind, string>>
export const confidenceNames = { low: "Low", medium: "Medium", high: "High" } as const
const weightNames = ["Low", "Medium", "High"]
export const LEVELS = levelNames
/** Every question begins with this to-be level, Standard. */
export const FIRST_TO_BE = 3

/**
 * A question of the assessment with the programme's answer. Those of the pack are taken from its release once and have its
 * key; the programme words them anew, leaves them out and adds its own.
 */
export const question = record({
  ...{ type: "assessment-question", path: "assessment-questions", table: "assessment_question" },
  names: { one: "assessment question", many: "assessment questions" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["key", "name"] },
  fields: {
    name: required(text(120), { label: "Question", width: 220, erasable: true }),
    key: fixed(text(80), { label: "Key", hiddenAtFirst: true }),
    dimension: required(text(80), { label: "Dimension", width: 180 }),
    confidence: field(choice(confidenceNames), { label: "Confidence", width: 90 }),
    weight: preset(scale(weightNames, 1), 2, { label: "Weight", width: 80 }),
    ownerId: field(relation("person"), { label: "Owner", width: 130 }),
    targetDay: field(calendarDay, { label: "Target", width: 80 }),
    gapKind: preset(choice(kindNames), "process", { label: "Kind", width: 100 }),
    stageId: field(relation("stage"), { label: "Stage", width: 150 }),
    workstreamId: field(relation("workstream"), { label: "Workstream", width: 150 }),
    asIs: field(scale(LEVELS), { label: "As-is", width: 60 }),
    toBe: preset(scale(LEVELS), FIRST_TO_BE, { label: "To-be", width: 60 }),
    notApplicable: preset(yesNo, false, { label: "Not applicable", width: 110 }),
    leftOut: preset(yesNo, false, { label: "Left out", width: 90, hint: "Not asked in this programme" }),
    workItemId: fixed(relation("work-item"), { label: "Work item", width: 120 }),
    wording: preset(prose(500), "", { label: "Own wording", erasable: true }),
    note: preset(prose(4_000), "", { label: "Note", erasable: true }),
  },
})
export type QuestionView = ViewOf<typeof question>
export const questionAddresses = addressesOf(question)
