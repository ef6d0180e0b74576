import type { UseCaseStatus } from "@/lib/design/use-cases/use-case"

/** A use case as the story tells it; what it needs by names and keys. Scores: revenue, risk, cost, reach; data, build, change. */
export type ToldUseCase = {
  readonly name: string
  readonly status: UseCaseStatus
  readonly owner: string
  readonly domain: string
  readonly scores: readonly number[]
  readonly ownDays: number | null
  readonly gates: readonly string[]
  readonly items: readonly string[]
  readonly gaps: readonly string[]
  readonly needs: readonly string[]
  readonly components: readonly string[]
  readonly kpis: readonly string[]
  readonly boundObjects: readonly string[]
}

type Rest = Partial<Pick<ToldUseCase, "gates" | "items" | "gaps" | "needs" | "components" | "kpis" | "boundObjects">>
const told = (
  name: string,
  status: UseCaseStatus,
  [owner, domain]: readonly [string, string],
  scores: readonly number[],
  ownDays: number | null,
  rest: Rest = {},
): ToldUseCase => ({
  ...{ name, status, owner, domain, scores, ownDays },
  ...{ gates: [], items: [], gaps: [], needs: [], components: [], kpis: [], boundObjects: [], ...rest },
})

const workspace = "https://adb-7400000000000001.1.azuredatabricks.net"
const analysts = ["Priya Nair", "Finance"] as const
const risk = ["Mei Lindqvist", "Risk"] as const
const sales = ["Carla Mendes", "Sales"] as const

export const useCases: readonly ToldUseCase[] = [
  told("Fraud signals", "live", ["Mei Lindqvist", "Payments"], [4, 5, 4, 4, 3, 2, 2], 0, {
    ...{ kpis: ["time-to-insight"], items: ["Payments model"], components: ["structured-streaming", "feature-store"] },
    boundObjects: [`${workspace}/jobs/617?o=7400000000000001`, "prod_regulated.curated_payments.signals"],
  }),
  told("Finance dashboards", "live", analysts, [3, 3, 4, 3.5, 1, 2, 2], 0, {
    ...{
      components: ["dashboards", "sql-warehouse"],
      kpis: ["dashboard-query-time"],
      boundObjects: [`${workspace}/sql/warehouses/0c5e7d1a2b3f4e60`],
    },
  }),
  told("Liquidity forecast", "planned", analysts, [3, 5, 3, 2.5, 2, 2, 2.5], 7, {
    ...{ gates: ["processing-gate"], items: ["Finance mart"] },
  }),
  told("Credit early warning", "planned", risk, [3, 5, 3, 2.5, 3, 3, 2], 20, {
    ...{ gates: ["processing-gate"], items: ["Credit model"], components: ["model-serving"] },
  }),
  told("Regulatory reporting", "in_build", ["Priya Nair", "Regulation"], [2, 5, 5, 2.5, 4, 3, 3.5], 15, {
    ...{ gates: ["processing-gate"], items: ["Payments model", "Regulatory mart"], gaps: ["lineage-used"] },
  }),
  told("AML alert triage", "in_build", ["Mei Lindqvist", "Compliance"], [3, 5, 4, 2.5, 4, 4, 3], 10, {
    ...{ gates: ["analytics-gate"], items: ["Payments raw zone", "Payments model"] },
    ...{ gaps: ["sensitive-data-classified-and-protected"], components: ["model-serving", "abac-policies"] },
  }),
  told("Dispute assistant", "idea", ["Carla Mendes", "Service"], [3, 3, 4, 3, 3, 4, 2.5], 25, {
    ...{ gates: ["analytics-gate"], gaps: ["agents-evaluated-and-guarded"], needs: ["Fraud signals"] },
  }),
  told("Collections order", "planned", risk, [3, 3, 2.5, 2, 2, 2.5, 2.5], 12, { gates: ["processing-gate"] }),
  told("Customer 360", "planned", sales, [4, 2, 3.5, 5, 5, 3.5, 3], 5, {
    ...{ gates: ["processing-gate"], items: ["Customer model", "Customer mart"], gaps: ["marts-as-products"] },
  }),
  told("Branch cash forecast", "planned", ["Leo Tan", "Branches"], [1.5, 1.5, 3, 2, 1, 2, 1.5], 10, {
    ...{ gates: ["ingestion-gate"], items: ["Core banking"] },
  }),
  told("Adviser search", "idea", sales, [3, 1.5, 2.5, 3.5, 2.5, 3, 3], 15, {
    ...{ gates: ["analytics-gate"], needs: ["Customer 360"], components: ["ai-search"] },
  }),
  told("Churn signs", "idea", sales, [3, 1, 2, 2.5, 2, 3, 2.5], 12, {
    gates: ["analytics-gate"],
    needs: ["Customer 360"],
  }),
  told("ESG report", "idea", ["Priya Nair", "Regulation"], [1, 3.5, 2, 2, 4, 3, 3.5], 10, {
    gates: ["analytics-gate"],
  }),
  told("Next best offer", "idea", sales, [4.5, 1, 2, 3, 4.5, 4.5, 4], 30, {
    ...{ gates: ["analytics-gate"], needs: ["Customer 360"] },
  }),
]
