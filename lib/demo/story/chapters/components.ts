import type { AdoptionState } from "@/lib/design/catalogue/adoption"
import { ago, type StoryEvent } from "../story-event"

const adopts = (daysAgo: number, component: string, state: AdoptionState, note?: string): StoryEvent => ({
  ...{ when: ago(daysAgo), who: "Sana Khan", does: "adopt", component, state },
  ...(note ? { note } : {}),
})

/** What the bank does with the platform's components, as the architect keeps it. */
export const components: readonly StoryEvent[] = [
  adopts(300, "unity-catalog", "planned"),
  adopts(300, "delta-lake", "planned"),
  adopts(299, "lakeflow-pipelines", "planned"),
  adopts(299, "dbrx", "not_applicable", "Retired model."),
  adopts(262, "workspace", "in_production"),
  adopts(255, "metastore", "in_production", "One for the region; the old Hive metastore is only read."),
  adopts(254, "job-compute", "in_production"),
  adopts(254, "all-purpose-compute", "piloting", "Development only, with a policy."),
  adopts(246, "encryption", "in_production", "Own keys."),
  adopts(240, "audit-logging", "in_production"),
  adopts(222, "unity-catalog", "in_production", "All three workspaces."),
  adopts(190, "auto-loader", "in_production"),
  adopts(185, "delta-lake", "in_production"),
  adopts(150, "structured-streaming", "piloting", "Payment events."),
  adopts(120, "lakeflow-jobs", "in_production"),
  adopts(96, "lakeflow-pipelines", "piloting", "Two domains until the end of the quarter, then we decide."),
  adopts(90, "personal-access-token", "retiring", "Service principals instead."),
  adopts(70, "serverless-compute", "planned"),
  adopts(40, "data-quality-monitoring", "piloting"),
  adopts(36, "sql-warehouse", "piloting", "One small, serverless."),
  adopts(30, "mlflow", "piloting"),
  adopts(28, "genie-agents", "planned"),
  adopts(28, "model-serving", "planned"),
]
