import { knowRecords } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { addEntry, listRegister, materialiseRisk, removeEntry, restoreEntry, updateEntry } from "../contract"
import { bringBackEntry, editEntry, takeOutEntry, writeEntry } from "./edit-entry"
import * as materialise from "./materialise"
import { findRegister } from "./queries"

knowRecords({ type: "register-entry", table: "register_entry", title: "title", removable: true })

export const risksOperations: readonly Operation[] = [
  answer(listRegister, findRegister),
  serve(addEntry, writeEntry),
  serve(updateEntry, editEntry),
  serve(removeEntry, takeOutEntry),
  serve(restoreEntry, bringBackEntry),
  serve(materialiseRisk, materialise.materialiseRisk),
]
