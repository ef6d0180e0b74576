import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { addEntry, comeTrue, listRegister, removeEntry, restoreEntry, updateEntry } from "../contract"
import { makeIssue } from "./come-true"
import { bringBackEntry, editEntry, takeOutEntry, writeEntry } from "./edit-entry"
import { findRegister } from "./queries"

export const risksOperations: readonly Operation[] = [
  answer(listRegister, findRegister),
  serve(addEntry, writeEntry),
  serve(updateEntry, editEntry),
  serve(removeEntry, takeOutEntry),
  serve(restoreEntry, bringBackEntry),
  serve(comeTrue, makeIssue),
]
