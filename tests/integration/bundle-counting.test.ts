import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ago, asking, dayAgo, statement } from "../support/bundle-questions"
import { type Lakehouse, openLakehouse } from "../support/lakehouse"

let lakehouse: Lakehouse
beforeAll(async () => {
  lakehouse = await openLakehouse()
})
afterAll(() => lakehouse.end())
const ask = asking(() => lakehouse)

const robot = "0a1b2c3d-0000-0000-0000-00000000abcd"
const run = (id: string, more: object = {}) => ({
  ...{ workspace_id: "1", job_id: "j", run_id: id, trigger_type: "ONETIME", result_state: "SUCCEEDED" },
  ...{ period_end_time: ago(1), ...more },
})
/** An event of the audit log about jobs. */
const event = (action: string, email: string, more: object = {}) => ({
  ...{ workspace_id: "1", service_name: "jobs", action_name: action, user_identity: { email } },
  ...{ event_time: ago(1), event_date: dayAgo(1), response: { status_code: 200 }, ...more },
})
const began = (run_id: string, email: string, more: object = {}) =>
  event("runNow", email, { response: { status_code: 200, result: `{"run_id":${run_id}}` }, ...more })

test("E01: usage alone is no baseline; thirty named days with priced usage are", async () => {
  const used = (days: number, more: object = {}) => ({
    ...{ workspace_id: "1", sku_name: "A", cloud: "AWS", usage_unit: "DBU", usage_quantity: 1 },
    ...{ usage_date: dayAgo(days), usage_end_time: ago(days), ...more },
  })
  const price = { sku_name: "A", cloud: "AWS", usage_unit: "DBU", currency_code: "USD", price_start_time: ago(400) }
  const rows = (usage: object[]) => ({
    "billing.usage": usage,
    "billing.list_prices": [{ ...price, pricing: { effective_list: { default: 2 } } }],
  })
  const month = Array.from({ length: 30 }, (_, index) => used(index + 10))
  const told = async (usage: object[], until: string) => {
    const all = await ask("baseline", rows(usage), { baseline_until: until })
    return [all["baseline-snapshots"], all["baseline-spend"]]
  }
  expect(await told(month, "")).toEqual(["untold of 0", "untold of 0"])
  expect(await told(month, "-")).toEqual(["untold of 0", "untold of 0"])
  expect(await told(month, dayAgo(10))).toEqual(["1 of 30", "60 of 30"])
  expect(await told(month, dayAgo(9))).toEqual(["1 of 29", "58 of 29"])
  expect(await told(month.slice(0, 19), dayAgo(10))).toEqual(["0 of 19", "38 of 19"])
  expect(
    await told(
      month.map((each) => ({ ...each, sku_name: "NEW" })),
      dayAgo(10),
    ),
  ).toEqual(["0 of 0", "untold of 0"])
  expect(await told(month, dayAgo(-3))).toEqual(["untold of 0", "untold of 0"])
  expect(await told(month, dayAgo(340))).toEqual(["untold of 0", "untold of 0"])
})

test("E09: job clusters that ended count, in the window, and pipelines' do not", async () => {
  const cluster = (id: string, source: string, mode: string | null, more: object = {}) => ({
    ...{ workspace_id: "1", cluster_id: id, cluster_source: source, data_security_mode: mode, change_time: ago(2) },
    ...more,
  })
  const ended = (days: number) => ({ delete_time: ago(days), change_time: ago(days) })
  const clusters = [
    cluster("a", "UI", "USER_ISOLATION"),
    cluster("b", "JOB", "NONE", ended(1)),
    cluster("c", "JOB", "LEGACY_SINGLE_USER_STANDARD", ended(2)),
    cluster("d", "JOB", null, ended(3)),
    cluster("old", "JOB", "NONE", ended(31)),
    cluster("gone", "UI", "NONE", ended(1)),
    cluster("p", "PIPELINE", "NONE"),
  ]
  expect(await ask("access-modes", { "compute.clusters": clusters })).toEqual({
    "compute-in-catalog-access-modes": "0.25 of 4",
  })
})

