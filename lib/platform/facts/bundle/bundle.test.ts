import { SparkSQL } from "dt-sql-parser/dist/parser/spark"
import { describe, expect, test } from "vitest"
import { bareSql } from "@/lib/pack/measure-flaws"
import { loadRelease } from "@/lib/pack/server/releases"
import { addedRows, type Compound, readScript } from "@/tests/support/sql-script"
import { bundleOf, bundleVersion } from "./bundle"
import { resultColumns } from "./compose"
import { quiet } from "./folded"
import { grantScript } from "./grants"
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
  const script = readScript(file)
  const blocks = script.steps.flatMap((step) => (step.kind === "compound" ? [step.compound] : []))
  const gathers = ({ steps }: Compound) =>
    steps.flatMap((step) => (step.kind === "set" ? [addedRows(step.variable, step.expression)] : []))
  test("is one script of documented syntax that only reads, with a block and a handler for each statement", () => {
    expect(blocks).toHaveLength(bundle.statements.length)
    expect(script.handler).toBeNull()
    expect(script.steps.map(({ kind }) => kind)).toEqual(["set", ...blocks.map(() => "compound"), "query"])
    for (const each of blocks) {
      expect(each.steps.map(({ kind }) => kind)).toEqual(["set"])
      expect(each.handler?.steps.map(({ kind }) => kind)).toEqual(["diagnose", "set"])
    }
    expect(
      bareSql(file).match(/\b(insert|update|delete|merge|create|alter|drop|grant|call|use|execute)\b/gi),
    ).toBeNull()
  })
  test("gathers rows by queries of Spark SQL with the columns of an import, in one order", () => {
    const all = [script, ...blocks, ...blocks.flatMap(({ handler }) => handler ?? [])].flatMap(gathers)
    expect(all).toHaveLength(1 + 2 * bundle.statements.length)
    for (const { query, fields } of all) {
      expect(faultsOf(query)).toEqual([])
      expect(fields.map(([name]) => name)).toEqual([...resultColumns, reasonColumn])
    }
    const type = script.variables.find(({ name }) => name === "gathered")?.type ?? ""
    expect([...type.matchAll(/(\w+) (?:STRING|DOUBLE)/g)].map(([, name]) => name)).toEqual([
      ...resultColumns,
      reasonColumn,
    ])
    const [last] = script.steps.flatMap((step) => (step.kind === "query" ? [step.sql] : []))
    expect(faultsOf(last ?? "")).toEqual([])
    expect([...(last ?? "").matchAll(/each\.(\w+)/g)].map(([, name]) => name)).toEqual([...resultColumns, reasonColumn])
  })
  test("has its parameters filled in as variables, and asks for none", () => {
    const settled = { days: "7", region: "west'europe\\", target_run_cost: "2.5" }
    const filled = readScript(sqlFile(bundleOf(release, { settled })))
    const initial = (name: string) => filled.variables.find((each) => each.name === `given_${name}`)?.initial
    expect([initial("days"), initial("region"), initial("target_run_cost")]).toEqual([
      "7",
      "'west\\'europe\\\\'",
      "2.5",
    ])
    for (const { name, type } of bundle.parameters)
      expect(script.variables.find((each) => each.name === `given_${name}`)?.type).toBe(type)
    expect(file.replace(/'(?:[^'\\]|\\.)*'|--[^\n]*/g, "")).not.toMatch(/:\w/)
    expect(bundleOf(release, { settled }).version).toBe(bundle.version)
  })
  test("says which compute runs it and what a run may cost", () => {
    expect(file).toMatch(/SQL warehouse of the current channel/)
    expect(file.replaceAll("\n-- ", " ")).toMatch(/Databricks Runtime 16\.3/)
    expect(file.replaceAll("\n-- ", " ")).toMatch(
      /An estimate, not a measurement: \d+ statements take \d+ to \d+ minutes/,
    )
  })
  test("explains what leaves the platform, every parameter, every table and every statement", () => {
    const head = file.slice(0, file.indexOf("SELECT"))
    expect(head).toContain("What leaves the platform")
    for (const { name } of bundle.parameters) expect(head).toContain(`  DECLARE given_${name} `)
    for (const { measure, reads, evidence } of bundle.statements) {
      expect(file).toContain(`  -- ${evidence} ${measure}\n  -- `)
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
  test("takes a hyphen and a blank for a field left empty, whatever its type", () => {
    expect(text).toContain('kind(empty[kind] if text in ("", "-") else text)')
    expect(text).toContain('empty = {int: "0", float: "0", str: ""}')
  })
  test("shows one table with the columns of the statements and the reason", () => {
    const schema = /schema = "(.*)"/.exec(text)?.[1]
    expect(schema?.split(", ").map((column) => column.split(" ")[0])).toEqual([...resultColumns, reasonColumn])
    expect(text.trimEnd().endsWith("display(spark.createDataFrame(rows, schema))")).toBe(true)
  })
})

describe("the grants", () => {
  const text = grantScript(bundle)
  const given = text.split("\n").filter((line) => line.startsWith("GRANT "))
  test("are of every schema and table that the bundle reads, each once, and of nothing else", () => {
    const reads = [...new Set(bundle.statements.flatMap(({ reads }) => reads))]
    const tables = reads.filter((table) => !table.startsWith("system.information_schema."))
    const selects = given.flatMap(
      (line) => /^GRANT SELECT ON TABLE (\S+) TO `lakeward-readers`;$/.exec(line)?.[1] ?? [],
    )
    expect(selects.sort()).toEqual(tables.sort())
    const schemas = given.flatMap(
      (line) => /^GRANT USE SCHEMA ON SCHEMA (\S+) TO `lakeward-readers`;$/.exec(line)?.[1] ?? [],
    )
    expect(schemas.sort()).toEqual([...new Set(tables.map((table) => table.split(".").slice(0, 2).join(".")))].sort())
    const rest = given.filter((line) => !/^GRANT (SELECT|USE SCHEMA) /.test(line))
    expect(rest).toEqual([
      "GRANT USE CATALOG ON CATALOG system TO `lakeward-readers`;",
      "GRANT BROWSE ON CATALOG `<each business catalog>` TO `lakeward-readers`;",
    ])
    expect(given.filter((line) => /ALL PRIVILEGES|MANAGE|MODIFY/.test(line))).toEqual([])
  })
  test("shrink with the measures that are left out, and name the programme's catalogs", () => {
    const keep = new Set(["runs-succeed", "tables-described"])
    const leaveOut = new Set(bundle.statements.map(({ measure }) => measure).filter((measure) => !keep.has(measure)))
    const few = grantScript(bundleOf(release, { leaveOut, settled: { production_catalogs: "prod, sales" } }))
    expect(few.split("\n").filter((line) => line.startsWith("GRANT "))).toEqual([
      "GRANT USE CATALOG ON CATALOG system TO `lakeward-readers`;",
      "GRANT USE SCHEMA ON SCHEMA system.lakeflow TO `lakeward-readers`;",
      "GRANT SELECT ON TABLE system.lakeflow.job_run_timeline TO `lakeward-readers`;",
      "GRANT BROWSE ON CATALOG `prod` TO `lakeward-readers`;",
      "GRANT BROWSE ON CATALOG `sales` TO `lakeward-readers`;",
    ])
  })
  test("stand with every statement too", () => {
    for (const { comment, reads } of bundle.statements) {
      const tables = reads.filter((table) => !table.startsWith("system.information_schema."))
      if (tables.length > 0) expect(comment).toContain(`Needs SELECT on ${tables.join(", ")}`)
      if (tables.length < reads.length) expect(comment).toContain("The information schema needs no grant")
    }
  })
})
