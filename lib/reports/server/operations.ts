import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { getOverview, getPortfolio, recordVisit } from "../contract"
import * as commands from "./commands"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const reportsOperations: readonly Operation[] = [
  answer(getOverview, findOverview),
  serve(recordVisit, commands.recordVisit),
  answer(getPortfolio, findPortfolio),
]
