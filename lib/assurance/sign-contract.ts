import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { Instant, reason, responsibility, Someone, subjectKind } from "./contract-shapes"
import { Statement } from "./statement"

export const SignatureView = z
  .strictObject({
    id: Id,
    person: Someone,
    responsibility: z.string(),
    round: z.int(),
    statementHash: z.string(),
    signedAt: Instant,
    revoked: z.strictObject({ by: Someone, reason: z.string(), at: Instant }).nullable(),
    may: z.strictObject({ revoke: z.boolean() }),
  })
  .meta({ id: "Signature" })
export type SignatureView = z.output<typeof SignatureView>

export const SignOffView = z
  .strictObject({
    kind: subjectKind,
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    signers: z.array(z.string()).meta({ description: "The responsibilities that must sign." }),
    checkIds: z.array(Id),
    met: z.int(),
    due: z.int(),
    all: z.int().meta({ description: "Without those that are waived." }),
    waived: z.int(),
    dueDay: Day.nullable(),
    round: z.int(),
    state: z.enum(["open", "ready", "begun", "signed", "contradicted"]).meta({
      description: "Begun: some have signed. Contradicted: signed, and checks it rests on are not met any more.",
    }),
    contradictedBy: z.array(Id).meta({ description: "The checks that say otherwise now." }),
    signedAt: Instant.nullable(),
    signatures: z.array(SignatureView).meta({ description: "Of every round, oldest first." }),
    mySigning: z.array(z.string()).meta({ description: "For what the asking member may sign now." }),
    cannotSign: z.string().nullable().meta({ description: "Why he may not, in a sentence; null when he may." }),
    custom: z.boolean().meta({ description: "Added by this programme." }),
    version: z.int(),
  })
  .meta({ id: "SignOff" })
export type SignOffView = z.output<typeof SignOffView>

export const listSignOffs = contract({
  name: "listSignOffs",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/sign-offs",
  summary: "The checklist and the gates: what is proved, who signed, who must",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(SignOffView) }),
  refusals: {},
  etag: "version",
})

const StatementView = z
  .strictObject({
    statement: Statement,
    text: z.string().meta({ description: "The exact text that is signed." }),
    hash: z.string().meta({ description: "sha256 of the text, in hex." }),
    frozen: z.boolean().meta({ description: "Somebody has signed this very text already." }),
    ready: z.boolean(),
  })
  .meta({ id: "StatementToSign" })

export const getStatement = contract({
  name: "getStatement",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/sign-offs/{kind}/{subjectId}/statement",
  summary: "Exactly what would be signed now",
  input: z.strictObject({ kind: subjectKind, subjectId: Id }),
  output: StatementView,
  refusals: notFound,
  etag: "version",
})

export const sign = contract({
  name: "sign",
  audience: "programme",
  permission: "criterion.sign",
  method: "POST",
  path: "/programmes/{programmeId}/sign-offs/{kind}/{subjectId}/signatures",
  summary: "Sign a line of the checklist or a gate, as it was shown",
  input: z.strictObject({
    kind: subjectKind,
    subjectId: Id,
    responsibility,
    statementHash: z.string().regex(/^[0-9a-f]{64}$/, "The hash of the statement is 64 hexadecimal digits."),
  }),
  output: SignOffView,
  refusals: {
    ...notFound,
    "token-never-signs": { status: 403, sentence: "A token never signs. Sign in and sign yourself." },
    "sign-in-again": {
      status: 403,
      sentence: "You signed in more than 15 minutes ago. Confirm that it is you, then sign.",
    },
    "not-responsible": { status: 403, sentence: "You do not answer for this today; a lead can change who does." },
    "not-among-signers": { status: 422, sentence: "This is not one of the responsibilities that sign here." },
    "already-signed-by-you": { status: 409, sentence: "You have signed this already." },
    "already-signed-for": { status: 409, sentence: "Somebody has signed for this responsibility already." },
    "signer-wrote-the-evidence": {
      status: 403,
      sentence: "You wrote some of the evidence that this rests on, so somebody else must sign.",
    },
    "not-ready": { status: 422, sentence: "Not every check is met or waived, so there is nothing to sign yet." },
    "statement-changed": {
      status: 409,
      sentence:
        "What you saw is not what stands now. Look at it again; where somebody has signed the old text, revoke that first.",
    },
    "signed-already": { status: 409, sentence: "This is signed by everybody who must." },
  },
})

export const revokeSignature = contract({
  name: "revokeSignature",
  audience: "programme",
  permission: "criterion.sign",
  method: "POST",
  path: "/programmes/{programmeId}/signatures/{signatureId}/revocation",
  summary: "Take a signature back, with the reason; the signature stays on record",
  input: z.strictObject({ signatureId: Id, reason }),
  output: SignOffView,
  refusals: {
    ...notFound,
    "token-never-signs": { status: 403, sentence: "A token never signs or revokes. Sign in and do it yourself." },
    "not-yours": { status: 403, sentence: "Whoever signed revokes it, or a lead." },
    "revoked-already": { status: 409, sentence: "This signature was revoked already, or its round is over." },
  },
})
