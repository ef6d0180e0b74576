import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ago, asking, dayAgo, statement } from "../support/bundle-questions"
import { type Lakehouse, openLakehouse } from "../support/lakehouse"

let lakehouse: Lakehouse
beforeAll(async () => {
  lakehouse = await openLakehouse()
})
afterAll(() => lakehouse.end())
const ask = asking(() => lakehouse)

describe("of compute", () => {
  const cluster = (id: string, more: object) => ({ workspace_id: "1", cluster_id: id, change_time: ago(1), ...more })
  const clusters = [
    cluster("a", {
      cluster_source: "UI",
      policy_id: "p",
      data_security_mode: "USER_ISOLATION",
      auto_termination_minutes: 60,
    }),
    cluster("b", { cluster_source: "API", data_security_mode: "NONE", auto_termination_minutes: 0 }),
    cluster("c", { cluster_source: "UI", data_security_mode: "SINGLE_USER", auto_termination_minutes: 240 }),
    cluster("d", { cluster_source: "JOB", data_security_mode: "LEGACY_SINGLE_USER" }),
    cluster("e", { cluster_source: "PIPELINE" }),
  ]
  test("policies, access modes and stopping are judged for the clusters they are meant for", async () => {
    const rows = { "compute.clusters": clusters }
    expect(await ask("clusters-without-policy", rows)).toEqual({ "clusters-without-policy": "2 of 3" })
    expect(await ask("access-modes", rows)).toEqual({ "compute-in-catalog-access-modes": "0.5 of 4" })
    expect(await ask("auto-termination", rows)).toEqual({ "compute-without-auto-termination": "2 of 3" })
  })
  test("a minute with a processor below five per cent is idle, one without figures is none", async () => {
    const minutes = [
      [1, 1],
      [60, 5],
      [4, 2],
      [null, null],
    ].map(([user, system]) => ({
      ...{ workspace_id: "1", cluster_id: "a", start_time: ago(1), cpu_user_percent: user, cpu_system_percent: system },
    }))
    expect(await ask("idle-clusters", { "compute.node_timeline": minutes })).toEqual({
      "cluster-time-idle": "0.3333 of 3",
    })
  })
})

describe("of people only numbers are told", () => {
  const event = (email: string, days: number) => ({
    ...{ workspace_id: "1", user_identity: { email }, event_time: ago(days), event_date: dayAgo(days) },
  })
  const events = [
    event("A@example.com", 1),
    event("a@example.com", 2),
    event("b@example.com", 20),
    event("c@example.com", 40),
  ]
  const others = [event("0a1b2c3d-0000-0000-0000-00000000abcd", 1), event("System-User", 1)]
  const query = (person: string, days: number, more: object = {}) => ({
    ...{
      workspace_id: "1",
      executed_by_user_id: person,
      executed_by: `${person}@example.com`,
      statement_text: "SELECT secret",
    },
    ...{
      execution_status: "FINISHED",
      start_time: ago(days),
      compute: { type: "WAREHOUSE" },
      total_duration_ms: 2000,
      ...more,
    },
  })
  const dashboard = (id: string) => ({ query_source: { dashboard_id: id } })

  test("active people are counted once, however they are spelt, without robots", async () => {
    const rows = { "access.audit": [...events, ...others] }
    expect(await ask("active-users", rows, { planned_users: 4 })).toEqual({
      "monthly-active-users-of-planned": "0.5 of 4",
      "monthly-active-users": "2 of 3",
      "weekly-active-users": "1 of 2",
    })
    expect(await ask("active-users", rows)).toMatchObject({ "monthly-active-users-of-planned": "untold of 0" })
    expect(await ask("active-users", {}, { planned_users: 4 })).toMatchObject({
      "monthly-active-users-of-planned": "0 of 4",
    })
    const { "age-of-newest-audit-event": age } = await ask("audit-flows", {
      "access.audit": [event("x", 0.5), event("x", -1)],
    })
    expect(age).toMatch(/^12(\.00\d+)? of 1$/)
  })
  test("people in BI are those of its tools and dashboards", async () => {
    const queries = [
      query("1", 1, { client_application: "Databricks SQL Power BI connector" }),
      query("2", 1, dashboard("d")),
      query("3", 1),
    ]
    expect(
      await ask(
        "statement-history",
        { "query.history": [...queries, query("2", 2, dashboard("e")), query("4", 31, dashboard("d"))] },
        { planned_bi_users: 8 },
      ),
    ).toMatchObject({
      "active-bi-users-of-planned": "0.25 of 8",
      "active-bi-users": "2 of 3",
    })
  })
  test("a dashboard is viewed when two people opened it", async () => {
    const queries = [
      query("1", 1, dashboard("d")),
      query("2", 2, dashboard("d")),
      query("1", 1, dashboard("e")),
      query("1", 2, dashboard("e")),
    ]
    expect(await ask("statement-history", { "query.history": queries }, { planned_dashboards: 2 })).toMatchObject({
      "viewed-dashboards-of-planned": "0.5 of 2",
    })
  })
  test("self-service grows against the thirty days before, and nothing grows from nobody", async () => {
    const genie = { query_source: { genie_space_id: "g" } }
    const now = [query("1", 1, genie), query("2", 2, dashboard("d")), query("3", 3, genie), query("3", 3)]
    const before = [query("1", 40, genie), query("2", 50, dashboard("d"))]
    expect(await ask("statement-history", { "query.history": [...now, ...before] })).toMatchObject({
      "growth-of-self-service-users": "0.5 of 2",
    })
    expect(await ask("statement-history", { "query.history": now })).toMatchObject({
      "growth-of-self-service-users": "untold of 0",
    })
  })
  test("speed is told of warehouses alone, in seconds", async () => {
    const slow = Array.from({ length: 19 }, (_, index) =>
      query(String(index), 1, { waiting_at_capacity_duration_ms: 100 }),
    )
    const rows = [
      ...slow,
      query("x", 1, { execution_status: "FAILED", waiting_at_capacity_duration_ms: 40_100 }),
      query("y", 1, { compute: { type: "SERVERLESS_COMPUTE" } }),
      query("z", 1, { execution_status: "CANCELED" }),
    ]
    expect(await ask("statement-history", { "query.history": rows })).toMatchObject({
      "warehouse-queries-failed": "0.05 of 20",
      "ninety-fifth-percentile-of-waiting": "2.1 of 20",
      "ninety-fifth-percentile-of-duration": "2 of 20",
    })
  })
  test("no answer holds an address, a user's id or a text", async () => {
    const rows = {
      "access.audit": [...events, ...others],
      "query.history": [query("4711", 1, dashboard("d")), query("4712", 2, dashboard("d"))],
    }
    for (const measure of ["active-users", "statement-history", "use-cases"]) {
      const { sql, ...rest } = statement(measure)
      const told = JSON.stringify(await lakehouse.ask(sql, rest, rows, { use_cases: "sales=dashboard:1/d" }))
      expect(told).not.toMatch(/@|4711|secret|[0-9a-f]{64}/)
    }
  })
})

