import { answer, dryRun, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import { findTemplates, previewStampedWork, stampWork, withdrawStampedWork } from "./stamp"

export const templateOperations = [
  answer(contracts.listWorkTemplates, findTemplates),
  dryRun(contracts.previewStampedWork, previewStampedWork),
  serve(contracts.stampWork, stampWork),
  serve(contracts.withdrawStampedWork, withdrawStampedWork),
]
