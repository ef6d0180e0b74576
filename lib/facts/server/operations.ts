import { answer, consult, type Operation, serveFile } from "@/lib/audit/server/serve"
import { getFactSet, importFactSet, listFactSets, previewFactSet } from "../contract"
import { importUpload, previewUpload } from "./commands"
import { findFactSet, findFactSets } from "./queries"

export const factsOperations: readonly Operation[] = [
  answer(listFactSets, "programme.read", findFactSets),
  answer(getFactSet, "programme.read", findFactSet),
  consult(previewFactSet, "facts.import", previewUpload),
  serveFile(importFactSet, "facts.import", importUpload),
]
