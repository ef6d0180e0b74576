import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import * as raci from "./raci"

export const teamOperations: readonly Operation[] = [
  answer(contracts.listRaci, raci.listRaci),
  serve(contracts.changeRaci, raci.changeRaci),
]
