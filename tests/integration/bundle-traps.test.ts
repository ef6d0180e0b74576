import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ago, asking, dayAgo } from "../support/bundle-questions"
import { type Lakehouse, openLakehouse } from "../support/lakehouse"

let lakehouse: Lakehouse
beforeAll(async () => {
  lakehouse = await openLakehouse()
})
afterAll(() => lakehouse.end())
const ask = asking(() => lakehouse)
const one = async (metric: string, ...asked: Parameters<typeof ask>) => (await ask(...asked))[metric]

const job = (id: string, more: object = {}) => ({
  ...{ workspace_id: "1", job_id: id, change_time: ago(9), timeout_seconds: 60, run_as_user_name: "robot" },
  ...more,
})
const run = (id: string, result: string | null, more: object = {}) => ({
  ...{
    workspace_id: "1",
    job_id: "j",
    run_id: id,
    period_end_time: ago(1),
    trigger_type: "CRON",
    result_state: result,
  },
  ...more,
})

describe("of slowly changing tables the newest row is found first and deletions are dropped then", () => {
  const jobs = [
    job("old"),
    job("old", { change_time: ago(2), delete_time: ago(2) }),
    job("kept", { timeout_seconds: 0 }),
  ]
  test("a deleted job does not rise again by its older definition", async () => {
    const asked = ["time-limits", { "lakeflow.jobs": jobs }, {}] as const
    expect(await one("jobs-with-time-limit", ...asked)).toBe("0 of 1")
    const early = (sql: string) => sql.replace("FROM system.lakeflow.jobs", "$& WHERE delete_time IS NULL")
    expect(await one("jobs-with-time-limit", ...asked, early)).toBe("0.5 of 2")
  })
  test("a deleted job is not counted by its last definition either", async () => {
    const late = (sql: string) => sql.replace("rn = 1 AND delete_time IS NULL", "rn = 1")
    expect(await one("jobs-with-time-limit", "time-limits", { "lakeflow.jobs": jobs }, {}, late)).toBe("0.5 of 2")
  })
  test("a job id that two workspaces share is two jobs", async () => {
    const shared = [job("7"), job("7", { workspace_id: "2", timeout_seconds: 0, change_time: ago(3) })]
    const asked = ["time-limits", { "lakeflow.jobs": shared }, {}] as const
    expect(await one("jobs-with-time-limit", ...asked)).toBe("0.5 of 2")
    const mixed = (sql: string) => sql.replace("PARTITION BY workspace_id, job_id", "PARTITION BY job_id")
    expect(await one("jobs-with-time-limit", ...asked, mixed)).toBe("0 of 1")
  })
  test("clusters, warehouses and served models are taken by their newest row too", async () => {
    const cluster = { workspace_id: "1", cluster_id: "c", cluster_source: "UI", change_time: ago(5) }
    const clusters = [cluster, { ...cluster, policy_id: "p", change_time: ago(1) }]
    expect(await one("clusters-without-policy", "clusters-without-policy", { "compute.clusters": clusters })).toBe(
      "0 of 1",
    )
    const gone = [...clusters, { ...cluster, change_time: ago(0.5), delete_time: ago(0.5) }]
    expect(await one("clusters-without-policy", "clusters-without-policy", { "compute.clusters": gone })).toBe(
      "untold of 0",
    )
    const warehouse = {
      workspace_id: "1",
      warehouse_id: "w",
      warehouse_type: "PRO",
      auto_stop_minutes: 0,
      change_time: ago(5),
    }
    const stopped = [
      warehouse,
      { ...warehouse, warehouse_type: "SERVERLESS", auto_stop_minutes: 10, change_time: ago(1) },
    ]
    expect(await ask("warehouses", { "compute.warehouses": stopped })).toEqual({
      "warehouses-serverless": "1 of 1",
      "warehouses-with-auto-stop": "1 of 1",
    })
    const entity = { workspace_id: "1", served_entity_id: "s", endpoint_name: "e", change_time: ago(5) }
    const requests = { workspace_id: "1", served_entity_id: "s", status_code: 200, request_time: ago(1) }
    const removed = [entity, { ...entity, change_time: ago(2), endpoint_delete_time: ago(2) }]
    const rows = { "serving.served_entities": removed, "serving.endpoint_usage": [requests] }
    expect(await one("endpoint-requests-succeeded", "endpoints-answer", rows)).toBe("untold of 0")
  })
})

