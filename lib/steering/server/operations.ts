import { answer, serve } from "@/lib/door/server/serve"
import { operationsOf } from "@/lib/records/server/operations"
import { action } from "../action"
import { ask, judgeAsk } from "../ask"
import { changeRequest, judgeChangeRequest } from "../change-request"
import * as contracts from "../contract"
import { ragOverride } from "../rag-override"
import { findAskDelay } from "./ask-delay"
import { answerAsk, decideChangeRequest } from "./decide"
import { changeSteeringRules, findSteeringRules } from "./rules"

export const steeringOperations = [
  ...operationsOf(ask, contracts.askContracts, { rule: judgeAsk }),
  serve(contracts.answerAsk, answerAsk),
  answer(contracts.getAskDelay, findAskDelay),
  ...operationsOf(action, contracts.actionContracts),
  ...operationsOf(changeRequest, contracts.changeRequestContracts, { rule: judgeChangeRequest }),
  serve(contracts.decideChangeRequest, decideChangeRequest),
  ...operationsOf(ragOverride, contracts.ragOverrideContracts),
  answer(contracts.getSteeringRules, findSteeringRules),
  serve(contracts.changeSteeringRules, changeSteeringRules),
]
