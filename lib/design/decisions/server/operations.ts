import { serve } from "@/lib/door/server/serve"
import { operationsWithLines } from "@/lib/records/server/operations"
import * as contracts from "../contract"
import { decision } from "../decision"
import { judgeDecision } from "../rules"
import { followStatus } from "./follow"
import { withSignatures } from "./queries"
import { reviewDecision } from "./review"

export const decisionOperations = [
  ...operationsWithLines(decision, contracts.decisionContracts, withSignatures, {
    rule: judgeDecision,
    also: followStatus,
  }),
  serve(contracts.reviewDecision, reviewDecision),
]
