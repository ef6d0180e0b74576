import { landed } from "../landscape"
import { assessmentOf, bundleAnswer, lineageAnswer, type Measured, restAnswer, securityAnalysis } from "../measured"
import type { ProofEvent } from "../proof-event"
import { ago, inDays, type StoryEvent, type When } from "../story-event"

const imports = (when: When, who: string, file: Omit<Extract<ProofEvent, { does: "import" }>, "does">): StoryEvent => ({
  ...{ when, who, does: "import", ...file },
})

/** What Gate 1 asks for, measured a day before it was passed. */
const foundation: readonly Measured[] = [
  ["baseline-snapshots", 1, null],
  ["clusters-without-policy", 0, 6],
  ["compute-in-catalog-access-modes", 1, 6],
  ["compute-without-auto-termination", 1, 6],
  ["age-of-newest-audit-event", 2.1, 41_204],
  ["open-grants-in-production", 0, 41],
  ["grants-to-groups", 0.91, 64],
  ["workspaces-with-metastore", 1, 1],
  ["system-schemas-enabled", 0.8, 5],
  ["policy-compliance", 1, 6],
  ["compute-on-unsupported-runtime", 0, 6],
  ["scopes-holding-secrets", 3, 3],
  ["tokens-beyond-ninety-days", 3, 11],
  ["most-admins-in-a-workspace", 4, 1],
  ["workspaces-with-verbose-audit", 1, 1],
]

/** Each metric as it was ten weeks ago and as it was a week ago. Nearly all got better; open grants did not. */
const measured: readonly (readonly [metric: string, then: Known, now: Known])[] = [
  ["baseline-snapshots", [2, null], [3, null]],
  ["production-tables-described", [0.74, 186], [0.86, 241]],
  ["clusters-without-policy", [0, 14], [0, 17]],
  ["compute-in-catalog-access-modes", [1, 14], [1, 17]],
  ["compute-without-auto-termination", [0, 14], [0, 17]],
  ["planned-sources-connected", [0.7143, 14], [0.7857, 14]],
  ["raw-tables-on-time", [0.8854, 96], [0.9576, 118]],
  ["planned-sources-on-time-ten-of-fourteen-days", [0.5714, 14], [0.7857, 14]],
  ["planned-load-kinds-running", [0.5, 2], [1, 2]],
  ["ingestion-runs-succeeded", [0.9313, 812], [0.9719, 1104]],
  ["tables-in-open-format", [0.9709, 412], [0.9862, 506]],
  ["tables-managed", [0.7791, 412], [0.9091, 506]],
  ["pipeline-updates-completed", [0.9403, 402], [0.9786, 655]],
  ["consumer-tables-monitored", [0.4, 10], [0.619, 21]],
  ["monitored-tables-unhealthy", [0.25, 4], [0.0769, 13]],
  ["consumer-tables-reaching-curated", [0.8, 10], [0.9524, 21]],
  ["optimization-operations", [38, null], [214, null]],
  ["warehouses-serverless", [1, 1], [1, 2]],
  ["warehouses-with-auto-stop", [1, 1], [1, 2]],
  ["active-bi-users-of-planned", [0.1, 40], [0.275, 40]],
  ["viewed-dashboards-of-planned", [0, 6], [0.3333, 6]],
  ["warehouse-queries-failed", [0.0312, 640], [0.0121, 5210]],
  ["ninety-fifth-percentile-of-waiting", [7.4, 640], [2.1, 5210]],
  ["marts-with-metric-view", [0, 1], [0.5, 2]],
  ["tracked-runs-finished", "No run was tracked", [0.9355, 31]],
  ["endpoint-requests-succeeded", "There is no endpoint yet", "There is no endpoint yet"],
  ["planned-models-served-and-monitored", "No model is planned yet", "No model is planned yet"],
  ["production-runs-triggered", [0.8206, 1204], [0.9314, 2361]],
  ["task-runs-on-job-compute", [0.7112, 3021], [0.8793, 6122]],
  ["runs-succeeded", [0.948, 1210], [0.9757, 2304]],
  ["jobs-with-time-limit", [0.3548, 31], [0.5795, 44]],
  ["production-jobs-from-code", [0.7742, 31], [0.9318, 44]],
  ["spend-with-cost-centre", [0.9127, 38_410], [0.9684, 51_877]],
  ["cluster-time-idle", [0.2713, 1904], [0.1408, 2377]],
  ["production-jobs-as-service-principal", [0.5484, 31], [0.7273, 44]],
  ["age-of-newest-audit-event", [1.4, 388_120], [3.2, 612_907]],
  ["open-grants-in-production", [0, 186], [2, 241]],
  ["grants-to-groups", [0.9412, 204], [0.9519, 312]],
  ["sensitive-columns-protected", [0.9737, 38], [0.9808, 52]],
  ["monthly-active-users-of-planned", [0.3083, 120], [0.4417, 120]],
  ["growth-of-self-service-users", [0.06, 17], [0.18, 26]],
  ["tables-unread-ninety-days", [0.12, 186], [0.1618, 241]],
  ["cost-of-successful-run-to-last-quarter", "There is no whole quarter to compare with", [0.9417, 2304]],
  ["cost-of-successful-run-to-target", "No target is set", "No target is set"],
  ["use-cases-healthy-fourteen-days", [0, 1], [0, 2]],
]
type Known = readonly [value: number, n: number | null] | string

