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
  summary: "Everything that was handed in for attested checks, newest first",
  input: z.strictObject({ checkId: Id.optional() }),
  output: z.strictObject({ items: z.array(EvidenceView) }),
  refusals: {},
  etag: "version",
})

const handingIn = {
  ...notFound,
  "not-attested": { status: 422, sentence: "Facts decide this check; evidence is handed in for attested ones." },
  "valid-until-past": { status: 422, sentence: "The day until which it is valid has passed; choose a later one." },
} as const

export const addEvidence = contract({
  name: "addEvidence",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/evidence",
  summary: "Hand in a link or a note as evidence; somebody else accepts it",
  input: z.strictObject({
    checkId: Id,
    title: line(200),
    url: z
      .url({ protocol: /^https?$/, error: "Write a whole address that begins with https://." })
      .max(2000)
      .nullable()
      .default(null),
    note: paragraph(10_000).default(""),
    validUntil: Day.nullable().default(null),
  }),
  output: EvidenceView,
  refusals: { ...handingIn, "nothing-handed-in": { status: 422, sentence: "Give a link, or write a note." } },
})

export const addEvidenceFile = contract({
  name: "addEvidenceFile",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/checks/{checkId}/evidence/file",
  summary: "Hand in a file as evidence; somebody else accepts it",
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
  summary: "The file of a piece of evidence, as a download",
  input: z.strictObject({ evidenceId: Id }),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/octet-stream" },
})

export const judgeEvidence = contract({
  name: "judgeEvidence",
  audience: "programme",
  permission: "evidence.accept",
  method: "POST",
  path: "/programmes/{programmeId}/evidence/{evidenceId}/judgement",
  summary: "Accept evidence that somebody else handed in, or say why not",
  input: z.strictObject({ evidenceId: Id, version, accepted: z.boolean(), reason: paragraph(2_000).default("") }),
  output: EvidenceView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "own-evidence": { status: 403, sentence: "You handed this in yourself; somebody else must accept it." },
    "judged-already": { status: 409, sentence: "Somebody has judged this already, or it was withdrawn." },
    "reason-needed": { status: 422, sentence: "Say why you do not accept it." },
  },
})

export const withdrawEvidence = contract({
  name: "withdrawEvidence",
  audience: "programme",
  permission: "evidence.write",
  method: "POST",
  path: "/programmes/{programmeId}/evidence/{evidenceId}/withdrawal",
  summary: "Withdraw evidence; it stays on record and no longer counts",
  input: z.strictObject({ evidenceId: Id, version }),
  output: EvidenceView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "not-yours": { status: 403, sentence: "Whoever handed it in withdraws it, or a lead." },
    "withdrawn-already": { status: 409, sentence: "This was withdrawn already." },
  },
})
