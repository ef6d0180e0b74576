import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { listComponents, setAdoption } from "../contract"
import { adoptComponent } from "./commands"
import { findComponents } from "./queries"

export const catalogueOperations: readonly Operation[] = [
  answer(listComponents, findComponents),
  serve(setAdoption, adoptComponent),
]
