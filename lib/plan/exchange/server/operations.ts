import { answer, dryRun, type Operation, serveFile } from "@/lib/door/server/serve"
import { exportProjectFile, importProjectFile, previewProjectFile } from "../contract"
import * as commands from "./commands"
import * as preview from "./preview"
import { exportPlan } from "./queries"

export const exchangeOperations: readonly Operation[] = [
  dryRun(previewProjectFile, preview.previewProjectFile),
  serveFile(importProjectFile, commands.importProjectFile),
  answer(exportProjectFile, exportPlan),
]
