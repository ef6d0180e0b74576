import type { Transaction } from "@/lib/base/db/client"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { answer, serve, serveFile } from "@/lib/door/server/serve"
import { operationsOf, operationsWithLines } from "@/lib/records/server/operations"
import { findRows, viewOf } from "@/lib/records/server/rows"
import * as contracts from "../contract"
import { budget } from "../cost/budget"
import * as cost from "../cost-contract"
import { cycleThrough, parseFormula, usesOf } from "../formula"
import { judgeKpi, type KpiChange, type KpiView, kpi } from "../kpi"
import { objective } from "../objective"
import { checkIn } from "./check-in"
import { findCost } from "./cost-queries"
import { importListPrices, importUsage } from "./import-usage"
import { importKpiValues } from "./import-values"
import { addFromKpiLibrary } from "./library"
import { findHistory, findLibrary, measure } from "./queries"

export const valueOperations = [
  ...operationsOf(objective, contracts.objectiveContracts),
  ...operationsWithLines(kpi, contracts.kpiContracts, measure, { rule: judgeKpi, check: checkFormula }),
  serve(contracts.checkIn, checkIn),
  answer(contracts.getKpiHistory, findHistory),
  answer(contracts.listKpiLibrary, findLibrary),
  serve(contracts.addFromKpiLibrary, addFromKpiLibrary),
  serve(contracts.importKpiValues, importKpiValues),
  ...operationsOf(budget, cost.budgetContracts),
  serveFile(cost.importUsage, importUsage),
  serveFile(cost.importListPrices, importListPrices),
  answer(cost.getCost, findCost),
]

/** The KPIs of a formula are there, and none of them leads back. Two changes at once wait for each other. */
async function checkFormula(tx: Transaction, actor: ProgrammeActor, before: KpiView | null, change: KpiChange) {
  const formula = change.formula ?? null
  if (formula === null) return null
  const { programmeId } = actor
  await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
  const kpis = (await findRows(tx, kpi, programmeId)).map((row) => viewOf(kpi, row))
  const uses = new Map(kpis.map((each) => [each.number, usedBy(each.formula)]))
  const asked = usedBy(formula)
  if (asked.some((number) => !uses.has(number))) return refuse("no-such-kpi")
  if (!before) return null
  uses.set(before.number, asked)
  return cycleThrough(before.number, (number) => uses.get(number) ?? []) ? refuse("formula-in-a-circle") : null
}

function usedBy(formula: string | null): readonly number[] {
  const parsed = parseFormula(formula ?? "")
  return parsed.ok ? usesOf(parsed.value) : []
}
