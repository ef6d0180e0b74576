import { describe, expect, test } from "vitest"
import { checksOf } from "./checks"
import { findFlaws } from "./integrity"
import { bareSql, metricsIn, parametersIn } from "./measure-flaws"
import { evidenceOfMeasure, Measure, type SqlMeasure } from "./measures"
import type { Release } from "./release"
import { loadRelease } from "./server/releases"

const release = loadRelease("2026.1")
const measures = release.measures.flatMap((file) => file.measures)
const reasonsOf = (broken: Release) => findFlaws(broken).map(({ reason }) => reason)
/** The release with one measure in place of, or beside, its own. */
const withMeasure = (key: string, change: (measure: Measure) => Measure[]): Release => ({
  ...release,
  measures: release.measures.map((file) => ({
    ...file,
    measures: file.measures.flatMap((measure) => (measure.key === key ? change(measure) : [measure])),
  })),
})
const withSql = (change: (sql: string) => string) =>
  withMeasure("runs-succeed", (measure) => [{ ...measure, sql: change((measure as SqlMeasure).sql) } as Measure])

describe("the measures of the release", () => {
  test("answer the metric of every fact rule, each by exactly one measure", () => {
    const asked = checksOf(release).flatMap(({ check }) => (check.kind === "fact" ? [check.rule.metric] : []))
    expect(measures.flatMap(({ metrics }) => metrics).sort()).toEqual([...new Set(asked)].sort())
    expect(asked).toHaveLength(66)
  })

  test("have a word for each of the 55 pieces of evidence", () => {
    const evidence = Array.from({ length: 55 }, (_, index) => `E${String(index + 1).padStart(2, "0")}`)
    expect([...new Set(measures.flatMap(evidenceOfMeasure))].sort()).toEqual(evidence)
  })

  test("leave to interfaces, imports and people just what SQL cannot tell", () => {
    const others = measures.flatMap(({ kind, evidence, metrics }) =>
      kind === "sql" ? [] : [`${evidence} ${kind} ${metrics.join(", ")}`.trim()],
    )
    expect(others.sort()).toMatchInlineSnapshot(`
      [
        "E02 import unexplained-unreadable-objects",
        "E03 rest production-catalogs-in-order",
        "E05 rest workspaces-with-metastore",
        "E06 rest system-schemas-enabled",
        "E08 rest policy-compliance",
        "E11 rest compute-on-unsupported-runtime",
        "E12 import secrets-found-in-notebooks",
        "E12 rest scopes-holding-secrets",
        "E17 import tables-in-unity-catalog",
        "E21 import rows-passing-quality-rules",
        "E29 rest production-models-in-unity-catalog",
        "E32 rest external-endpoints-guarded",
        "E36 rest scheduled-jobs-with-failure-notification",
        "E39 rest cost-centres-with-budget",
        "E41 rest tokens-beyond-ninety-days",
        "E42 rest most-admins-in-a-workspace",
        "E43 rest workspaces-with-verbose-audit",
        "E45 rest workspaces-with-legacy-off",
        "E47 rest workspaces-with-closed-network",
        "E48 import high-severity-failures",
        "E50 rest active-of-provisioned-users",
        "E52 attested",
      ]
    `)
  })

  test("read nothing that a person wrote or is called by", () => {
    const texts = [
      ...release.measures.flatMap((file) => file.fragments),
      ...measures.flatMap((m) => (m.kind === "sql" ? [m] : [])),
    ]
    const personal =
      /\b(statement_text|executed_by|executed_as|created_by|creator_\w+|owned_by|table_owner|requester|run_name|request_params|samples|query_parameters|source_ip_address)\b/
    // Who somebody is may be asked in a condition that tells people from programs or oneself from others; nothing is told of it.
    const asked = [
      /\w+\.executed_by LIKE ''|COALESCE\(\w+\.executed_by, ''\) LIKE ''/g,
      /table_owner = current_user\(\)|is_account_group_member\(table_owner\)/g,
      /try_element_at\(audit\.request_params, ''\)/g,
    ]
    const rest = (sql: string) => asked.reduce((text, pattern) => text.replace(pattern, ""), bareSql(sql))
    expect(texts.filter(({ sql }) => personal.test(rest(sql))).map(({ key }) => key)).toEqual([])
    const parameters = texts.flatMap(({ sql }) => [...sql.matchAll(/request_params, '(\w+)'/g)].map(([, name]) => name))
    expect(new Set(parameters)).toEqual(new Set(["runId", "job_id"]))
    expect(texts.filter(({ sql }) => /select \*|\.\*/i.test(sql)).map(({ key }) => key)).toEqual([])
  })

  test("ask nothing about the legacy metastore, of which the information schema knows nothing", () => {
    expect(JSON.stringify(release.measures)).not.toContain("hive_metastore")
    expect(measures.find(({ metrics }) => metrics.includes("tables-in-unity-catalog"))?.kind).toBe("import")
  })
})

describe("a release is refused when a measure", () => {
  test("is missing for the metric of a rule", () => {
    expect(reasonsOf(withMeasure("runs-succeed", () => []))).toEqual(['nothing measures "runs-succeeded"'])
  })
  test("answers a metric that another answers, or no rule asks", () => {
    const twice = withMeasure("baseline", (measure) => [measure, { ...measure, key: "again" }])
    expect(reasonsOf(twice)).toEqual(['the metric "baseline-snapshots" is there twice'])
    expect(reasonsOf(withMeasure("training", (measure) => [{ ...measure, metrics: ["courses"] }]))).toEqual([
      'no rule of E52 asks "courses"',
    ])
  })
  test("uses a parameter or a fragment that does not exist", () => {
    expect(reasonsOf(withSql((sql) => `${sql} LIMIT :most`))).toEqual(['there is no parameter "most"'])
    expect(reasonsOf(withMeasure("runs-succeed", (m) => [{ ...m, uses: ["NONE"] } as Measure]))).toEqual([
      'there is no fragment "NONE" before',
    ])
  })
  test("does more than read", () => {
    expect(reasonsOf(withSql(() => "DELETE FROM system.lakeflow.jobs"))).toContain(
      "only reading is allowed, not DELETE",
    )
    expect(reasonsOf(withSql((sql) => `${sql}; SELECT 1`))).toEqual([
      "an SQL text is one statement without a semicolon",
    ])
  })
  test("gives other metrics than it says", () => {
    expect(reasonsOf(withSql((sql) => sql.replace("'runs-succeeded'", "'runs-failed'")))).toEqual([
      'does not say "runs-failed"',
      'never gives "runs-succeeded"',
    ])
  })
  test("has no shape", () => {
    expect(Measure.safeParse({ ...measures[0], kind: "guess" }).success).toBe(false)
  })
})

describe("an SQL text", () => {
  test("shows its parameters and metrics, but not those in comments and quotes", () => {
    const sql = "SELECT 'a-b' AS metric, ':no' FROM t WHERE x > :days AND y = :days -- :never\nAND z = :tag"
    expect(parametersIn(sql)).toEqual(["days", "tag"])
    expect(metricsIn(sql)).toEqual(["a-b"])
  })
})
