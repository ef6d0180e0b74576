import { SparkSQL } from "dt-sql-parser/dist/parser/spark"
import { describe, expect, test } from "vitest"
import { bareSql } from "@/lib/pack/measure-flaws"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleOf, bundleVersion } from "./bundle"
import { quiet, resultColumns } from "./compose"
import { notebook, reasonColumn } from "./notebook"
import { sqlFile } from "./sql-file"

const release = loadRelease("2026.1")
const bundle = bundleOf(release)
const parser = new SparkSQL()
const faultsOf = (sql: string) => parser.validate(sql).map(({ message }) => message)
const verbsOf = (sql: string) =>
  bareSql(sql).match(/\b(insert|update|delete|merge|create|alter|drop|grant|set|call|use)\b/gi)

describe("every statement of the bundle", () => {
  test.each(bundle.statements.map((statement) => [statement.measure, statement] as const))(
    "holds the grammar of Spark SQL: %s",
    (_, { sql }) => {
      expect(faultsOf(sql)).toEqual([])
      expect(bareSql(sql)).toMatch(/^\s*(--.*\s*)*WITH\b/)
      expect(verbsOf(sql)).toBeNull()
    },
  )

  test("says what it reads, why, and which parameters it needs", () => {
    for (const { comment, reads, sql, parameters, metrics } of bundle.statements) {
      expect(comment).toMatch(/Tables: system\./)
      expect(reads.length).toBeGreaterThan(0)
      for (const table of reads) expect(sql).toContain(table)
      for (const { name } of parameters) expect(bareSql(sql)).toContain(`:${name}`)
      expect(metrics.length).toBeGreaterThan(0)
    }
  })

  test("needs no fragment that it does not have, and has none that it does not need", () => {
    for (const { sql } of bundle.statements)
      for (const [, key] of sql.matchAll(/^([A-Z][A-Z0-9]*) AS \($/gm))
        if (key !== "MEASURED") expect(sql.match(new RegExp(`\\b(FROM|JOIN) ${key}\\b`))).not.toBeNull()
  })

  test("gives the columns that an import expects", () => {
    for (const { sql } of bundle.statements) {
      const [, last = ""] = sql.split(/^SELECT metric/m)
      expect(
        [...`metric${last}`.matchAll(/(?:AS |^|, )(metric|dimension|value|n|as_of|region|bundle_version)\b/g)].map(
          ([, c]) => c,
        ),
      ).toEqual([...resultColumns])
    }
  })
})

test("a broken statement is seen", () => {
  const [first] = bundle.statements
  expect(faultsOf(first?.sql.replace("FROM MEASURED", "FORM MEASURED") ?? "")).not.toEqual([])
  expect(faultsOf(first?.sql.replace("WITH", "WITHOUT") ?? "")).not.toEqual([])
})

describe("the version of the bundle", () => {
  const changed = {
    ...release,
    measures: release.measures.map((file) => ({
      ...file,
      fragments: file.fragments.map((each) => ({ ...each, sql: each.sql.replace("rn = 1", "rn = 2") })),
    })),
  }
  test("names the release and stands in every statement", () => {
    expect(bundle.version).toMatch(/^2026\.1-[0-9a-f]{16}$/)
    for (const { sql } of bundle.statements) expect(sql).toContain(`'${bundle.version}' AS bundle_version`)
  })
  test("changes with what is measured, and not with what is left out", () => {
    expect(bundleVersion(changed)).not.toBe(bundle.version)
    expect(bundleVersion({ ...release, key: "2026.2" })).not.toBe(bundle.version)
    const fewer = bundleOf(release, { leaveOut: new Set(["tracked-runs", "load-kinds"]) })
    expect(fewer.version).toBe(bundle.version)
    expect(fewer.statements).toHaveLength(bundle.statements.length - 2)
    expect(fewer.parameters.map(({ name }) => name)).not.toContain("planned_loads")
  })
})

describe("the file of SQL", () => {
  const file = sqlFile(bundle)
  test("is one query that only reads", () => {
    expect(faultsOf(file)).toEqual([])
    expect(bareSql(file).match(/;/g)).toHaveLength(1)
    expect(verbsOf(file)).toBeNull()
    expect(file.match(/^UNION ALL$/gm)).toHaveLength(bundle.statements.length - 1)
  })
  test("explains what leaves the platform, every parameter, every table and every statement", () => {
    const head = file.slice(0, file.indexOf("SELECT"))
    expect(head).toContain("What leaves the platform")
    for (const { name } of bundle.parameters) expect(head).toContain(`--   ${name} (`)
    for (const { measure, reads, evidence } of bundle.statements) {
      expect(file).toContain(`-- ${evidence} ${measure}\n-- `)
      for (const table of reads) expect(head).toContain(`--   ${table}\n`)
    }
  })
  test("holds no comment that an editor could take for a parameter or the end of a statement", () => {
    const comments = file.split("\n").filter((line) => line.trimStart().startsWith("--"))
    expect(comments.filter((line) => /:\w|;/.test(line))).toEqual([])
    expect(quiet("a:b  c; d")).toBe("a: b c - d")
  })
  test("never mentions a person's column or a statement's text", () => {
    const people = /statements\.executed_by LIKE ''|COALESCE\(statements\.executed_by, ''\) LIKE ''/g
    expect(bareSql(file).replace(people, "")).not.toMatch(/statement_text|executed_by\b|created_by|requester/)
    expect(bareSql(file).match(/\bemail\b/g)).toHaveLength(
      (bareSql(file).match(/lower\(audit\.user_identity\.email\)|email LIKE/g) ?? []).length,
    )
  })
})

describe("the notebook", () => {
  const text = notebook(bundle)
  test("is a Databricks source file with a field for each parameter", () => {
    expect(text.startsWith("# Databricks notebook source\n# MAGIC %md\n")).toBe(true)
    for (const { name, fallback } of bundle.parameters)
      expect(text).toContain(`dbutils.widgets.text("${name}", ${JSON.stringify(fallback)})`)
  })
  test("runs every measure in a cell of its own, so that what may not be read loses that one alone", () => {
    const cells = text.split("\n\n# COMMAND ----------\n\n")
    for (const { sql, evidence } of bundle.statements) {
      const own = cells.filter((cell) => cell.includes(sql))
      expect(own).toHaveLength(1)
      expect(own[0]?.startsWith(`# ${evidence} `)).toBe(true)
    }
    expect(text).toMatch(/except Exception as error/)
    expect(text).not.toMatch(/str\(error\)|\{error\}|error\.message/)
  })
  test("shows one table with the columns of the statements and the reason", () => {
    const schema = /schema = "(.*)"/.exec(text)?.[1]
    expect(schema?.split(", ").map((column) => column.split(" ")[0])).toEqual([...resultColumns, reasonColumn])
    expect(text.trimEnd().endsWith("display(spark.createDataFrame(rows, schema))")).toBe(true)
  })
})
