import { serve } from "@/lib/door/server/serve"
import { operationsWithLines } from "@/lib/records/server/operations"
import * as contracts from "../contract"
import { judgeEntry, registerEntry } from "../register"
import { materialiseRisk } from "./materialise"
import { weigh } from "./queries"

export const risksOperations = [
  ...operationsWithLines(registerEntry, contracts.registerContracts, weigh, { rule: judgeEntry }),
  serve(contracts.materialiseRisk, materialiseRisk),
]
