import { answer, dryRun, type Operation, serve, serveFile } from "@/lib/door/server/serve"
import { getFactBundle, getFactBundleGrants, getFactBundleNotebook, getFactBundleSql } from "../bundle-contract"
import { getFactSet, importFactSet, listFactSets, previewFactSet } from "../contract"
import { decideParameterChange, listFactParameters, requestParameterChange } from "../parameter-contract"
import { decideScopeChange, getFactScope, requestScopeChange } from "../scope-contract"
import { correctFactSet, eraseFactSetFile, getFactSetFile, withdrawFactSet } from "../set-contract"
import { findBundle, findBundleGrants, findBundleNotebook, findBundleSql } from "./bundle-files"
import * as commands from "./commands"
import * as parameters from "./parameter-commands"
import { findFactSet, findFactSets } from "./queries"
import * as scope from "./scope-commands"
import { findFactScope } from "./scope-view"
import * as sets from "./set-commands"

export const factsOperations: readonly Operation[] = [
  answer(listFactSets, findFactSets),
  answer(getFactSet, findFactSet),
  dryRun(previewFactSet, commands.previewFactSet),
  serveFile(importFactSet, commands.importFactSet),
  serve(withdrawFactSet, sets.withdrawFactSet),
  serve(correctFactSet, sets.correctFactSet),
  answer(getFactSetFile, sets.findFactSetFile),
  serve(eraseFactSetFile, sets.eraseFactSetFile),
  answer(listFactParameters, parameters.findParameters),
  serve(requestParameterChange, parameters.requestParameterChange),
  serve(decideParameterChange, parameters.decideParameterChange),
  answer(getFactScope, findFactScope),
  serve(requestScopeChange, scope.requestScopeChange),
  serve(decideScopeChange, scope.decideScopeChange),
  answer(getFactBundle, findBundle),
  answer(getFactBundleSql, findBundleSql),
  answer(getFactBundleNotebook, findBundleNotebook),
  answer(getFactBundleGrants, findBundleGrants),
]
