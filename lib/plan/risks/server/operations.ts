import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { addEntry, comeTrue, listRegister, removeEntry, restoreEntry, updateEntry } from "../contract"
import { makeIssue } from "./come-true"
import { bringBackEntry, editEntry, takeOutEntry, writeEntry } from "./edit-entry"
import { findRegister } from "./queries"

export const risksOperations: readonly Operation[] = [
  answer(listRegister, "programme.read", findRegister),
  serve(addEntry, "risks.edit", writeEntry),
  serve(updateEntry, "risks.edit", editEntry),
  serve(removeEntry, "risks.edit", takeOutEntry),
  serve(restoreEntry, "risks.edit", bringBackEntry),
  serve(comeTrue, "risks.edit", makeIssue),
]
