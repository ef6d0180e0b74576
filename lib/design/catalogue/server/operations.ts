import { knowKeys } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { changeAdoption, listComponents } from "../contract"
import * as commands from "./commands"
import { areComponents, findComponents, namesOfComponents } from "./queries"

knowKeys("component", { areThere: areComponents, names: namesOfComponents })

export const catalogueOperations: readonly Operation[] = [
  answer(listComponents, findComponents),
  serve(changeAdoption, commands.changeAdoption),
]