describe("E13: from code are bundles, and what Terraform made or changed last", () => {
  const job = (id: string, kind: string | null, more: object = {}) => ({
    ...{ workspace_id: "1", job_id: id, change_time: ago(9), deployment: kind === null ? null : { kind } },
    ...more,
  })
  const change = (id: string, agent: string, more: object = {}) =>
    event("update", "a@example.com", { request_params: { job_id: id }, user_agent: agent, ...more })
  const terraform = "databricks-tf-provider/1.90.0 databricks-sdk-go/0.80.0 terraform/1.9.0"
  const told = async (jobs: { job_id: string }[], audit: object[]) => {
    const runs = jobs.map(({ job_id }) => run(job_id, { job_id }))
    const rows = { "lakeflow.jobs": jobs, "lakeflow.job_run_timeline": runs, "access.audit": audit }
    const { "production-jobs-from-code": share, "jobs-of-unknown-origin": unknown } = await ask("jobs-from-code", rows)
    return [share, unknown]
  }
  test("and what the platform manages itself is not", async () => {
    const jobs = [job("a", "BUNDLE"), job("b", "SYSTEM_MANAGED"), job("c", null), job("d", null)]
    const audit = [change("c", terraform), change("d", "Mozilla/5.0")]
    expect(await told(jobs, audit)).toEqual(["0.5 of 4", "0 of 4"])
  })
  test("by the newest event that succeeded, in the same workspace", async () => {
    const before = { event_time: ago(5), event_date: dayAgo(5) }
    const jobs = [job("a", null), job("b", null)]
    const audit = [
      change("a", terraform, before),
      change("a", "Mozilla/5.0"),
      change("b", "Mozilla/5.0", before),
      change("b", terraform),
      change("a", terraform, { event_time: ago(0.5), event_date: dayAgo(0.5), response: { status_code: 403 } }),
      change("a", terraform, { event_time: ago(0.5), event_date: dayAgo(0.5), workspace_id: "2" }),
    ]
    expect(await told(jobs, audit)).toEqual(["0.5 of 2", "0 of 2"])
  })
  test("by its creation, whose id stands in the answer", async () => {
    const created = event("create", "a@example.com", {
      ...{
        user_agent: terraform,
        request_params: { name: "x" },
        response: { status_code: 200, result: '{"job_id":7}' },
      },
    })
    expect(await told([job("7", null)], [created])).toEqual(["1 of 1", "0 of 1"])
  })
  test("while the origin of one job is unknown, the share is", async () => {
    expect(await told([job("a", "BUNDLE"), job("b", null)], [])).toEqual(["untold of 2", "1 of 2"])
  })
})

test("E16: a run that a person started is no batch load, one by a service principal is", async () => {
  const told = async (runs: object[], audit: object[] = []) => {
    const rows = { "lakeflow.job_run_timeline": runs, "access.audit": audit }
    return (await ask("load-kinds", rows, { planned_loads: "batch" }))["planned-load-kinds-running"]
  }
  expect(await told([run("1")], [began("1", "a@example.com")])).toBe("0 of 1")
  expect(await told([run("1")], [began("1", robot)])).toBe("1 of 1")
  expect(await told([run("1")])).toBe("untold of 1")
  expect(await told([run("1"), run("2", { trigger_type: "CRON" })])).toBe("1 of 1")
  expect(await told([run("1", { trigger_type: "CRON", result_state: "FAILED" })])).toBe("0 of 1")
})

