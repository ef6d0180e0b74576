import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { canonical } from "@/lib/door/audit/canonical"
import { factSources } from "@/lib/platform/facts/fact"
import { Rule } from "@/lib/platform/facts/rule-shapes"

const Verdict = z.enum(["met", "not-met", "could-not-tell"])
const Fact = z.strictObject({
  metric: z.string(),
  dimension: z.string(),
  region: z.string(),
  workspace: z
    .string()
    .optional()
    .meta({ description: "Where it was measured; empty for the whole region or account." }),
  value: z.number().nullable(),
  n: z.number().nullable(),
  asOf: z.string(),
  reason: z.string().nullable(),
  factSetId: Id.nullable(),
})
const StatedEvidence = z.strictObject({
  id: Id,
  kind: z.enum(["link", "file", "note"]),
  title: z.string(),
  digest: z.string().meta({ description: "sha256 of everything submitted, in hex." }),
  fileSha256: z.string().nullable(),
  writtenById: Id,
  judgedById: Id,
})

/** A check as a statement says it. */
export const StatedCheck = z.strictObject({
  id: Id,
  key: z.string(),
  sentence: z.string(),
  kind: z.enum(["fact", "attested", "record"]),
  verdict: Verdict,
  reason: z.string(),
  rule: Rule.nullable(),
  facts: z.array(Fact).meta({ description: "What it was judged on, at most twenty." }),
  factCount: z.int(),
  freshness: z
    .enum(["fresh", "ageing", "stale"])
    .nullable()
    .optional()
    .meta({ description: "Ageing: older than the rule allows; absent in statements of earlier versions." }),
  evidence: z.array(StatedEvidence),
  waiver: z
    .strictObject({ id: Id, reason: z.string(), expiresOn: Day, requestedById: Id, approvedById: Id })
    .nullable(),
})
export type StatedCheck = z.output<typeof StatedCheck>

/** A set of facts that checks rest on. */
const StatedSource = z.strictObject({
  factSetId: Id,
  source: z.enum(factSources),
  importedById: Id.nullable().meta({ description: "Who brought the file, or started the fetch; null for a schedule." }),
  takenAt: z.string(),
  sha256: z.string().meta({ description: "Of the file as it came, in hex." }),
  bundleVersion: z.string().nullable(),
  ranWith: z.record(z.string(), z.string()).nullable().meta({ description: "The parameters that it ran with." }),
})
export type StatedSource = z.output<typeof StatedSource>

/** What is signed: a line of the checklist or a gate, with everything that it rests on, as it stood on one day. */
export const Statement = z
  .strictObject({
    format: z.literal("lakeward-statement-1"),
    programme: z.strictObject({ id: Id, name: z.string(), organisation: z.string() }),
    subject: z.strictObject({
      kind: z.enum(["criterion", "gate"]),
      id: Id,
      key: z.string(),
      number: z.int(),
      name: z.string(),
    }),
    round: z.int(),
    signers: z.array(z.string()).meta({ description: "The responsibilities that must sign." }),
    day: Day.meta({ description: "The programme's day on which it was frozen." }),
    checks: z.array(StatedCheck),
    sources: z.array(StatedSource).optional().meta({ description: "Where the facts of the checks came from." }),
  })
  .meta({ id: "Statement" })
export type Statement = z.output<typeof Statement>

/** The exact text that is hashed and kept: canonical JSON (RFC 8785). */
export const textOfStatement = (statement: Statement): string => canonical(statement)

/** @throws ZodError for a text that is no statement */
export const readStatement = (text: string): Statement => Statement.parse(JSON.parse(text))

/**
 * What two signers must agree on: which checks there are, how each stands, by which rule, evidence and waiver. That a
 * figure was measured again and still holds is no other statement.
 */
export function standingOf({ subject, round, signers, checks }: Statement): string {
  return canonical({
    ...{ subject, round, signers },
    checks: checks
      .map(({ id, sentence, verdict, rule, evidence, waiver }) => ({
        ...{ id, sentence, verdict, rule, waiver },
        evidence: evidence.map(({ digest }) => digest).sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
}

/** Whether every check is met or waived, and one at least is met: waivers alone prove nothing, and nothing is nothing to sign. */
export const isReady = ({ checks }: Pick<Statement, "checks">): boolean =>
  checks.some(({ waiver }) => waiver === null) &&
  checks.every(({ verdict, waiver }) => verdict === "met" || waiver !== null)

/** Whether there are checks and all of them are waived. */
export const isOnlyWaived = ({ checks }: Pick<Statement, "checks">): boolean =>
  checks.length > 0 && checks.every(({ waiver }) => waiver !== null)

/** The checks that count and rest on facts older than their rule allows. */
export const ageingOf = ({ checks }: Pick<Statement, "checks">): StatedCheck[] =>
  checks.filter(({ freshness, waiver }) => freshness === "ageing" && waiver === null)
