import { readFileSync } from "node:fs"
import { Client } from "pg"
import type { Statement } from "@/lib/platform/facts/bundle/compose"
import { documentedTables } from "@/lib/platform/facts/server/documented-tables"
import { createDatabase } from "./database"
import { systemTables } from "./system-tables"

/** Rows of one system table, named without the catalog `system`, as `lakeflow.jobs`. */
export type Rows = Readonly<Record<string, readonly object[]>>
export type Row = { metric: string; dimension: string; value: number | null; n: number; as_of: string; region: string }
export type Given = Readonly<Record<string, string | number>>

/** PostgreSQL dressed as a lakehouse: the system tables are empty, and empty again after each question. */
export type Lakehouse = {
  readonly ask: (sql: string, statement: Pick<Statement, "parameters">, rows?: Rows, given?: Given) => Promise<Row[]>
  readonly end: () => Promise<void>
}

export async function openLakehouse(tables = documentedTables()): Promise<Lakehouse> {
  const database = await createDatabase({ template: false })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query("SET TimeZone = 'UTC'")
  await client.query(readFileSync("tests/support/spark-functions.sql", "utf8"))
  await client.query(systemTables(tables))
  const ask: Lakehouse["ask"] = async (sql, { parameters }, rows = {}, given = {}) => {
    const bound = Object.fromEntries(parameters.map(({ name, type, fallback }) => [name, { type, text: fallback }]))
    for (const [name, value] of Object.entries(given)) if (bound[name]) bound[name].text = String(value)
    await client.query("BEGIN")
    try {
      for (const [table, each] of Object.entries(rows)) {
        const name = `system_${table}`
        await client.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1)`, [
          JSON.stringify(each),
        ])
      }
      return (await client.query<Row>(translated(sql, bound))).rows
    } finally {
      await client.query("ROLLBACK")
    }
  }
  const end = async () => {
    await client.end()
    await database.drop()
  }
  return { ask, end }
}

const structs = "compute|query_source|pricing|deployment|used|user_identity|usage_metadata|response"

/** What little is spelt otherwise in PostgreSQL: catalogs, fields of structs, a type, two functions, and parameters. */
function translated(sql: string, bound: Record<string, { type: string; text: string }>): string {
  return sql
    .replace(/--[^\n]*/g, "")
    .replace(/\bsystem\.(\w+)\.(\w+)/g, "system_$1.$2")
    .replace(new RegExp(`\\b(\\w+)\\.(${structs})\\.(\\w+)\\.(\\w+)`, "g"), '((($1.$2).$3)."$4")')
    .replace(new RegExp(`\\b(\\w+)\\.(${structs})\\.(\\w+)`, "g"), "(($1.$2).$3)")
    .replace(/\bAS DOUBLE\)/g, "AS DOUBLE PRECISION)")
    .replace(/\bAS STRING\)/g, "AS TEXT)")
    .replace(/\b(current_timestamp|current_date|current_user)\(\)/g, "$1")
    .replace(/'(?:[^']|'')*'|:([a-z_]+)/g, (text, name: string | undefined) => {
      const parameter = name === undefined ? undefined : bound[name]
      if (!parameter) return text
      return parameter.type === "STRING" ? `'${parameter.text.replaceAll("'", "''")}'` : parameter.text
    })
}
