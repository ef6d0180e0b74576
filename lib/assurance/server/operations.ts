import { knowRecords } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { changeCheckOwner, changeCheckRule, confirmCheckRule, getCheck, listChecks, listCriteria } from "../contract"
import * as editCheck from "./change-check"
import { findCheck } from "./check-detail"
import { findChecks, findCriteria } from "./queries"

knowRecords({ type: "check", table: "check_line", title: "sentence", removable: false, owner: "owner_id" })

export const assuranceOperations: readonly Operation[] = [
  answer(listChecks, findChecks),
  answer(getCheck, findCheck),
  serve(changeCheckRule, editCheck.changeCheckRule),
  serve(confirmCheckRule, editCheck.confirmCheckRule),
  serve(changeCheckOwner, editCheck.changeCheckOwner),
  answer(listCriteria, findCriteria),
]
