import { answer, consult, type Operation, serveFile } from "@/lib/door/server/serve"
import { exportProjectFile, importProjectFile, previewProjectFile } from "../contract"
import { importUpload } from "./commands"
import { previewUpload } from "./preview"
import { exportPlan } from "./queries"

export const exchangeOperations: readonly Operation[] = [
  consult(previewProjectFile, previewUpload),
  serveFile(importProjectFile, importUpload),
  answer(exportProjectFile, exportPlan),
]
