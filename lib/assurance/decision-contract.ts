import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { responsibility } from "./contract-shapes"
import { sign } from "./sign-contract"

const DecisionToSign = z
  .strictObject({
    decisionId: Id,
    text: z.string().meta({ description: "The exact text that is signed." }),
    hash: z.string().meta({ description: "sha256 of the text, in hex." }),
    mySigning: z
      .array(z.string())
      .readonly()
      .meta({ description: "The responsibilities the caller can sign for now." }),
  })
  .meta({ id: "DecisionToSign" })

export const listDecisionsToSign = contract({
  name: "listDecisionsToSign",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/decisions-to-sign",
  summary: "Decisions in review that ask for signatures, with the exact text of each",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(DecisionToSign) }),
  refusals: {},
})

const {
  "token-never-signs": token,
  "sign-in-again": again,
  "not-responsible": notResponsible,
  "not-among-signers": notAmong,
  "already-signed-by-you": byYou,
  "already-signed-for": signedFor,
} = sign.refusals

export const signDecision = contract({
  name: "signDecision",
  audience: "programme",
  permission: "criterion.sign",
  method: "POST",
  path: "/programmes/{programmeId}/decisions/{decisionId}/signatures",
  summary: "Sign a decision as shown; the last signature accepts it",
  input: z.strictObject({
    decisionId: Id,
    responsibility,
    statementHash: z.string().regex(/^[0-9a-f]{64}$/, "The statement hash is 64 hexadecimal digits."),
  }),
  output: z.strictObject({ id: Id, accepted: z.boolean() }).meta({ id: "SignedDecision" }),
  refusals: {
    ...notFound,
    "token-never-signs": token,
    "sign-in-again": again,
    "not-responsible": notResponsible,
    "not-among-signers": notAmong,
    "already-signed-by-you": byYou,
    "already-signed-for": signedFor,
    "owner-signs-alone": {
      status: 403,
      sentence: "One signature is required, and you own this decision, so someone else must sign.",
    },
    "not-in-review": { status: 409, sentence: "This decision isn't in review." },
    "statement-changed": { status: 409, sentence: "This changed since you opened it. Review it again." },
  },
})
