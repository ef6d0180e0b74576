import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { FactView } from "@/lib/platform/facts/contract"
import { checkKinds } from "@/lib/platform/facts/judgement"
import { Rule, RuleEdit } from "@/lib/platform/facts/rule-shapes"

const Instant = z.iso.datetime({ offset: true })
export const Verdict = z.enum(["met", "not-met", "could-not-tell"]).meta({ id: "Verdict" })

export const CheckRuleView = z
  .strictObject({
    ...Rule.shape,
    sentence: z
      .string()
      .meta({ description: "The rule in words: at least 97%, over at least 20, not older than 2 days." }),
    edited: z.boolean().meta({ description: "This programme has its own rule instead of the pack's." }),
  })
  .meta({ id: "CheckRule" })
export type CheckRuleView = z.output<typeof CheckRuleView>

export const CheckView = z
  .strictObject({
    id: Id,
    key: z.string(),
    sentence: z.string(),
    kind: z.enum(checkKinds),
    workstreamId: Id.nullable(),
    gateId: Id.nullable(),
    dueGateId: Id.nullable(),
    criterionIds: z.array(Id),
    ownerId: Id.nullable().meta({ description: "The owner." }),
    due: z.boolean().meta({ description: "Its gate was passed, or the gate's target day has come." }),
    verdict: Verdict,
    code: z.string().meta({ description: "Stable reason code." }),
    reason: z.string().meta({ description: "What the verdict rests on." }),
    asOf: Instant.nullable().meta({ description: "The oldest fact that decided, or when evidence was judged." }),
    freshness: z.enum(["fresh", "ageing", "stale"]).nullable().meta({
      description: "Ageing: older than the rule allows, but still counted for a month. Null without facts.",
    }),
    rule: CheckRuleView.nullable().meta({ description: "Null for an attested check." }),
    ruleEdit: z
      .strictObject({ byId: Id, confirmedById: Id.nullable() })
      .nullable()
      .meta({ description: "Who edited the rule, and who confirmed it. Until then the release's must hold as well." }),
    asks: z.string().nullable().meta({ description: "The evidence that an attested check asks for." }),
    selfReported: z
      .boolean()
      .meta({ description: "Telemetry can't measure it; someone submits evidence and a second person reviews it." }),
    evidence: z.strictObject({ accepted: z.int(), waiting: z.int() }),
    waived: z.boolean().meta({ description: "A waiver is active today; the check is counted separately." }),
    waiver: z
      .strictObject({ id: Id, reason: z.string(), expiresOn: Day, approved: z.boolean() })
      .nullable()
      .meta({ description: "The active or requested waiver." }),
    version: z.int(),
  })
  .meta({ id: "Check" })
export type CheckView = z.output<typeof CheckView>

const Someone = z.strictObject({ id: Id, name: z.string() })
export const EvidenceLine = z
  .strictObject({
    id: Id,
    kind: z.enum(["link", "file", "note"]),
    title: z.string(),
    state: z.enum(["accepted", "waiting", "expired", "withdrawn", "rejected"]),
    validUntil: Day.nullable(),
    writtenBy: Someone,
    writtenAt: Instant,
    judgedBy: Someone.nullable(),
    judgedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "EvidenceLine" })
export type EvidenceLine = z.output<typeof EvidenceLine>

export const PastVerdictView = z
  .strictObject({
    verdict: Verdict,
    reason: z.string(),
    judgedAt: Instant,
    rule: z.string().nullable().meta({ description: "The rule it was judged by, in words." }),
    asOf: Instant.nullable(),
  })
  .meta({ id: "PastVerdict" })

export const CheckDetail = z
  .strictObject({
    check: CheckView,
    packRule: CheckRuleView.nullable().meta({ description: "The rule of the release, to go back to." }),
    facts: z.array(z.strictObject({ ...FactView.shape, factSetId: Id.nullable() })).meta({
      description: "The facts that decided, at most twenty.",
    }),
    factCount: z.int().meta({ description: "How many facts decided." }),
    history: z.array(PastVerdictView).meta({ description: "Newest first, at most two hundred." }),
    evidence: z.array(EvidenceLine).meta({ description: "Newest first." }),
    remedy: z
      .strictObject({
        todo: z.string(),
        use: z.string().nullable().meta({ description: "The statement or setting that does it." }),
        answers: z.array(z.string()).meta({ description: "What it answers, such as `SAT GOV-10`." }),
      })
      .nullable()
      .meta({ description: "What to do when it is not met; null where the release has none." }),
    contradicted: z.boolean().meta({ description: "Not met twice in a row by facts, or for five working days." }),
  })
  .meta({ id: "CheckDetail" })
export type CheckDetail = z.output<typeof CheckDetail>

export const CriterionView = z
  .strictObject({
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    signerRoles: z.array(z.string()),
    met: z.int(),
    due: z.int(),
    all: z.int(),
  })
  .meta({ id: "Criterion" })
export type CriterionView = z.output<typeof CriterionView>

/** What the asking member may do here. */
export const AssuranceMay = z
  .strictObject({
    edit: z.boolean().meta({ description: "Rules, owners and success criteria." }),
    handIn: z.boolean(),
    accept: z.boolean(),
    askWaiver: z.boolean(),
    approveWaiver: z.boolean(),
    importFacts: z.boolean(),
    manage: z.boolean().meta({ description: "Assign signatories." }),
  })
  .meta({ id: "AssuranceMay" })
export type AssuranceMay = z.output<typeof AssuranceMay>

export const listChecks = contract({
  name: "listChecks",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/checks",
  summary: "All checks with their verdicts",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(CheckView), may: AssuranceMay }),
  refusals: {},
  etag: "version",
})

export const getCheck = contract({
  name: "getCheck",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/checks/{checkId}",
  summary: "One check with its basis, past verdicts and evidence",
  input: z.strictObject({ checkId: Id }),
  output: CheckDetail,
  refusals: notFound,
  etag: "version",
})

export const changeCheckRule = contract({
  name: "changeCheckRule",
  audience: "programme",
  permission: "checks.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/checks/{checkId}/rule",
  summary: "Change a check's rule, or reset it to the release",
  input: z.strictObject({
    checkId: Id,
    version: z.int().min(1),
    rule: RuleEdit.nullable().meta({ description: "Null resets to the release's rule." }),
  }),
  output: CheckView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "has-no-rule": { status: 422, sentence: "Attested checks have no rule; evidence proves them." },
  },
})

export const confirmCheckRule = contract({
  name: "confirmCheckRule",
  audience: "programme",
  permission: "waiver.approve",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/rule/confirmation",
  summary: "Confirm a rule that another person edited; from then on it alone decides",
  input: z.strictObject({ checkId: Id, version: z.int().min(1) }),
  output: CheckView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "nothing-to-confirm": { status: 409, sentence: "No edit of this rule is waiting for confirmation." },
    "own-edit": { status: 403, sentence: "Someone else must confirm the rule that you edited." },
  },
})

export const changeCheckOwner = contract({
  name: "changeCheckOwner",
  audience: "programme",
  permission: "checks.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/checks/{checkId}",
  summary: "Set the owner of a check",
  input: z.strictObject({ checkId: Id, version: z.int().min(1), ownerId: Id.nullable() }),
  output: CheckView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "person-not-found": { status: 422, sentence: "This person isn't in the programme." },
  },
})

export const listCriteria = contract({
  name: "listCriteria",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/criteria",
  summary: "The success criteria",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(CriterionView) }),
  refusals: {},
  etag: "version",
})
