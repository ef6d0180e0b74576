import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { getOverview, getPortfolio, noteVisit } from "../contract"
import { noteLook } from "./commands"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const reportsOperations: readonly Operation[] = [
  answer(getOverview, findOverview),
  serve(noteVisit, noteLook),
  answer(getPortfolio, findPortfolio),
]
