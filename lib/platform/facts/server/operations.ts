import { answer, consult, type Operation, serveFile } from "@/lib/door/server/serve"
import { getFactBundle, getFactBundleNotebook, getFactBundleSql } from "../bundle-contract"
import { getFactSet, importFactSet, listFactSets, previewFactSet } from "../contract"
import { findBundle, findBundleNotebook, findBundleSql } from "./bundle-files"
import { importUpload, previewUpload } from "./commands"
import { findFactSet, findFactSets } from "./queries"

export const factsOperations: readonly Operation[] = [
  answer(listFactSets, "programme.read", findFactSets),
  answer(getFactSet, "programme.read", findFactSet),
  consult(previewFactSet, "facts.import", previewUpload),
  serveFile(importFactSet, "facts.import", importUpload),
  answer(getFactBundle, "programme.read", findBundle),
  answer(getFactBundleSql, "programme.read", findBundleSql),
  answer(getFactBundleNotebook, "programme.read", findBundleNotebook),
]
