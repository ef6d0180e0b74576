import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { documentedTables } from "@/lib/platform/facts/server/documented-tables"
import { ago, asking, bundle, dayAgo, release, statement } from "../support/bundle-questions"
import { type Lakehouse, openLakehouse } from "../support/lakehouse"

let lakehouse: Lakehouse
beforeAll(async () => {
  lakehouse = await openLakehouse()
})
afterAll(() => lakehouse.end())
const ask = asking(() => lakehouse)

const table = (name: string, more: object = {}) => {
  const [table_catalog, table_schema, table_name] = name.split(".")
  const plain = { table_type: "MANAGED", data_source_format: "DELTA", created: ago(200), comment: "Told." }
  return { table_catalog, table_schema, table_name, ...plain, ...more }
}
const flow = (source: string | null, target: string | null, days = 1, more: object = {}) => ({
  ...{ source_table_full_name: source, source_table_schema: source?.split(".")[1] },
  ...{ source_table_catalog: source?.split(".")[0], target_table_catalog: target?.split(".")[0] },
  ...{ target_table_full_name: target, target_table_schema: target?.split(".")[1] },
  ...{ event_time: ago(days), event_date: dayAgo(days), workspace_id: "1", ...more },
})
/** The tables of which whoever asks may select, through a group. */
const selectable = (...names: string[]) => ({
  "information_schema.table_privileges": names.map((table_name) => ({
    ...{ table_catalog: "prod", table_schema: "s", table_name, privilege_type: "SELECT", grantee: "account users" },
  })),
})
const production = { production_catalogs: "Prod, other" }

describe("on empty tables", () => {
  test.each(bundle.statements.map((each) => [each.measure, each] as const))(
    "%s makes up neither zero nor one",
    async (measure, { sql, metrics, ...rest }) => {
      const rows = await lakehouse.ask(sql, rest)
      for (const row of rows) expect([row.metric, row.value, row.n]).toEqual([row.metric, null, 0])
      const own = release.measures.flatMap((file) => file.measures).find(({ key }) => key === measure)
      expect(rows.map(({ metric }) => metric)).toEqual(expect.arrayContaining(own?.metrics ?? []))
      expect(metrics).toEqual(expect.arrayContaining(rows.map(({ metric }) => metric)))
    },
  )
})

test("a hyphen stands for a parameter that was left empty", async () => {
  const rows = {
    "lakeflow.job_run_timeline": [
      { workspace_id: "1", run_id: "1", result_state: "SUCCEEDED", period_end_time: ago(1) },
    ],
  }
  for (const { sql, parameters } of bundle.statements) {
    const hyphens = parameters.filter(({ type, fallback }) => type === "STRING" && fallback === "")
    const given = Object.fromEntries(hyphens.map(({ name }) => [name, name === "region" ? "" : "-"]))
    const empty = await lakehouse.ask(sql, { parameters }, rows)
    const hyphened = await lakehouse.ask(sql, { parameters }, rows, given)
    expect(hyphened.map(({ metric, value, n }) => [metric, value, n])).toEqual(
      empty.map(({ metric, value, n }) => [metric, value, n]),
    )
  }
})

describe("every row", () => {
  const runs = ["1", "2"].map((id) => ({
    workspace_id: id,
    run_id: id,
    result_state: "FAILED",
    period_end_time: ago(1),
  }))
  const rows = { "lakeflow.job_run_timeline": runs, "billing.usage": [{ workspace_id: "1", usage_date: dayAgo(1) }] }
  test("tells its time in UTC, the version, and its region when it is of one alone", async () => {
    const { sql, ...rest } = statement("runs-succeed")
    const told = await lakehouse.ask(sql, rest, rows, { region: "westeurope" })
    expect(told.map(({ metric, dimension, value, n }) => [metric, dimension, value, n]).sort()).toEqual([
      ["runs-succeeded", "", 0, 2],
      ["workspace-runs-succeeded", "1", 0, 1],
      ["workspace-runs-succeeded", "2", 0, 1],
    ])
    for (const row of told) {
      expect(row).toMatchObject({ region: "westeurope", bundle_version: bundle.version })
      expect(Math.abs(Date.parse(row.as_of) - Date.now())).toBeLessThan(60_000)
      expect(row.as_of).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    }
    const global = await lakehouse.ask(statement("baseline").sql, statement("baseline"), rows, { region: "westeurope" })
    expect(new Set(global.map(({ region }) => region))).toEqual(new Set([""]))
  })
})

