import type { RegisterLine } from "@/lib/plan/risks/register"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { RagFacts } from "@/lib/steering/rag"
import { isWell, type KpiLine } from "@/lib/value/kpi-line"
import { nextGate } from "./answer"
import type { OverviewView, PhaseFigures } from "./views"

type Parts = {
  readonly today: OverviewView["today"]
  readonly phases: readonly PhaseFigures[]
  readonly register: readonly RegisterLine[]
  readonly kpis: readonly KpiLine[]
  /** All work items that are there. */
  readonly items: readonly Pick<WorkItemView, "id" | "status">[]
  /** The ids of the work items in the first baseline; null before there is one. */
  readonly baselined: ReadonlySet<string> | null
  /** Spent to the end of the month as projected, and its budget; a sentence where that is not known. */
  readonly cost: RagFacts["cost"]
}

/** What the rules of green, amber and red judge, from what the first page shows. */
export function ragFactsOf({ today, phases, register, kpis, items, baselined, cost }: Parts): RagFacts {
  const risk = register
    .flatMap(({ state, exposure, title }) =>
      state === "open" && exposure !== null ? [{ worst: exposure, title }] : [],
    )
    .toSorted((a, b) => b.worst - a.worst)[0]
  return {
    ...{ today, cost, schedule: scheduleOf(phases), scope: scopeOf(items, baselined), risk: risk ?? null },
    benefits: {
      good: kpis.filter(({ standing }) => isWell(standing)).length,
      known: kpis.filter(({ standing }) => standing.kind !== "unknown").length,
      all: kpis.length,
    },
  }
}

function scheduleOf(phases: readonly PhaseFigures[]): RagFacts["schedule"] {
  const next = nextGate(phases)
  if (!next) return { unknown: "No gate ahead has work" }
  if (!next.targetDay) return { unknown: `${next.name} has no target date` }
  if (!next.forecast) return { unknown: "No forecast yet" }
  if (!next.forecast.percentages) return { unknown: "Estimates unconfirmed" }
  const { p50, p80 } = next.forecast
  return { gate: next.name, target: next.targetDay, p50, p80 }
}

function scopeOf(items: Parts["items"], baselined: Parts["baselined"]): RagFacts["scope"] {
  if (!baselined || baselined.size === 0) return { unknown: "No baseline yet" }
  const added = items.filter(({ id, status }) => status !== "dropped" && !baselined.has(id)).length
  return { added, base: baselined.size }
}
