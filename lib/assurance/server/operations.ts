import { answer, type Operation } from "@/lib/audit/server/serve"
import { listChecks, listCriteria } from "../contract"
import { findChecks, findCriteria } from "./queries"

export const assuranceOperations: readonly Operation[] = [
  answer(listChecks, "programme.read", findChecks),
  answer(listCriteria, "programme.read", findCriteria),
]
