import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { Instant, Someone, version } from "./contract-shapes"
import { MAX_EVIDENCE_BYTES } from "./evidence"

export const EvidenceView = z
  .strictObject({
    id: Id,
    checkId: Id,
    kind: z.enum(["link", "file", "note"]),
    title: z.string(),
    url: z.string().nullable(),
    note: z.string(),
    fileName: z.string().nullable(),
    fileSize: z.int().nullable(),
    fileSha256: z.string().nullable(),
    validUntil: Day.nullable(),
    digest: z.string(),
    state: z.enum(["accepted", "waiting", "expired", "withdrawn", "rejected"]),
    writtenBy: Someone,
    writtenAt: Instant,
    judgedBy: Someone.nullable(),
    judgedAt: Instant.nullable(),
    judgedReason: z.string().nullable(),
    withdrawnAt: Instant.nullable(),
    version: z.int(),
    may: z.strictObject({ judge: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: "EvidencePiece" })
export type EvidenceView = z.output<typeof EvidenceView>

export const listEvidence = contract({
  name: "listEvidence",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/evidence",
  summary: "Evidence for attested checks, newest first",
  input: z.strictObject({ checkId: Id.optional() }),
  output: z.strictObject({ items: z.array(EvidenceView) }),
  refusals: {},
  etag: "version",
})

const handingIn = {
  ...notFound,
  "not-attested": { status: 422, sentence: "Facts decide this check. Evidence is only for attested checks." },
  "valid-until-past": { status: 422, sentence: "Valid until is in the past. Choose a later day." },
} as const

export const addEvidence = contract({
  name: "addEvidence",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/evidence",
  summary: "Submit a link or note as evidence for review",
  input: z.strictObject({
    checkId: Id,
    title: line(200),
    url: z
      .url({ protocol: /^https$/, error: "Enter a full address starting with https://." })
      .refine((url) => !/^https:\/\/[^/?#]*@/i.test(url), "Leave the user name and password out of the address.")
      .max(2000)
      .nullable()
      .default(null),
    note: paragraph(10_000).default(""),
    validUntil: Day.nullable().default(null),
  }),
  output: EvidenceView,
  refusals: { ...handingIn, "nothing-handed-in": { status: 422, sentence: "Enter a link or a note." } },
})

export const addEvidenceFile = contract({
  name: "addEvidenceFile",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/evidence/file",
  summary: "Submit a file as evidence for review",
  input: z.strictObject({
    checkId: Id,
    title: line(200),
    fileName: line(200),
    note: paragraph(2_000).default(""),
    validUntil: Day.optional(),
  }),
  output: EvidenceView,
  refusals: handingIn,
  takes: { maxBytes: MAX_EVIDENCE_BYTES },
})

export const getEvidenceFile = contract({
  name: "getEvidenceFile",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/evidence/{evidenceId}/content",
  summary: "Download an evidence file",
  input: z.strictObject({ evidenceId: Id }),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/octet-stream" },
})

export const judgeEvidence = contract({
  name: "judgeEvidence",
  audience: "programme",
  permission: "evidence.accept",
  inPerson: true,
  method: "POST",
  path: "/programmes/{programmeId}/evidence/{evidenceId}/judgement",
  summary: "Accept or reject evidence that someone else submitted",
  input: z.strictObject({ evidenceId: Id, version, accepted: z.boolean(), reason: paragraph(2_000).default("") }),
  output: EvidenceView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "own-evidence": { status: 403, sentence: "You submitted this, so someone else must review it." },
    "judged-already": { status: 409, sentence: "This has already been reviewed or withdrawn." },
    "reason-needed": { status: 422, sentence: "Enter a reason for rejecting it." },
  },
})

export const withdrawEvidence = contract({
  name: "withdrawEvidence",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/evidence/{evidenceId}/withdrawal",
  summary: "Withdraw evidence; it stays on record but no longer counts",
  input: z.strictObject({ evidenceId: Id, version }),
  output: EvidenceView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "not-yours": { status: 403, sentence: "Only the submitter or a lead can withdraw it." },
    "withdrawn-already": { status: 409, sentence: "This has already been withdrawn." },
  },
})
