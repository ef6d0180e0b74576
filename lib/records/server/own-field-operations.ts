import { knowRecords } from "@/lib/door/server/known-records"
import { type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../own-field-contract"
import * as commands from "./own-field-commands"

knowRecords({ type: "own-field", table: "own_field", title: "label", removable: true })

/** What a programme adds to types of records by itself. */
export const ownFieldOperations: readonly Operation[] = [
  serve(contracts.addOwnField, commands.addOwnField),
  serve(contracts.changeOwnField, commands.changeOwnField),
  serve(contracts.removeOwnField, commands.removeOwnField),
  serve(contracts.restoreOwnField, commands.restoreOwnField),
]
