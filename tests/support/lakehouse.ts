import { readFileSync } from "node:fs"
import { Client, DatabaseError } from "pg"
import type { Statement } from "@/lib/platform/facts/bundle/compose"
import { documentedTables } from "@/lib/platform/facts/server/documented-tables"
import { createDatabase } from "./database"
import { addedRows, type Compound, readScript, untilClosed } from "./sql-script"
import { systemTables } from "./system-tables"

/** Rows of one system table, named without the catalog `system`, as `lakeflow.jobs`. */
export type Rows = Readonly<Record<string, readonly object[]>>
export type Row = { metric: string; dimension: string; value: number | null; n: number; as_of: string; region: string }
export type Given = Readonly<Record<string, string | number>>

/** PostgreSQL dressed as a lakehouse: the system tables are empty, and empty again after each question. */
export type Lakehouse = {
  readonly ask: (sql: string, statement: Pick<Statement, "parameters">, rows?: Rows, given?: Given) => Promise<Row[]>
  /** Runs a whole SQL script; the `missing` tables are not there. */
  readonly run: (script: string, rows?: Rows, missing?: readonly string[]) => Promise<ScriptRow[]>
  readonly end: () => Promise<void>
}
export type ScriptRow = Row & { reason: string | null; bundle_version: string }

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
    return filled(rows, async () => (await client.query<Row>(translated(sql, bound))).rows)
  }
  const filled = async <Value>(rows: Rows, then: () => Promise<Value>): Promise<Value> => {
    await client.query("BEGIN")
    try {
      for (const [table, each] of Object.entries(rows)) {
        const name = `system_${table}`
        await client.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1)`, [
          JSON.stringify(each),
        ])
      }
      return await then()
    } finally {
      await client.query("ROLLBACK")
    }
  }
  const run: Lakehouse["run"] = (script, rows = {}, missing = []) =>
    filled(rows, async () => {
      for (const table of missing) await client.query(`DROP TABLE system_${table}`)
      return runScript(client, readScript(script), new Map(), [])
    })
  const end = async () => {
    await client.end()
    await database.drop()
  }
  return { ask, run, end }
}

/** What Databricks calls the errors that a missing table and a broken text make. */
const conditions: Record<string, string> = {
  "42P01": "TABLE_OR_VIEW_NOT_FOUND",
  "22P02": "CAST_INVALID_INPUT",
  "22007": "CAST_INVALID_INPUT",
}

/** Runs a compound as documented: where a statement fails, the handler of its compound runs and the compound ends. */
async function runScript(
  client: Client,
  { variables, handler, steps }: Compound,
  outer: ReadonlyMap<string, string | null>,
  gathered: ScriptRow[],
): Promise<ScriptRow[]> {
  const own = new Map(outer)
  for (const { name, initial } of variables) own.set(name, initial)
  const valued = (sql: string): string =>
    translated(
      sql.replace(/'(?:[^'\\]|\\.)*'|\b[a-z_]+\b/g, (word): string => {
        if (word.startsWith("'")) return word.replaceAll("\\'", "''").replaceAll("\\\\", "\\")
        return word !== "gathered" && own.has(word) ? valued(own.get(word) ?? "NULL") : word
      }),
      {},
    )
  let told: ScriptRow[] = []
  for (const step of steps) {
    await client.query("SAVEPOINT step")
    try {
      if (step.kind === "compound") told = await runScript(client, step.compound, own, gathered)
      else if (step.kind === "diagnose") own.set(step.variable, own.get("CONDITION_IDENTIFIER") ?? null)
      else if (step.kind === "query") told = gathered
      else {
        const { fields, from } = addedRows(step.variable, step.expression)
        const columns = fields.map(([name, value]) => `${value} AS "${name}"`).join(", ")
        gathered.push(...(await client.query<ScriptRow>(arrays(valued(`SELECT ${columns} FROM ${from}`)))).rows)
      }
      await client.query("RELEASE SAVEPOINT step")
    } catch (error) {
      if (!handler || !(error instanceof DatabaseError)) throw error
      await client.query("ROLLBACK TO SAVEPOINT step")
      const condition = `'${conditions[error.code ?? ""] ?? error.code}'`
      return runScript(client, handler, new Map([...own, ["CONDITION_IDENTIFIER", condition]]), gathered)
    }
  }
  return told
}

/** `array(...)` makes a list here, but asks a query in PostgreSQL. */
function arrays(sql: string): string {
  const at = sql.search(/\barray\(/)
  if (at < 0) return sql
  const [inside, after] = untilClosed(sql.slice(at + 6))
  return `${sql.slice(0, at)}ARRAY[${inside}]${arrays(after)}`
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