describe("of runs the last slice that carries a result counts", () => {
  test("slices of an hour and runs that go on are no runs of their own", async () => {
    const slices = [
      run("long", null, { period_end_time: ago(1, 60) }),
      run("long", "SUCCEEDED"),
      run("going-on", null, { trigger_type: "ONETIME" }),
    ]
    const asked = ["runs-triggered", { "lakeflow.job_run_timeline": slices }, {}] as const
    expect(await one("production-runs-triggered", ...asked)).toBe("1 of 1")
    const unfinished = (sql: string) => sql.replace(/\s+AND result_state IS NOT NULL/, "")
    expect(await one("production-runs-triggered", ...asked, unfinished)).toBe("untold of 2")
  })
  test("a repaired run counts once, as it ended last", async () => {
    const ends = [
      run("r", "FAILED", { period_end_time: ago(2) }),
      run("r", "SUCCEEDED"),
      run("r", "SUCCEEDED", { workspace_id: "2" }),
    ]
    const asked = ["runs-succeed", { "lakeflow.job_run_timeline": ends }, {}] as const
    expect(await one("runs-succeeded", ...asked)).toBe("1 of 2")
    const every = (sql: string) => sql.replace("WHERE rn = 1", "WHERE rn > 0")
    expect(await one("runs-succeeded", ...asked, every)).toBe("0.6667 of 3")
    const first = (sql: string) => sql.replace("period_end_time DESC", "period_end_time")
    expect(await one("runs-succeeded", ...asked, first)).toBe("0.5 of 2")
    const mixed = (sql: string) => sql.replace("PARTITION BY workspace_id, run_id", "PARTITION BY run_id")
    expect(await one("runs-succeeded", ...asked, mixed)).toBe("1 of 1")
  })
  test("cancelled in either spelling and skipped runs are left out", async () => {
    const ends = ["SUCCEEDED", "FAILED", "CANCELED", "CANCELLED", "SKIPPED", "TIMED_OUT"].map((end) => run(end, end))
    const asked = ["runs-succeed", { "lakeflow.job_run_timeline": ends }, {}] as const
    expect(await one("runs-succeeded", ...asked)).toBe("0.3333 of 3")
    const spelt = (sql: string) => sql.replaceAll("NOT LIKE 'CANCEL%'", "<> 'CANCELLED'")
    expect(await one("runs-succeeded", ...asked, spelt)).toBe("0.25 of 4")
    const updates = ["COMPLETED", "CANCELED", "CANCELLED"].map((end) => ({
      ...{ workspace_id: "1", pipeline_id: "p", update_id: end, result_state: end, period_end_time: ago(1) },
    }))
    const rows = { "lakeflow.pipeline_update_timeline": updates }
    expect(await one("pipeline-updates-completed", "pipeline-updates", rows)).toBe("1 of 1")
  })
  test("runs before the window are left out", async () => {
    const rows = {
      "lakeflow.job_run_timeline": [run("new", "SUCCEEDED"), run("old", "FAILED", { period_end_time: ago(31) })],
    }
    expect(await one("runs-succeeded", "runs-succeed", rows)).toBe("1 of 1")
    expect(await one("runs-succeeded", "runs-succeed", rows, { days: 60 })).toBe("0.5 of 2")
  })
  test("job clusters are known although they were deleted after their run", async () => {
    const clusters = [
      { workspace_id: "1", cluster_id: "job", cluster_source: "JOB", change_time: ago(1), delete_time: ago(1) },
      { workspace_id: "1", cluster_id: "all", cluster_source: "UI", change_time: ago(1) },
    ]
    const task = (id: string, compute: object[] | null) => ({
      ...{ workspace_id: "1", run_id: id, result_state: "SUCCEEDED", period_end_time: ago(1), compute },
    })
    const tasks = [
      ...[
        task("a", [{ type: "CLASSIC_COMPUTE", cluster_id: "job" }]),
        task("b", [{ type: "CLASSIC_COMPUTE", cluster_id: "all" }]),
      ],
      ...[
        task("c", [{ type: "SERVERLESS_COMPUTE" }]),
        task("d", [{ type: "WAREHOUSE", warehouse_id: "w" }]),
        task("e", null),
      ],
    ]
    const asked = [
      "task-compute",
      { "compute.clusters": clusters, "lakeflow.job_task_run_timeline": tasks },
      {},
    ] as const
    expect(await ask(...asked)).toEqual({
      "task-runs-on-job-compute": "0.6667 of 3",
      "task-runs-without-compute": "1 of 5",
    })
    const living = (sql: string) => sql.replace(/(AS versions\n\s+WHERE rn = 1)/, "$1 AND delete_time IS NULL")
    expect(await one("task-runs-on-job-compute", ...asked, living)).toBe("0.5 of 2")
  })
})

describe("definitions older than mid December 2025 lack columns, so they are left out and counted", () => {
  const jobs = [
    job("told", { deployment: { kind: "BUNDLE" } }),
    job("untold", { change_time: "2025-10-01T00:00:00Z", run_as_user_name: null, timeout_seconds: null }),
  ]
  const runs = [run("1", "SUCCEEDED", { job_id: "told" }), run("2", "SUCCEEDED", { job_id: "untold" })]
  test("they are not taken for jobs without code, identity or limit", async () => {
    const rows = { "lakeflow.jobs": jobs, "lakeflow.job_run_timeline": runs }
    expect(await ask("jobs-from-code", rows)).toEqual({
      "production-jobs-from-code": "untold of 2",
      "jobs-of-unknown-origin": "1 of 2",
      "jobs-not-described": "1 of 2",
    })
    const taken = (sql: string) => sql.replace("ELSE 'unknown' END AS origin", "ELSE 'other' END AS origin")
    expect(await one("production-jobs-from-code", "jobs-from-code", rows, {}, taken)).toBe("0.5 of 2")
    expect(await one("jobs-with-time-limit", "time-limits", rows)).toBe("1 of 1")
    expect(
      await one("jobs-with-time-limit", "time-limits", rows, {}, (sql) => sql.replace("WHERE described", "")),
    ).toBe("0.5 of 2")
    expect(await one("production-jobs-as-service-principal", "service-principals", rows)).toBe("1 of 1")
  })
  test("runs that do not tell their trigger are counted apart", async () => {
    const rows = { "lakeflow.job_run_timeline": [run("1", "SUCCEEDED"), run("2", "SUCCEEDED", { trigger_type: null })] }
    expect(await ask("runs-triggered", rows)).toEqual({
      "production-runs-triggered": "untold of 2",
      "runs-of-unknown-start": "1 of 2",
    })
  })
})