test("E18: what another organisation shares is left aside", async () => {
  const table = (catalog: string, name: string, format: string, type = "MANAGED") => ({
    ...{ table_catalog: catalog, table_schema: "s", table_name: name, data_source_format: format, table_type: type },
  })
  const tables = [
    table("main", "a", "DELTA"),
    table("main", "b", "PARQUET", "EXTERNAL"),
    table("main", "c", "DELTASHARING"),
    table("Partner", "d", "DELTA"),
    table("partner", "e", "DELTA"),
  ]
  const shares = [{ catalog_name: "partner", provider_name: "p", share_name: "s" }]
  const rows = { "information_schema.tables": tables, "information_schema.catalog_provider_share_usage": shares }
  expect(await ask("table-formats", rows)).toEqual({
    "tables-in-open-format": "0.5 of 2",
    "tables-managed": "0.5 of 2",
  })
})

describe("of production catalogs alone", () => {
  const gold = ["a", "b", "c"].map((table_name) => ({
    ...{ table_catalog: "prod", table_schema: "gold", table_name, table_type: "MANAGED", data_source_format: "DELTA" },
  }))
  const tables = { "information_schema.tables": gold }
  const given = { production_catalogs: "prod" }
  test("E20: watched is what is healthy or not, Unknown is not watched, and other catalogs do not count", async () => {
    const result = (catalog_name: string, table_name: string, status: string) => ({
      ...{ catalog_name, schema_name: "gold", table_name, status, event_time: ago(1) },
    })
    const results = [
      result("prod", "a", "Healthy"),
      result("prod", "b", "Unknown"),
      result("dev", "c", "Unhealthy"),
      result("dev", "x", "Unhealthy"),
    ]
    const rows = { ...tables, "data_quality_monitoring.table_results": results }
    expect(await ask("quality-monitoring", rows, given)).toEqual({
      "consumer-tables-monitored": "0.3333 of 3",
      "monitored-tables-unhealthy": "0 of 1",
    })
    expect(await ask("quality-monitoring", rows)).toEqual({
      "consumer-tables-monitored": "untold of 0",
      "monitored-tables-unhealthy": "untold of 0",
    })
  })
  test("E22: a curated table of a development catalog is none", async () => {
    const flow = (source: string, target: string) => ({
      ...{ source_table_full_name: source, target_table_full_name: target, event_date: dayAgo(1) },
      ...{ source_table_catalog: source.split(".")[0], source_table_schema: source.split(".")[1] },
    })
    const lineage = [flow("prod.silver.x", "prod.gold.a"), flow("dev.silver.x", "prod.gold.b")]
    expect(await ask("lineage-reaches-curated", { ...tables, "access.table_lineage": lineage }, given)).toEqual({
      "consumer-tables-reaching-curated": "0.3333 of 3",
    })
  })
})

test("E25: service principals and failed statements are no people in BI", async () => {
  const query = (id: string, by: string, more: object = {}) => ({
    ...{ workspace_id: "1", executed_by_user_id: id, executed_by: by, execution_status: "FINISHED" },
    ...{ start_time: ago(1), client_application: "Tableau", compute: { type: "WAREHOUSE" }, ...more },
  })
  const queries = [
    query("1", "a@example.com"),
    query("2", robot),
    query("3", "c@example.com", { execution_status: "FAILED" }),
    query("4", "d@example.com", { client_application: "Databricks SQL Editor" }),
  ]
  const told = await ask("statement-history", { "query.history": queries }, { planned_bi_users: 4 })
  expect(told).toMatchObject({ "active-bi-users-of-planned": "0.25 of 4", "active-bi-users": "1 of 1" })
})

test("E26: a dashboard that a person and a program opened has one viewer", async () => {
  const opened = (dashboard: string, id: string, by: string, days = 1) => ({
    ...{ workspace_id: "1", executed_by_user_id: id, executed_by: by, execution_status: "FINISHED" },
    ...{ start_time: ago(days), query_source: { dashboard_id: dashboard } },
  })
  const queries = [
    ...[opened("d", "1", "a@example.com"), opened("d", "2", robot)],
    ...[opened("e", "1", "a@example.com"), opened("e", "2", "b@example.com"), opened("e", "3", "c@example.com")],
    ...[opened("f", "1", "a@example.com"), opened("f", "2", "b@example.com", 29)],
  ]
  const told = await ask("statement-history", { "query.history": queries }, { planned_dashboards: 2 })
  expect(told).toMatchObject({ "viewed-dashboards-of-planned": "0.5 of 2" })
})

