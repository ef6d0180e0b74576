import { addressesOf } from "@/lib/records/addresses"
import { calendarDay, choice, choices, prose, relation, relations, text } from "@/lib/records/kinds"
import { type ChangeOf, field, preset, record, required, type ViewOf } from "@/lib/records/record"

export const statusNames = {
  draft: "Draft",
  in_review: "In review",
  accepted: "Accepted",
  superseded: "Superseded",
  refused: "Refused",
} as const
export type DecisionStatus = keyof typeof statusNames

/** Who may be asked to sign a decision: the responsibilities of the checklist. */
export const signerNames = {
  sponsor: "Sponsor",
  security: "Security",
  "data-protection": "Data protection",
  finance: "Finance",
  "data-owner": "Data owner",
  operations: "Operations",
} as const

/** A choice that shapes the platform: what it answers, which ways there were, which one was taken and what follows. */
export const decision = record({
  ...{ type: "decision", path: "decisions", table: "decision" },
  names: { one: "decision", many: "decisions" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(200), { label: "Decision", width: 300 }),
    status: preset(choice(statusNames), "draft", { label: "Status", width: 110 }),
    ownerId: field(relation("person"), { label: "Owner", width: 70, showFrom: 520 }),
    day: field(calendarDay, { label: "Date", hint: "Of its status", width: 100, showFrom: 420 }),
    choice: field(text(200), { label: "Choice", hint: "The option that was taken", width: 200, hiddenAtFirst: true }),
    reviewerIds: preset(relations("person"), [], { label: "Reviewers", width: 160, hiddenAtFirst: true }),
    signers: preset(choices(signerNames), [], {
      ...{ label: "Signers", hint: "Responsibilities that must sign: Security; Data protection", width: 160 },
      hiddenAtFirst: true,
    }),
    supersedesIds: preset(relations("decision"), [], { label: "Supersedes", width: 160, hiddenAtFirst: true }),
    workstreamIds: preset(relations("workstream"), [], { label: "Workstreams", width: 180, hiddenAtFirst: true }),
    gapIds: preset(relations("assessment-question"), [], { label: "Gaps", width: 180, hiddenAtFirst: true }),
    landscapeIds: preset(relations("landscape-item"), [], { label: "Landscape", width: 180, hiddenAtFirst: true }),
    environmentIds: preset(relations("environment"), [], { label: "Environments", width: 160, hiddenAtFirst: true }),
    context: preset(prose(20_000), "", { label: "Context", erasable: true }),
    options: preset(prose(20_000), "", { label: "Options", erasable: true }),
    consequences: preset(prose(20_000), "", { label: "Consequences", erasable: true }),
  },
  refusals: {
    "text-is-frozen": {
      status: 409,
      sentence: "The text is frozen while it is reviewed and once it is decided. Set the status to Draft to change it.",
    },
    "nothing-chosen": { status: 422, sentence: "Choose one of the options first." },
    "review-first": { status: 422, sentence: "Send it to review first." },
    "needs-signatures": { status: 422, sentence: "It is accepted once everybody who must sign has signed." },
    "decided-already": {
      status: 409,
      sentence: "This has been decided. Record a new decision that supersedes it.",
    },
    "superseded-by-another": {
      status: 422,
      sentence: "A decision is superseded when one that supersedes it is accepted.",
    },
    "supersedes-itself": { status: 422, sentence: "A decision can't supersede itself." },
  },
})
export type DecisionView = ViewOf<typeof decision>
export type DecisionChange = ChangeOf<typeof decision>
export type DecisionFields = (typeof decision)["fields"]
export type DecisionRefusal = keyof NonNullable<(typeof decision)["refusals"]> & string

/** Somebody signed the frozen text for a responsibility. Revoked signatures are not told here. */
export type DecisionSignature = {
  readonly id: string
  readonly personId: string
  readonly responsibility: string
  readonly signedAt: string
}
/** A reviewer's last word. */
export type DecisionReview = {
  readonly personId: string
  readonly agreed: boolean
  readonly note: string
  readonly at: string
}
export type DecisionMore = {
  readonly signatures: readonly DecisionSignature[]
  readonly reviews: readonly DecisionReview[]
}
export type DecisionLine = DecisionView & DecisionMore

export const decisionAddresses = addressesOf<DecisionFields, DecisionRefusal, DecisionMore>(decision)
