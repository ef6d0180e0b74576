import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import { RAN_WITH, sqlFile } from "@/lib/platform/facts/bundle/sql-file"
import { bundleReader } from "@/lib/platform/facts/formats/bundle"
import { metricKinds } from "@/lib/platform/facts/kinds"
import { otherParameters } from "@/lib/platform/facts/parameters"
import type { Rule } from "@/lib/platform/facts/rule-shapes"
import { sayReason } from "@/lib/platform/facts/say-reason"
import { ago, bundle, dayAgo, release } from "../support/bundle-questions"
import { type Lakehouse, openLakehouse, type ScriptRow } from "../support/lakehouse"

let lakehouse: Lakehouse
beforeAll(async () => {
  lakehouse = await openLakehouse()
})
afterAll(() => lakehouse.end())

const runs = ["1", "2"].map((id) => ({
  ...{
    workspace_id: id,
    job_id: "j",
    run_id: id,
    result_state: "FAILED",
    trigger_type: "CRON",
    period_end_time: ago(1),
  },
}))
const rows = { "lakeflow.job_run_timeline": runs, "billing.usage": [{ workspace_id: "1", usage_date: dayAgo(1) }] }
const settled = { region: "west'europe", days: "14" }
const filled = bundleOf(release, { settled })
const figures = (all: readonly ScriptRow[]) => all.filter(({ metric }) => metric !== RAN_WITH)

describe("the script", () => {
  test("gives what its statements give apart", async () => {
    const one = figures(await lakehouse.run(sqlFile(filled), rows))
    const apart = []
    for (const each of bundle.statements) apart.push(...(await lakehouse.ask(each.sql, each, rows, settled)))
    const bare = (all: object[]) => all.map((row) => JSON.stringify({ ...row, as_of: "", reason: null })).sort()
    expect(bare(one)).toEqual(bare(apart))
    expect(one.length).toBeGreaterThan(bundle.statements.length)
    expect(one.filter(({ reason }) => reason !== null)).toEqual([])
  })
  test("tells what it ran with", async () => {
    const told = (await lakehouse.run(sqlFile(filled))).filter(({ metric }) => metric === RAN_WITH)
    const all = release.measures.flatMap((file) => file.parameters)
    expect(told.map(({ dimension }) => dimension.split("=")[0]).sort()).toEqual(all.map(({ name }) => name).sort())
    const leaveOut = new Set(bundle.statements.map(({ measure }) => measure).filter((each) => each !== "runs-succeed"))
    const few = await lakehouse.run(sqlFile(bundleOf(release, { settled, leaveOut })))
    const ran = few.filter(({ metric }) => metric === RAN_WITH).map(({ dimension }) => dimension)
    expect(ran.sort()).toEqual(told.map(({ dimension }) => dimension).sort())
    const agrees = Object.fromEntries(
      ran.map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]),
    )
    expect(otherParameters(release, settled, agrees)).toEqual([])
    expect(otherParameters(release, { ...settled, days: "7" }, agrees)).toEqual(["days"])
    expect(told.map(({ dimension }) => dimension)).toEqual(
      expect.arrayContaining(["days=14", "region=west'europe", "tag=cost_center"]),
    )
    for (const row of told)
      expect(row).toMatchObject({ value: null, n: 0, bundle_version: bundle.version, region: "west'europe" })
  })
  test.each([
    ["lakeflow.pipeline_update_timeline"],
    ["access.audit"],
    ["query.history"],
    ["data_classification.results"],
    ["billing.list_prices"],
  ])("loses without %s only what reads it, and says which measure and why", async (missing) => {
    const whole = figures(await lakehouse.run(sqlFile(filled), rows))
    const told = figures(await lakehouse.run(sqlFile(filled), { ...rows, [missing]: [] }, [missing]))
    const hit = bundle.statements.filter(({ reads }) => reads.includes(`system.${missing}`))
    const lost = told.filter(({ reason }) => reason !== null)
    expect(hit.length).toBeGreaterThan(0)
    expect(lost.map(({ metric, reason }) => `${metric} ${reason}`).sort()).toEqual(
      hit
        .flatMap(({ measure, metrics }) =>
          [...new Set(metrics)].map((metric) => `${metric} ${measure}: TABLE_OR_VIEW_NOT_FOUND`),
        )
        .sort(),
    )
    for (const row of lost)
      expect(row).toMatchObject({ value: null, n: 0, dimension: "", bundle_version: bundle.version })
    const metrics = new Set(lost.map(({ metric }) => metric))
    const bare = (all: readonly ScriptRow[]) =>
      all
        .filter(({ metric }) => !metrics.has(metric))
        .map((row) => JSON.stringify({ ...row, as_of: "" }))
        .sort()
    expect(bare(told)).toEqual(bare(whole))
  })
  test("loses by a parameter that is no date the baseline alone", async () => {
    const broken = bundleOf(release, { settled: { baseline_until: "last June" } })
    const lost = figures(await lakehouse.run(sqlFile(broken), rows)).filter(({ reason }) => reason !== null)
    expect(new Set(lost.map(({ reason }) => reason))).toEqual(new Set(["baseline: CAST_INVALID_INPUT"]))
  })
})

test("its table is read by the import: figures as they are, what was lost as not measured with its reason", async () => {
  const now = new Date(Date.now() + 1000).toISOString()
  const places = { workspace: "", regional: new Set<string>(), local: new Set<string>() }
  const context = {
    ...{ now, takenAt: null, region: "", kinds: metricKinds(release), bundleVersion: bundle.version },
    ...{ ...places, statements: new Map<string, string>() },
  }
  const reader = bundleReader(context)
  const told = await lakehouse.run(sqlFile(filled), rows, ["access.audit"])
  const seen: string[] = []
  for (const [line, row] of told.entries()) {
    const cells = new Map(Object.entries(row).map(([name, value]) => [name, value === null ? "" : String(value)]))
    const [read] = reader.take({ table: "", line, cells })
    if (row.metric === RAN_WITH) {
      const [name = "", ...value] = row.dimension.split("=")
      expect(read).toEqual({ ranWith: name, as: value.join("=") })
      continue
    }
    const { metric, value, n, region, reason } = row
    expect(read).toMatchObject({ fact: { metric, value, n, region, reason } })
    if (!read || !("fact" in read) || reason === null) continue
    const rule: Rule = {
      evidence: "E33",
      metric,
      comparison: "at-least",
      threshold: 0.9,
      unit: "share",
      freshnessDays: 7,
      leastN: 20,
      dimensions: [],
      regions: [],
    }
    const fact = { ...read.fact, factSetId: null, takenAt: now }
    const scope = { isDeclared: true, unreported: [], undeclared: [], outside: false }
    seen.push(sayReason({ rule, code: "not-measured", facts: [fact], count: 1, missing: [], scope }))
  }
  expect(seen.some((text) => text.includes("Not measured: table or view not found (runs-triggered)"))).toBe(true)
})