test("the history of statements is read once", () => {
  const reads = (table: string) => statement("statement-history").sql.split(table).length - 1
  expect(reads("system.query.history")).toBe(1)
})

test("E31: an endpoint that only answers 500 is not served and watched", async () => {
  const entity = (id: string) => ({ workspace_id: "1", served_entity_id: id, endpoint_name: id, change_time: ago(9) })
  const request = (id: string, code: number) => ({
    ...{ workspace_id: "1", served_entity_id: id, status_code: code, request_time: ago(1) },
  })
  const rows = {
    "serving.served_entities": [entity("a"), entity("b"), entity("c"), entity("d")],
    "serving.endpoint_usage": [request("a", 200), request("a", 500), request("b", 500), request("c", 403)],
  }
  expect(await ask("endpoints-answer", rows, { planned_endpoints: "a,b,c,d" })).toMatchObject({
    "planned-models-served-and-monitored": "0.25 of 4",
  })
})

test("E33: automatic is what a schedule or a service principal began, as the audit log tells", async () => {
  const runs = [
    run("1", { trigger_type: "CRON" }),
    run("2"),
    run("3"),
    run("4"),
    run("5", { trigger_type: "ONETIME_RETRY" }),
    run("6", { trigger_type: "RUN_JOB_TASK" }),
  ]
  const audit = [
    began("2", robot),
    began("3", "a@example.com"),
    event("runTriggered", "System-User", { request_params: { runId: "4" } }),
  ]
  const told = (rows: object[], events: object[]) =>
    ask("runs-triggered", { "lakeflow.job_run_timeline": rows, "access.audit": events })
  expect(await told(runs, audit)).toEqual({
    "production-runs-triggered": "0.75 of 4",
    "runs-of-unknown-start": "0 of 4",
  })
  const foreign = [began("3", robot, { workspace_id: "2" }), began("2", robot, { response: { status_code: 403 } })]
  expect(await told(runs.slice(0, 2), foreign)).toEqual({
    "production-runs-triggered": "untold of 2",
    "runs-of-unknown-start": "1 of 2",
  })
  const many = Array.from({ length: 99 }, (_, index) => run(`m${index}`, { trigger_type: "CRON" }))
  expect(await told([...many, run("x")], [])).toMatchObject({ "production-runs-triggered": "0.99 of 100" })
})

test("E35: updates of pipelines that write raw tables are loads", async () => {
  const wrote = (entity_type: string, entity_id: string, schema = "bronze") => ({
    ...{ workspace_id: "1", entity_type, entity_id, target_table_schema: schema, event_date: dayAgo(1) },
  })
  const update = (id: string, pipeline_id: string, result_state: string, days = 1) => ({
    ...{ workspace_id: "1", pipeline_id, update_id: id, result_state, period_end_time: ago(days) },
  })
  const rows = {
    "lakeflow.job_run_timeline": [run("1", { job_id: "load" }), run("2", { job_id: "mart", result_state: "FAILED" })],
    "lakeflow.pipeline_update_timeline": [
      update("u", "p", "FAILED"),
      update("v", "p", "COMPLETED"),
      update("w", "p", "CANCELED"),
      update("x", "q", "FAILED"),
      update("y", "p", "FAILED", 31),
    ],
    "access.table_lineage": [wrote("JOB", "load"), wrote("PIPELINE", "p"), wrote("PIPELINE", "q", "gold")],
  }
  expect(await ask("ingestion-runs", rows)).toEqual({ "ingestion-runs-succeeded": "0.6667 of 3" })
})

