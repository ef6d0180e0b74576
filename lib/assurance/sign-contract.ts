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
    state: z.enum(["open", "ready", "begun", "signed", "lapsed", "contradicted"]).meta({
      description:
        "Begun: some have signed. Contradicted: signed, and checks it rests on are not met any more. Lapsed: signed, and checks can't be told any more.",
    }),
    contradictedBy: z.array(Id).meta({ description: "The checks that say otherwise now." }),
    lapsedBy: z.array(Id).meta({ description: "The checks that can't be told, or count again, since the sign-off." }),
    signedAt: Instant.nullable(),
    signatures: z.array(SignatureView).meta({ description: "Of every round, oldest first." }),
    mySigning: z.array(z.string()).meta({ description: "The signatory roles the caller can sign for now." }),
    cannotSign: z
      .string()
      .nullable()
      .meta({ description: "Why the caller can't sign, as a sentence; null when they can." }),
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
  summary: "Sign-off status of criteria and gates",
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
    frozen: z.boolean().meta({ description: "Someone has already signed this text." }),
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
  summary: "Sign off a success criterion or gate as shown",
  input: z.strictObject({
    kind: subjectKind,
    subjectId: Id,
    responsibility,
    statementHash: z.string().regex(/^[0-9a-f]{64}$/, "The statement hash is 64 hexadecimal digits."),
    acceptsAgeing: z
      .boolean()
      .default(false)
      .meta({ description: "The signer accepts that some checks rest on facts older than their rule allows." }),
  }),
  output: SignOffView,
  refusals: {
    ...notFound,
    "token-never-signs": { status: 403, sentence: "Tokens can't sign. Sign in to sign off." },
    "sign-in-again": {
      status: 403,
      sentence: "You signed in more than 15 minutes ago. Confirm it's you, then sign.",
    },
    "not-responsible": { status: 403, sentence: "You're not a signatory. A lead can assign you." },
    "not-among-signers": { status: 422, sentence: "This signatory role isn't required here." },
    "already-signed-by-you": { status: 409, sentence: "You've already signed this." },
    "already-signed-for": { status: 409, sentence: "This signatory role has already signed." },
    "signer-wrote-the-evidence": {
      status: 403,
      sentence: "You submitted some of the evidence, so someone else must sign.",
    },
    "signer-brought-the-facts": {
      status: 403,
      sentence: "You imported facts that decide here, so someone else must sign.",
    },
    "only-waived": {
      status: 422,
      sentence: "Every check is waived, so there's nothing to sign. At least one must be met.",
    },
    "ageing-not-accepted": {
      status: 422,
      sentence: "Some checks rest on facts older than their rule allows. Accept that, or import newer facts.",
    },
    "not-ready": { status: 422, sentence: "Available once every check is met or waived." },
    "statement-changed": {
      status: 409,
      sentence:
        "This changed since you opened it. Review it again. If someone signed the old text, revoke that signature first.",
    },
    "signed-already": { status: 409, sentence: "All required signatures are in." },
  },
})

export const revokeSignature = contract({
  name: "revokeSignature",
  audience: "programme",
  permission: "criterion.sign",
  method: "POST",
  path: "/programmes/{programmeId}/signatures/{signatureId}/revocation",
  summary: "Revoke a signature with a reason; it stays on record",
  input: z.strictObject({ signatureId: Id, reason }),
  output: SignOffView,
  refusals: {
    ...notFound,
    "token-never-signs": { status: 403, sentence: "Tokens can't sign or revoke. Sign in to do it." },
    "not-yours": { status: 403, sentence: "Only the signer or a lead can revoke it." },
    "revoked-already": { status: 409, sentence: "This signature has already been revoked, or its round is over." },
  },
})