describe("of catalogs and tables", () => {
  const tables = [
    table("prod.bronze_a.raw"),
    table("PROD.silver.clean", { comment: " ", table_type: "EXTERNAL", data_source_format: "PARQUET" }),
    table("prod.gold.mart"),
    table("prod.gold.lonely", { comment: null }),
    table("prod.gold.kpi", { table_type: "METRIC_VIEW", data_source_format: null }),
    table("prod.gold_two.mart", { created: ago(3) }),
    table("dev.gold.mart"),
    table("system.access.audit"),
    table("prod.information_schema.tables"),
  ]
  const information = { "information_schema.tables": tables }
  test("descriptions, formats and kinds are shares of business tables", async () => {
    expect(await ask("tables-described", information)).toEqual({ "production-tables-described": "untold of 0" })
    expect(await ask("tables-described", information, production)).toEqual({
      "production-tables-described": "0.6667 of 6",
    })
    expect(await ask("table-formats", information)).toEqual({
      "tables-in-open-format": "0.8333 of 6",
      "tables-managed": "0.8333 of 6",
    })
    expect(await ask("metric-views", information, production)).toEqual({ "marts-with-metric-view": "0.5 of 2" })
  })
  test("a catalog is in order when it is described and owned by a group", async () => {
    const catalog = (name: string, owner: string, comment: string | null) => ({
      catalog_name: name,
      catalog_owner: owner,
      comment,
    })
    const catalogs = [
      catalog("prod", "owners", "Told."),
      catalog("other", "a@example.com", "Told."),
      catalog("dev", "x", null),
    ]
    const robot = catalog("prod", "0a1b2c3d-0000-0000-0000-00000000abcd", "Told.")
    const asked = (list: object[]) => ask("catalogs-described", { "information_schema.catalogs": list }, production)
    expect(await asked(catalogs)).toEqual({ "production-catalogs-described-and-owned": "0.5 of 2" })
    expect(await asked([robot])).toEqual({ "production-catalogs-described-and-owned": "0 of 1" })
  })
  test("consumer tables reach curated ones in four steps at most, and raw ones are not enough", async () => {
    const steps = [
      flow("prod.silver.clean", "prod.x.a"),
      flow("prod.x.a", "prod.x.b"),
      flow("prod.x.b", "Prod.Gold.mart"),
    ]
    const raw = [flow("prod.bronze_a.raw", "prod.gold.lonely"), flow("prod.silver.clean", "prod.gold_two.mart", 95)]
    const rows = { ...information, "access.table_lineage": [...steps, ...raw] }
    expect(await ask("lineage-reaches-curated", rows, production)).toEqual({
      "consumer-tables-reaching-curated": "0.3333 of 3",
    })
  })
  test("the newest state of quality monitoring counts", async () => {
    const result = (schema: string, name: string, status: string, days: number) => ({
      ...{ catalog_name: "prod", schema_name: schema, table_name: name, status, event_time: ago(days) },
    })
    const results = [
      result("gold", "mart", "Unhealthy", 3),
      result("gold", "mart", "Healthy", 1),
      result("silver", "clean", "Unknown", 1),
    ]
    const rows = { ...information, "data_quality_monitoring.table_results": results }
    expect(await ask("quality-monitoring", rows, production)).toEqual({
      "consumer-tables-monitored": "0.3333 of 3",
      "monitored-tables-unhealthy": "0 of 1",
    })
  })
  test("a young table is not unread, and being written is not being read", async () => {
    const rows = {
      ...information,
      "access.table_lineage": [flow("prod.bronze_a.raw", "prod.silver.clean"), flow(null, "prod.gold.mart")],
    }
    expect(await ask("tables-unread", rows)).toEqual({ "tables-unread-ninety-days": "0.8 of 5" })
  })
  test("optimization that did nothing is a real zero where there are managed tables", async () => {
    const done = { operation_status: "SUCCESSFUL", end_time: ago(2) }
    const operations = { "storage.predictive_optimization_operations_history": [done, { ...done, end_time: ago(40) }] }
    expect(await ask("predictive-optimization", information)).toEqual({ "optimization-operations": "0 of 5" })
    expect(await ask("predictive-optimization", { ...information, ...operations })).toEqual({
      "optimization-operations": "1 of 5",
    })
  })
  test("grants to everybody are counted in production, and groups among all who were granted", async () => {
    const grant = (grantee: string, catalog = "prod") => ({
      ...{ grantee, table_catalog: catalog, table_schema: "s", table_name: "t", privilege_type: "SELECT" },
    })
    const robot = grant("0a1b2c3d-0000-0000-0000-00000000abcd")
    const grants = [
      grant("account users"),
      grant("account users", "dev"),
      grant("readers"),
      grant("a@example.com"),
      robot,
      grant("x", "system"),
    ]
    expect(await ask("grants", { "information_schema.table_privileges": grants }, production)).toEqual({
      "open-grants-in-production": "1 of 4",
      "grants-to-groups": "0.6 of 5",
    })
  })
  test("a sensitive column is protected by a mask or by a filter of its table", async () => {
    const found = (name: string, column: string) => ({
      ...{
        catalog_name: "prod",
        schema_name: "s",
        table_name: name,
        column_name: column,
        class_tag: "class.email_address",
      },
    })
    const place = { catalog_name: "prod", schema_name: "s" }
    expect(
      await ask("sensitive-columns", {
        ...selectable("a", "b", "c"),
        "data_classification.results": [
          found("a", "mail"),
          found("A", "MAIL"),
          found("a", "phone"),
          found("b", "mail"),
        ],
        "information_schema.column_tags": [{ ...found("c", "name"), tag_name: "class.name" }],
        "information_schema.column_masks": [{ ...place, table_name: "a", column_name: "mail" }],
        "information_schema.row_filters": [{ ...place, table_name: "b", filter_name: "f" }],
      }),
    ).toEqual({ "sensitive-columns-protected": "0.5 of 4", "sensitive-columns-not-seen": "0 of 4" })
  })
})