test("E38: an empty tag is no tag", async () => {
  const used = (tags: object | null) => ({
    ...{ workspace_id: "1", sku_name: "A", cloud: "AWS", usage_unit: "DBU", usage_quantity: 1, custom_tags: tags },
    ...{ usage_date: dayAgo(1), usage_end_time: ago(1) },
  })
  const price = { sku_name: "A", cloud: "AWS", usage_unit: "DBU", currency_code: "USD", price_start_time: ago(300) }
  const rows = {
    "billing.usage": [used({ cost_center: "a" }), used({ cost_center: "" }), used({ cost_center: " " }), used(null)],
    "billing.list_prices": [{ ...price, pricing: { effective_list: { default: 2 } } }],
  }
  expect(await ask("spend-attributable", rows)).toEqual({ "spend-with-cost-centre": "0.25 of 4" })
})

test("E43: the newest event's age is told without counting events", async () => {
  const events = [1, 1, 1, 3].map((days) =>
    event("x", "a@example.com", { event_time: ago(days), event_date: dayAgo(days) }),
  )
  const future = event("x", "a@example.com", { event_time: ago(-1), event_date: dayAgo(-1) })
  const { "age-of-newest-audit-event": age } = await ask("audit-flows", { "access.audit": [...events, future] })
  expect(age).toMatch(/^24(\.\d+)? of 1$/)
  expect(statement("audit-flows").sql).not.toMatch(/COUNT\(\*\)/)
})

describe("E46: a sensitive column is known to be protected, known to be open, or unknown", () => {
  const place = { catalog_name: "prod", schema_name: "s" }
  const found = (table_name: string, class_tag = "class.name") => ({
    ...{ ...place, table_name, column_name: "mail", class_tag },
  })
  const privilege = (table_name: string, privilege_type: string, grantee: string) => ({
    ...{ table_catalog: "prod", table_schema: "s", table_name, privilege_type, grantee },
  })
  const policy = (more: object) => ({
    ...{ policy_type: "COLUMN_MASK", catalog_name: "prod", to_principals: ["account users"], except_principals: [] },
    ...{ match_columns: ["has_tag('class.name')"], ...more },
  })
  const told = async (rows: object) => {
    const all = await ask("sensitive-columns", { "data_classification.results": [found("a"), found("b")], ...rows })
    return [all["sensitive-columns-protected"], all["sensitive-columns-not-seen"]]
  }
  const seen = {
    "information_schema.table_privileges": [
      privilege("a", "SELECT", "my group"),
      privilege("b", "ALL PRIVILEGES", "account users"),
    ],
  }
  const masked = { "information_schema.column_masks": [{ ...place, table_name: "a", column_name: "mail" }] }

  test("open where the table may be selected from", async () => {
    expect(await told({ ...seen, ...masked })).toEqual(["0.5 of 2", "0 of 2"])
  })
  test("unknown where it may only be browsed, or others may select", async () => {
    const browsed = {
      "information_schema.table_privileges": [
        privilege("a", "SELECT", "my group"),
        privilege("b", "BROWSE", "my group"),
        privilege("b", "SELECT", "other"),
      ],
    }
    expect(await told({ ...browsed, ...masked })).toEqual(["untold of 2", "1 of 2"])
  })
  test("open where one of one's groups owns the table", async () => {
    const owned = {
      "information_schema.tables": [
        { table_catalog: "prod", table_schema: "s", table_name: "b", table_owner: "my group" },
      ],
    }
    expect(await told({ ...masked, ...owned })).toEqual(["0.5 of 2", "0 of 2"])
  })
  test("protected by a policy on its tag, wherever it is attached, and not by one on another", async () => {
    const policies = (...list: object[]) => ({ ...seen, "information_schema.abac_policy_definitions": list })
    expect(await told(policies(policy({})))).toEqual(["1 of 2", "0 of 2"])
    expect(await told(policies(policy({ schema_name: "s", match_columns: ["hasTag('class.name') AS c"] })))).toEqual([
      "1 of 2",
      "0 of 2",
    ])
    expect(await told(policies(policy({ schema_name: "s", securable_name: "b" })))).toEqual(["0.5 of 2", "0 of 2"])
    expect(await told(policies(policy({ match_columns: ["has_tag('class.phone')"] })))).toEqual(["0 of 2", "0 of 2"])
    expect(await told(policies(policy({ catalog_name: "dev" })))).toEqual(["0 of 2", "0 of 2"])
  })
  test("unknown where a policy with conditions, exceptions or other readers may cover it", async () => {
    const unsure = [
      { when_condition: "has_tag('x')" },
      { except_principals: ["admins"] },
      { to_principals: ["analysts"] },
      { match_columns: ["has_tag_value('class.name', 'x')"] },
      { match_columns: ["has_tag('class.name') AND has_tag('y')"] },
      { policy_type: "ROW_FILTER" },
    ]
    for (const more of unsure) {
      const rows = { ...seen, "information_schema.abac_policy_definitions": [policy(more)] }
      expect(await told(rows)).toEqual(["untold of 2", "2 of 2"])
      expect(await told({ ...rows, ...masked })).toEqual(["untold of 2", "1 of 2"])
    }
  })
})

