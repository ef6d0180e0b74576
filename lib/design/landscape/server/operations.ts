import { operationsWithLines } from "@/lib/records/server/operations"
import { landscapeContracts } from "../contract"
import { landscapeItem } from "../landscape-item"
import { judgeItem } from "../rules"
import { circleOf } from "./circles"
import { proved } from "./queries"

export const landscapeOperations = operationsWithLines(landscapeItem, landscapeContracts, proved, {
  rule: judgeItem,
  check: circleOf,
})
