import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { getCheck, listChecks, listCriteria, setCheckOwner, updateCheckRule } from "../contract"
import { findCheck } from "./check-detail"
import { editCheckRule, ownCheck } from "./edit-check"
import { findChecks, findCriteria } from "./queries"

export const assuranceOperations: readonly Operation[] = [
  answer(listChecks, findChecks),
  answer(getCheck, findCheck),
  serve(updateCheckRule, editCheckRule),
  serve(setCheckOwner, ownCheck),
  answer(listCriteria, findCriteria),
]