test("E49: failed sign-ins and service principals are no use", async () => {
  const login = (email: string, status: number) =>
    event("login", email, { service_name: "accounts", response: { status_code: status } })
  const audit = [
    login("a@example.com", 200),
    login("b@example.com", 401),
    login(robot, 200),
    login("a@example.com", 403),
  ]
  expect(await ask("active-users", { "access.audit": audit }, { planned_users: 2 })).toMatchObject({
    "monthly-active-users-of-planned": "0.5 of 2",
    "monthly-active-users": "1 of 1",
  })
})

test("E54: a ratio is over the runs of the poorer period, and a cost with unpriced usage is none", async () => {
  const used = (days: number, more: object = {}) => ({
    ...{ workspace_id: "1", sku_name: "A", cloud: "AWS", usage_unit: "DBU", usage_quantity: 1 },
    ...{ usage_date: dayAgo(days), usage_end_time: ago(days), usage_metadata: { job_run_id: "r" }, ...more },
  })
  const price = { sku_name: "A", cloud: "AWS", usage_unit: "DBU", currency_code: "USD", price_start_time: ago(300) }
  const rows = (...more: object[]) => ({
    "lakeflow.job_run_timeline": [
      ...Array.from({ length: 40 }, (_, index) => run(`n${index}`)),
      run("o", { period_end_time: ago(95) }),
    ],
    "billing.usage": [used(1), used(95), ...more],
    "billing.list_prices": [{ ...price, pricing: { effective_list: { default: 2 } } }],
  })
  expect(await ask("run-cost", rows())).toMatchObject({ "cost-of-successful-run-to-last-quarter": "0.025 of 1" })
  expect(await ask("run-cost", rows(used(2, { sku_name: "NEW" })))).toMatchObject({
    "cost-of-successful-run-to-last-quarter": "untold of 1",
    "cost-of-successful-run": "untold of 40",
    "job-usage-without-price": "0.3333 of 3",
  })
})

