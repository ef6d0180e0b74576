import { answer, dryRun, type Operation, serveFile } from "@/lib/door/server/serve"
import { getFactBundle, getFactBundleNotebook, getFactBundleSql } from "../bundle-contract"
import { getFactSet, importFactSet, listFactSets, previewFactSet } from "../contract"
import { findBundle, findBundleNotebook, findBundleSql } from "./bundle-files"
import * as commands from "./commands"
import { findFactSet, findFactSets } from "./queries"

export const factsOperations: readonly Operation[] = [
  answer(listFactSets, findFactSets),
  answer(getFactSet, findFactSet),
  dryRun(previewFactSet, commands.previewFactSet),
  serveFile(importFactSet, commands.importFactSet),
  answer(getFactBundle, findBundle),
  answer(getFactBundleSql, findBundleSql),
  answer(getFactBundleNotebook, findBundleNotebook),
]
