import { TABLE_WRITTEN } from "@/lib/platform/facts/kinds"
import { environments } from "./environments"
import type { FactText } from "./proof-event"

/** A metric with its value and over how many observations; without a value, why there is none. */
export type Measured = readonly [metric: string, value: number | null, n: number | null, reason?: string]

const REGION = "westeurope"
/** The bank's workspaces as they stand in its register. */
const workspaces = environments.map(({ name, workspaceHost, region }) => ({
  ...{ host: workspaceHost ?? name, region: region ?? REGION },
}))
const regions = [...new Set(workspaces.map(({ region }) => region))]
/** Where production runs, and where the assessment of the old metastore was made. */
export const production = environments.find((each) => each.production)?.workspaceHost ?? ""

/** What the bundle of SQL statements answers, as the platform exports it. */
export const bundleAnswer =
  (rows: readonly Measured[]): FactText =>
  ({ at, bundleVersion }) =>
    [
      "metric,dimension,value,n,as_of,region,bundle_version,reason",
      ...regions.flatMap((region) =>
        rows.map(([metric, value, n, reason = ""]) =>
          [metric, "", value ?? "", n ?? "", at, region, bundleVersion, reason].join(","),
        ),
      ),
    ].join("\n")

/** What system tables tell of the region as a whole. */
const ofRegion: ReadonlySet<string> = new Set([
  ...["baseline-snapshots", "clusters-without-policy", "compute-in-catalog-access-modes", "grants-to-groups"],
  ...["compute-without-auto-termination", "age-of-newest-audit-event", "open-grants-in-production"],
])

/** What the platform's REST interfaces say, in the documented shape of facts: each workspace the same. */
export const restAnswer =
  (rows: readonly Measured[]): FactText =>
  ({ at: takenAt }) =>
    JSON.stringify({
      ...{ format: "lakeward-facts", version: 1, takenAt, region: REGION },
      facts: rows.flatMap(([metric, value, n, reason = null]) =>
        ofRegion.has(metric)
          ? regions.map((region) => ({ metric, value, n, reason, region }))
          : workspaces.map(({ host: workspace, region }) => ({ metric, value, n, reason, workspace, region })),
      ),
    })

/** What lineage says of tables: how many days before it was read each was last written. */
export const lineageAnswer =
  (tables: readonly (readonly [table: string, days: number])[]): FactText =>
  ({ at: takenAt }) =>
    JSON.stringify({
      ...{ format: "lakeward-facts", version: 1, takenAt, region: REGION, workspace: production },
      facts: tables.map(([dimension, value]) => ({ metric: TABLE_WRITTEN, dimension, value, n: 1 })),
    })

/** An export of the security analysis: some controls of each workspace, those of high severity all passed. */
export const securityAnalysis =
  (): FactText =>
  ({ at }) =>
    [
      "workspace_id,check_id,severity,status,RunDate",
      ...workspaces.flatMap(({ host: workspace }, turn) =>
        controls.map(([control, severity], place) =>
          [workspace, control, severity, severity !== "High" && place % 4 === turn ? "FAIL" : "PASS", at].join(","),
        ),
      ),
    ].join("\n")

const controls: readonly (readonly [key: string, severity: string])[] = [
  ["GOV-1", "High"],
  ["GOV-2", "High"],
  ["GOV-5", "Medium"],
  ["NS-1", "High"],
  ["NS-4", "Medium"],
  ["IA-2", "High"],
  ["IA-6", "Low"],
  ["DP-1", "High"],
  ["DP-3", "Medium"],
  ["INFO-4", "Low"],
]

/** An assessment of the old metastore: so many tables, some of them upgraded, some that could not be read. */
export const assessmentOf =
  (tables: { readonly upgraded: number; readonly left: number; readonly unread: number }): FactText =>
  () =>
    [
      "object_type,table_format,failures,upgraded_to",
      ...Array.from({ length: tables.upgraded }, () => "EXTERNAL,DELTA,[],in_catalog"),
      ...Array.from({ length: tables.left }, () => "MANAGED,DELTA,[],"),
      ...Array.from({ length: tables.unread }, () => "EXTERNAL,UNKNOWN,not supported,"),
    ].join("\n")