describe("of models", () => {
  test("tracked runs that go on or were deleted are left out", async () => {
    const run = (status: string, more: object = {}) => ({ run_id: status, status, start_time: ago(1), ...more })
    const runs = [
      run("FINISHED"),
      run("FAILED"),
      run("RUNNING"),
      run("FINISHED", { delete_time: ago(0) }),
      run("KILLED", { start_time: ago(31) }),
    ]
    expect(await ask("tracked-runs", { "mlflow.runs_latest": runs })).toEqual({ "tracked-runs-finished": "0.5 of 2" })
  })
  test("requests fail from 500 on, and a planned model is served when it was asked", async () => {
    const entity = (id: string) => ({
      workspace_id: "1",
      served_entity_id: id,
      endpoint_name: `${id}-end`,
      change_time: ago(9),
    })
    const request = (id: string, code: number, workspace = "1") => ({
      ...{ workspace_id: workspace, served_entity_id: id, status_code: code, request_time: ago(1) },
    })
    const rows = {
      "serving.served_entities": [entity("a"), entity("b")],
      "serving.endpoint_usage": [request("a", 200), request("a", 429), request("a", 503), request("a", 200, "2")],
    }
    expect(await ask("endpoints-answer", rows, { planned_endpoints: "a-end,b-end" })).toEqual({
      "endpoint-requests-succeeded": "0.6667 of 3",
      "planned-models-served-and-monitored": "0.5 of 2",
    })
  })
})

describe("of value", () => {
  const run = (id: string, days: number, state = "SUCCEEDED") => ({
    ...{ workspace_id: "1", job_id: "j", run_id: id, result_state: state, period_end_time: ago(days) },
  })
  test("the cost of a successful run is set beside a quarter ago, for this region's workspaces", async () => {
    const used = (quantity: number, days: number, more: object = {}) => ({
      ...{
        workspace_id: "1",
        sku_name: "JOBS",
        cloud: "AWS",
        usage_unit: "DBU",
        usage_quantity: quantity,
        usage_date: dayAgo(days),
      },
      ...{ usage_end_time: ago(days), usage_metadata: { job_run_id: "r" }, ...more },
    })
    const price = {
      sku_name: "JOBS",
      cloud: "AWS",
      usage_unit: "DBU",
      currency_code: "USD",
      price_start_time: ago(300),
    }
    const rows = {
      "lakeflow.job_run_timeline": [run("1", 1), run("2", 2), run("3", 3, "FAILED"), run("4", 95), run("5", 60)],
      "billing.usage": [
        used(6, 1),
        used(5, 95),
        used(50, 60),
        used(99, 1, { workspace_id: "9" }),
        used(9, 1, { usage_metadata: null }),
      ],
      "billing.list_prices": [{ ...price, pricing: { effective_list: { default: 2 } } }],
    }
    expect(await ask("run-cost", rows, { target_run_cost: 4 })).toEqual({
      "cost-of-successful-run-to-last-quarter": "0.6 of 1",
      "cost-of-successful-run-to-target": "1.5 of 2",
      "cost-of-successful-run": "6 of 2",
      "job-usage-without-price": "0 of 3",
    })
    expect(await ask("run-cost", rows)).toMatchObject({ "cost-of-successful-run-to-target": "untold of 0" })
  })
})
