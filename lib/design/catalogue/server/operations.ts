import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { changeAdoption, listComponents } from "../contract"
import * as commands from "./commands"
import { findComponents } from "./queries"

export const catalogueOperations: readonly Operation[] = [
  answer(listComponents, findComponents),
  serve(changeAdoption, commands.changeAdoption),
]
