import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf } from "@/lib/records/contracts"
import { decision } from "./decision"

const Signature = z
  .strictObject({ id: Id, personId: Id, responsibility: z.string(), signedAt: z.string() })
  .meta({ id: "DecisionSignature" })
const Review = z
  .strictObject({ personId: Id, agreed: z.boolean(), note: z.string(), at: z.string() })
  .meta({ id: "DecisionReview" })
const More = z.strictObject({
  signatures: z.array(Signature).readonly().meta({ description: "Those that stand, oldest first." }),
  reviews: z.array(Review).readonly().meta({ description: "The last word of each reviewer." }),
})

export const decisionContracts = contractsOf(decision, More)

export const reviewDecision = contract({
  name: "reviewDecision",
  audience: "programme",
  permission: "work.comment",
  method: "POST",
  path: "/programmes/{programmeId}/decisions/{recordId}/review",
  summary: "Agree to a decision as one of its reviewers, or ask for a change with a reason",
  input: z.strictObject({
    recordId: Id,
    agreed: z.boolean(),
    note: line(1_000).nullable().meta({ description: "What should change; needed unless you agree." }),
  }),
  output: Review,
  refusals: {
    ...notFound,
    "not-a-reviewer": { status: 403, sentence: "You're not one of the reviewers of this decision." },
    "not-in-review": { status: 409, sentence: "This decision isn't in review." },
    "say-what": { status: 422, sentence: "Say what should change." },
  },
})