describe("E55: a use case is healthy when all it runs on did well on every due day of the last 28", () => {
  const days = Array.from({ length: 28 }, (_, index) => index + 1)
  /** At noon of a whole day in UTC, that many days ago. */
  const noon = (day: number) => `${dayAgo(day)}T12:00:00.000Z`
  const ran = (day: number, result_state = "SUCCEEDED", more: object = {}) =>
    run(`${day}${result_state}`, { period_end_time: noon(day), result_state, ...more })
  const told = async (use_cases: string, rows: object) =>
    (await ask("use-cases", { ...rows }, { use_cases }))["use-cases-healthy-fourteen-days"]
  const jobs = (list: object[]) => ({ "lakeflow.job_run_timeline": list })

  test("a missed day is seen, whichever it is, and a failure at the end of one", async () => {
    expect(await told("sales=job:1/j", jobs(days.map((day) => ran(day))))).toBe("1 of 1")
    for (const missed of [1, 14, 15, 28])
      expect(await told("sales=job:1/j", jobs(days.filter((day) => day !== missed).map((day) => ran(day))))).toBe(
        "0 of 1",
      )
    const late = ran(20, "FAILED", { period_end_time: `${dayAgo(20)}T18:00:00.000Z` })
    expect(await told("sales=job:1/j", jobs([...days.map((day) => ran(day)), late]))).toBe("0 of 1")
    const early = ran(20, "FAILED", { period_end_time: `${dayAgo(20)}T06:00:00.000Z` })
    expect(await told("sales=job:1/j", jobs([...days.map((day) => ran(day)), early]))).toBe("1 of 1")
  })
  test("another workspace's job of that id is another", async () => {
    expect(await told("sales=job:2/j", jobs(days.map((day) => ran(day))))).toBe("0 of 1")
  })
  test("a rhythm says which days are due", async () => {
    const weekday = (day: number) => ![0, 6].includes(new Date(noon(day)).getUTCDay())
    const workdays = jobs(days.filter(weekday).map((day) => ran(day)))
    expect(await told("sales=job:1/j@weekdays", workdays)).toBe("1 of 1")
    expect(await told("sales=job:1/j", workdays)).toBe("0 of 1")
    const weekly = jobs([3, 9, 17, 28].map((day) => ran(day)))
    expect(await told("sales=job:1/j@weekly", weekly)).toBe("1 of 1")
    expect(await told("sales=job:1/j@weekly", jobs([3, 9, 17].map((day) => ran(day))))).toBe("0 of 1")
    expect(await told("sales=job:1/j@hourly", weekly)).toBe("0 of 1")
  })
  test("pipelines, dashboards and endpoints are objects too, and one that fails is enough", async () => {
    const update = (day: number) => ({
      ...{
        workspace_id: "1",
        pipeline_id: "p",
        update_id: `${day}`,
        result_state: "COMPLETED",
        period_end_time: noon(day),
      },
    })
    const opened = (day: number) => ({
      workspace_id: "1",
      entity_type: "DASHBOARD_V3",
      entity_id: "d",
      event_date: dayAgo(day),
    })
    const asked = (day: number, status_code = 200) => ({
      ...{ workspace_id: "1", served_entity_id: "s", status_code, request_time: noon(day) },
    })
    const rows = {
      ...jobs(days.map((day) => ran(day))),
      "lakeflow.pipeline_update_timeline": days.map(update),
      "access.table_lineage": [1, 8, 15, 22].map(opened),
      "serving.served_entities": [
        { workspace_id: "1", served_entity_id: "s", endpoint_name: "e", change_time: ago(40) },
      ],
      "serving.endpoint_usage": [2, 10, 16, 25].map((day) => asked(day)),
    }
    const sales = "sales=job:1/j, sales=pipeline:1/p, sales=dashboard:1/d, sales=endpoint:1/e"
    expect(await told(`${sales}, stock=job:2/j, churn=job:1/none`, rows)).toBe("1 of 3")
    expect(
      await told(sales, {
        ...rows,
        "serving.endpoint_usage": [...[2, 10, 16, 25].map((day) => asked(day)), asked(11, 503)],
      }),
    ).toBe("0 of 1")
    expect(await told(sales, { ...rows, "access.table_lineage": [1, 8, 15].map(opened) })).toBe("0 of 1")
    const { sql, ...rest } = statement("use-cases")
    const each = (await lakehouse.ask(sql, rest, rows, { use_cases: `${sales}, stock=job:2/j` })).filter(
      ({ dimension }) => dimension !== "",
    )
    expect(each.map(({ dimension, value, n }) => `${dimension} ${value} ${n}`).sort()).toEqual([
      "sales 1 4",
      "stock 0 1",
    ])
  })
})
