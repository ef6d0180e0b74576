import { type ColumnType, columnType, type DocumentedTable } from "@/lib/platform/facts/documented-table"

const plain: Record<string, string> = {
  ...{
    string: "text",
    int: "int",
    bigint: "bigint",
    double: "double precision",
    decimal: "numeric",
    boolean: "boolean",
  },
  ...{ timestamp: "timestamptz", date: "date", map: "jsonb" },
}

/**
 * The documented tables as empty tables of PostgreSQL, each in a schema such as `system_lakeflow`: structs become composite
 * types, maps and what is documented without an inside JSON. Made of the catalogue, so that a column a statement of ours only
 * believes in is missing here too.
 */
export function systemTables(tables: readonly DocumentedTable[]): string {
  const types: string[] = []
  const typeOf = (type: ColumnType | null, name: string): string => {
    if (type === null) return "text"
    if (type.kind === "array") return `${typeOf(type.of, name)}[]`
    if (type.kind === "plain") return plain[type.name] ?? fail(`no type ${type.name} at ${name}`)
    if (type.fields === null) return "jsonb"
    const fields = [...type.fields].map(([field, inner]) => `"${field}" ${typeOf(inner, `${name}_${field}`)}`)
    types.push(`CREATE TYPE ${name} AS (${fields.join(", ")});`)
    return name
  }
  const made = tables.map(({ table, columns }) => {
    const [, schema, name] = table.split(".")
    const own = Object.entries(columns).map(([column, text]) => {
      return `"${column}" ${typeOf(columnType(text), `${schema}_${name}_${column}`)}`
    })
    return `CREATE TABLE system_${schema}.${name} (${own.join(", ")});`
  })
  const schemas = [...new Set(tables.map(({ table }) => table.split(".")[1]))]
  return [...schemas.map((schema) => `CREATE SCHEMA system_${schema};`), ...types, ...made].join("\n")
}

function fail(reason: string): never {
  throw new Error(reason)
}