const settings: typeof measured = [
  ["workspaces-with-metastore", [1, 1], [1, 1]],
  ["system-schemas-enabled", [1, 5], [1, 5]],
  ["policy-compliance", [1, 14], [1, 17]],
  ["compute-on-unsupported-runtime", [1, 14], [0, 17]],
  ["scopes-holding-secrets", [7, 3], [9, 3]],
  ["production-catalogs-in-order", [1, 2], [1, 3]],
  ["production-models-in-unity-catalog", "There is no model in production", "There is no model in production"],
  ["external-endpoints-guarded", "There is no such endpoint", "There is no such endpoint"],
  ["scheduled-jobs-with-failure-notification", [0.68, 25], [0.9474, 38]],
  ["cost-centres-with-budget", [0.75, 4], [1, 4]],
  ["tokens-beyond-ninety-days", [0, 19], [0, 23]],
  ["most-admins-in-a-workspace", [4, 1], [4, 1]],
  ["workspaces-with-verbose-audit", [1, 1], [1, 1]],
  ["workspaces-with-legacy-off", [1, 1], [1, 1]],
  ["workspaces-with-closed-network", [1, 1], [1, 1]],
  ["active-of-provisioned-users", [0.4805, 77], [0.6321, 106]],
]

/** One of the two open grants was taken back since; the other is still there. */
const grantsAgain: readonly Measured[] = [
  ["open-grants-in-production", 1, 243],
  ["grants-to-groups", 0.9522, 314],
]

const asOf = (rows: typeof measured, time: 1 | 2): readonly Measured[] =>
  rows.map((row) => {
    const known = row[time]
    return typeof known === "string" ? [row[0], null, null, known] : [row[0], ...known]
  })

/** The tables of what has landed; the newest were written on the day. */
const writtenTables = Object.values(landed).flatMap(([schema, written]) =>
  Array.from({ length: written }, (_, at) => [`${schema}.table_${at + 1}`, at % 9] as const),
)

/** Who signs brings no facts. */
const lead = "Helen Brandt"
export const facts: readonly StoryEvent[] = [
  imports(inDays(30), lead, {
    ...{ source: "ucx", fileName: "assessment-of-the-old-metastore.csv" },
    text: assessmentOf({ upgraded: 0, left: 312, unread: 9 }),
  }),
  imports(inDays(143), lead, {
    source: "rest",
    fileName: "facts-gate-1.json",
    text: restAnswer(foundation),
  }),
  imports(ago(70), lead, { source: "bundle", fileName: "bundle-1.csv", text: bundleAnswer(asOf(measured, 1)) }),
  imports(ago(70), lead, { source: "rest", fileName: "settings-1.json", text: restAnswer(asOf(settings, 1)) }),
  imports(ago(70), lead, {
    ...{ source: "sat", fileName: "security-analysis.csv" },
    text: securityAnalysis(),
  }),
  imports(ago(7), lead, { source: "bundle", fileName: "bundle-2.csv", text: bundleAnswer(asOf(measured, 2)) }),
  imports(ago(7), lead, { source: "rest", fileName: "settings-2.json", text: restAnswer(asOf(settings, 2)) }),
  imports(ago(7), lead, { source: "rest", fileName: "lineage.json", text: lineageAnswer(writtenTables) }),
  imports(ago(2), lead, { source: "bundle", fileName: "grants-again.csv", text: bundleAnswer(grantsAgain) }),
]