describe("usage is priced", () => {
  const used = (quantity: number, more: object = {}) => ({
    ...{ workspace_id: "1", sku_name: "JOBS", cloud: "AZURE", usage_unit: "DBU", usage_quantity: quantity },
    ...{ usage_date: dayAgo(2), usage_end_time: ago(2), record_type: "ORIGINAL", custom_tags: {}, ...more },
  })
  const price = (amount: number, more: object = {}) => ({
    ...{ sku_name: "JOBS", cloud: "AZURE", usage_unit: "DBU", currency_code: "USD", price_start_time: ago(300) },
    ...{ price_end_time: null, pricing: { default: 9, effective_list: { default: amount } }, ...more },
  })
  const spend = async (usage: object[], prices: object[], broken?: (sql: string) => string) =>
    one("spend-at-list-price", "baseline", { "billing.usage": usage, "billing.list_prices": prices }, {}, broken)

  test("with retractions and restatements", async () => {
    const usage = [used(10), used(-10, { record_type: "RETRACTION" }), used(4, { record_type: "RESTATEMENT" })]
    expect(await spend(usage, [price(2)])).toBe("8 of 3")
    const original = (sql: string) =>
      sql.replace("WHERE used.usage_date", "WHERE used.record_type = 'ORIGINAL' AND used.usage_date")
    expect(await spend(usage, [price(2)], original)).toBe("20 of 1")
  })
  test("once where price rows overlap, by the one that began last", async () => {
    const prices = [price(2), price(3, { price_start_time: ago(100) })]
    expect(await spend([used(10)], prices)).toBe("30 of 1")
    const open = (sql: string) =>
      sql.replace(/LEAST\(price_end_time, LEAD[\s\S]*?\)\) AS price_end_time/, "price_end_time")
    expect(await spend([used(10)], prices, open)).toBe("50 of 2")
    expect(
      await spend(
        [used(10, { usage_date: dayAgo(20), usage_end_time: ago(20) })],
        [price(2, { price_end_time: ago(10) })],
      ),
    ).toBe("20 of 1")
  })
  test("in one currency, cloud and unit", async () => {
    const others = [price(5, { currency_code: "EUR" }), price(6, { cloud: "AWS" }), price(7, { usage_unit: "GB" })]
    expect(await spend([used(10)], [price(2), ...others])).toBe("20 of 1")
    const any = (sql: string) => sql.replace(/\s+AND P.currency_code = :currency/, "")
    expect(await spend([used(10)], [price(2), ...others], any)).toBe("70 of 2")
  })
  test("or seen to have no price", async () => {
    const rows = { "billing.usage": [used(10), used(5, { sku_name: "NEW" })], "billing.list_prices": [price(2)] }
    expect(await ask("baseline", rows)).toMatchObject({
      "workspaces-in-use": "1 of 2",
      "spend-at-list-price": "20 of 1",
      "usage-without-price": "0.5 of 2",
    })
    const dropped = (sql: string) => sql.replace("LEFT JOIN P", "JOIN P")
    expect(await one("usage-without-price", "baseline", rows, {}, dropped)).toBe("0 of 1")
    const elsewhere = { ...rows, "billing.list_prices": [price(2, { currency_code: "EUR" })] }
    expect(await one("usage-without-price", "baseline", elsewhere)).toBe("1 of 2")
    const filtered = (sql: string) => sql.replace(/\s+AND (P.currency_code = :currency)\s+WHERE/, " WHERE $1 AND")
    expect(await one("usage-without-price", "baseline", elsewhere, {}, filtered)).toBe("untold of 0")
  })
  test("and told by cost centre, however much of it", async () => {
    const usage = [
      used(3, { custom_tags: { cost_center: "a" } }),
      used(1),
      used(9, { sku_name: "NEW" }),
      used(0, { custom_tags: null }),
    ]
    const rows = { "billing.usage": usage, "billing.list_prices": [price(2)] }
    expect(await one("spend-with-cost-centre", "spend-attributable", rows)).toBe("0.75 of 3")
    expect(await one("spend-with-cost-centre", "spend-attributable", rows, { tag: "team" })).toBe("0 of 3")
  })
})