test("masks and filters are found where a workspace calls the place of a table otherwise than documented", async () => {
  const renamed = documentedTables().map((each) => {
    if (!/\.(column_masks|row_filters)$/.test(each.table)) return each
    const names = { catalog_name: "table_catalog", schema_name: "table_schema" }
    const columns = Object.entries(each.columns).map(([name, type]) => [
      Object.entries(names).find(([from]) => from === name)?.[1] ?? name,
      type,
    ])
    return { ...each, columns: Object.fromEntries(columns) }
  })
  const other = await openLakehouse(renamed)
  try {
    const place = { table_catalog: "prod", table_schema: "s" }
    const found = (name: string) => ({ catalog_name: "prod", schema_name: "s", table_name: name, column_name: "mail" })
    const sensitive = [found("a"), found("b"), found("c")].map((each) => ({ ...each, class_tag: "class.name" }))
    const rows = {
      ...selectable("a", "b", "c"),
      "data_classification.results": sensitive,
      "information_schema.column_masks": [{ ...place, table_name: "a", column_name: "mail" }],
      "information_schema.row_filters": [{ ...place, table_name: "b" }],
    }
    expect(await asking(() => other)("sensitive-columns", rows)).toEqual({
      "sensitive-columns-protected": "0.6667 of 3",
      "sensitive-columns-not-seen": "0 of 3",
    })
  } finally {
    await other.end()
  }
})

describe("of loads", () => {
  test("planned sources are connections or external locations by name", async () => {
    const rows = {
      "information_schema.connections": [{ connection_name: "ERP" }],
      "information_schema.external_locations": [
        { external_location_name: "landing" },
        { external_location_name: "more" },
      ],
    }
    expect(await ask("sources-connected", rows, { planned_sources: "erp, landing,crm" })).toEqual({
      "planned-sources-connected": "0.6667 of 3",
      "connections-and-locations": "3 of 3",
    })
  })
  test("a raw table is on time within its own hours, and a source on ten of fourteen days", async () => {
    const daily = Array.from({ length: 16 }, (_, day) => flow(null, "prod.raw.daily", day + 0.1))
    const gaps = daily
      .filter((_, day) => day % 2 === 0)
      .map((each) => ({ ...each, target_table_full_name: "prod.raw.gaps" }))
    const rows = { "access.table_lineage": [...daily, ...gaps, flow(null, "prod.raw.fast", 0.5)] }
    const given = { raw_tables: "Prod.raw.daily, prod.raw.gaps=24, prod.raw.fast=6, prod.raw.never=48" }
    expect(await ask("raw-tables", rows, given)).toEqual({
      "raw-tables-on-time": "0.5 of 4",
      "planned-sources-on-time-ten-of-fourteen-days": "0.25 of 4",
    })
  })
  test("batch and streaming run, or are told to be missing", async () => {
    const run = {
      workspace_id: "1",
      run_id: "1",
      result_state: "SUCCEEDED",
      trigger_type: "CRON",
      period_end_time: ago(1),
    }
    const endless = {
      workspace_id: "1",
      run_id: "2",
      result_state: null,
      trigger_type: "CONTINUOUS",
      period_end_time: ago(1),
    }
    const asked = (runs: object[]) =>
      ask("load-kinds", { "lakeflow.job_run_timeline": runs }, { planned_loads: "batch,streaming" })
    expect(await asked([run])).toEqual({ "planned-load-kinds-running": "0.5 of 2" })
    expect(await asked([run, endless])).toEqual({ "planned-load-kinds-running": "1 of 2" })
  })
  test("runs of jobs that write raw schemas are loads, in their own workspace", async () => {
    const run = (job: string, state: string, workspace = "1") => ({
      ...{
        workspace_id: workspace,
        job_id: job,
        run_id: `${job}${state}`,
        result_state: state,
        period_end_time: ago(1),
      },
    })
    const rows = {
      "lakeflow.job_run_timeline": [run("load", "SUCCEEDED"), run("load", "FAILED", "2"), run("mart", "FAILED")],
      "access.table_lineage": [
        flow(null, "prod.bronze_a.raw", 1, { entity_type: "JOB", entity_id: "load" }),
        flow(null, "prod.gold.mart", 1, { entity_type: "JOB", entity_id: "mart" }),
      ],
    }
    expect(await ask("ingestion-runs", rows)).toEqual({ "ingestion-runs-succeeded": "1 of 1" })
  })
})
