import { SparkSQL } from "dt-sql-parser/dist/parser/spark"
import { type ColumnType, columnType, type DocumentedTable } from "@/lib/platform/facts/documented-table"

/** A node of the tree that the grammar of Spark SQL makes; a leaf has a symbol and no children. */
type Node = { children?: Node[] | null; symbol?: unknown; getText(): string; constructor: { name: string } }
type Columns = Map<string, ColumnType | null>
type Relation = { readonly alias: string; readonly table: string | null; readonly columns: Columns }
type Scope = {
  readonly relations: Relation[]
  readonly ctes: ReadonlyMap<string, Columns>
  readonly outer: Scope | null
}

const parser = new SparkSQL()
const is = (node: Node, ...names: string[]) => names.includes(node.constructor.name.replace(/Context$/, ""))
const kids = (node: Node) => node.children ?? []
const bare = (text: string) => text.replaceAll("`", "").toLowerCase()

/** The nearest nodes of these kinds below this one; what stands in an inner query is not looked at. */
function below(node: Node, ...names: string[]): Node[] {
  return kids(node).flatMap((kid) => {
    if (is(kid, ...names)) return [kid]
    return is(kid, "QueryStatement") ? [] : below(kid, ...names)
  })
}

/**
 * Says which documented columns a statement reads, as `table.column.field`, and what it names that no table, sub-query or
 * enclosing query of it has. Made for the statements of the bundle: SELECTs with fragments, joins and sub-queries.
 */
export function columnsRead(sql: string, documented: readonly DocumentedTable[]) {
  const faults = parser.validate(sql).map(({ message }) => message)
  const known = new Map(documented.map((each) => [each.table, each]))
  const read = new Set<string>()
  const [query] = below(parser.parse(sql), "QueryStatement")
  if (!query) return { read, unknown: [...faults, "no query"] }

  function ofQuery(node: Node, outer: Scope | null, inherited: ReadonlyMap<string, Columns>): Columns {
    const ctes = new Map(inherited)
    for (const named of below(node, "NamedQuery")) {
      const [name] = below(named, "ErrorCapturingIdentifier")
      const [inner] = below(named, "QueryStatement")
      if (name && inner) ctes.set(bare(name.getText()), ofQuery(inner, null, ctes))
    }
    const outputs = below(node, "QuerySpecification").map((each) => ofSpecification(each, outer, ctes))
    return outputs[0] ?? new Map()
  }

  function ofSpecification(node: Node, outer: Scope | null, ctes: ReadonlyMap<string, Columns>): Columns {
    const scope: Scope = { relations: [], ctes, outer }
    for (const from of below(node, "FromClause")) addRelations(from, scope)
    const named = below(node, "NamedExpression")
    const output: Columns = new Map()
    for (const each of named) {
      const type = typeOf(each, scope)
      const alias = aliasOf(each)
      if (alias) output.set(alias, type)
    }
    look(node, scope, output)
    if (below(node, "SelectClause").some((clause) => /(^|[^(.])\*$/.test(clause.getText())))
      for (const relation of scope.relations) for (const [name, type] of relation.columns) output.set(name, type)
    return output
  }

  /** Every column that an expression names, and the sub-queries in it, which see the columns around them. */
  function look(node: Node, scope: Scope, output: Columns): void {
    for (const kid of kids(node)) {
      if (is(kid, "SubQueryTableSource", "NamedQuery")) continue
      // Only GROUP BY, HAVING and ORDER BY may call a column by the name that the select gives it.
      if (is(kid, "SelectClause", "FromClause", "WhereClause")) {
        look(kid, scope, new Map())
        continue
      }
      if (is(kid, "QueryStatement")) ofQuery(kid, scope, scope.ctes)
      else if (is(kid, "NamedExpression") && callOf(kid)) resolveAll(callOf(kid) ?? [], scope, output)
      else if (is(kid, "ColumnName", "ColumnNamePath")) resolveAll(kid.getText().split("-"), scope, output)
      else look(kid, scope, output)
    }
  }
  const resolveAll = (paths: readonly string[], scope: Scope, output: Columns) => {
    for (const path of paths) resolve(path, scope, output)
  }

  function addRelations(node: Node, scope: Scope): void {
    let lateral = false
    for (const kid of kids(node)) {
      if (kid.getText().toUpperCase() === "LATERAL") lateral = true
      else if (is(kid, "TableSource", "TableName")) scope.relations.push(ofTable(kid, scope))
      else if (is(kid, "SubQueryTableSource")) {
        const [inner] = queriesIn(kid)
        const columns = inner ? ofQuery(inner, lateral ? scope : scope.outer, scope.ctes) : new Map()
        scope.relations.push({ alias: aliasOfTable(kid) ?? "", table: null, columns })
        lateral = false
      } else if (!is(kid, "JoinCriteria")) addRelations(kid, scope)
    }
  }
  const queriesIn = (node: Node): Node[] =>
    kids(node).flatMap((kid) => (is(kid, "QueryStatement") ? [kid] : queriesIn(kid)))

  function ofTable(node: Node, scope: Scope): Relation {
    const [reference] = [...below(node, "IdentifierReference"), ...below(node, "TableIdentifier"), node]
    const name = bare(reference?.getText() ?? "")
    const alias = aliasOfTable(node) ?? name.split(".").at(-1) ?? name
    const cte = scope.ctes.get(name)
    if (cte) return { alias, table: null, columns: cte }
    const table = known.get(name)
    if (!table) faults.push(`undocumented table ${name}`)
    const columns = Object.entries(table?.columns ?? {}).map(([key, type]): [string, ColumnType] => [
      key,
      columnType(type),
    ])
    return { alias, table: name, columns: new Map(columns) }
  }

  function resolve(text: string, scope: Scope, output: Columns): ColumnType | null {
    const parts = text.split(".").map(bare)
    for (let at: Scope | null = scope; at; at = at.outer) {
      const found = within(parts, at)
      if (found) return found.type
    }
    const [first = ""] = parts
    if (parts.length === 1 && output.has(first)) return output.get(first) ?? null
    faults.push(`unknown column ${text}`)
    return null
  }

  function within(parts: readonly string[], { relations }: Scope): { type: ColumnType | null } | null {
    const [first = "", second] = parts
    for (const relation of relations) {
      if (relation.alias === first && second !== undefined && relation.columns.has(second))
        return { type: fieldOf(relation, second, parts.slice(2)) }
    }
    for (const relation of relations)
      if (relation.columns.has(first)) return { type: fieldOf(relation, first, parts.slice(1)) }
    return null
  }

  function fieldOf(relation: Relation, column: string, path: readonly string[]): ColumnType | null {
    let type = relation.columns.get(column) ?? null
    for (const [index, name] of path.entries()) {
      if (type === null) return null
      const field = type.kind === "struct" ? type.fields?.get(name) : undefined
      if (!field) {
        faults.push(`undocumented field ${[column, ...path.slice(0, index + 1)].join(".")}`)
        return null
      }
      type = field
    }
    if (relation.table) read.add([relation.table, column, ...path].join("."))
    return type
  }

  /** The type of what is just a column, or one row for each entry of one; of anything else it is not known. */
  function typeOf(node: Node, scope: Scope): ColumnType | null {
    const plain = kids(node)[0]?.getText() ?? ""
    const exploded = /^explode\(([\w.]+)\)$/i.exec(plain)?.[1]
    const path = exploded ?? (/^[a-z_][\w.]*$/i.test(plain) ? plain : null)
    if (!path) return null
    for (let at: Scope | null = scope; at; at = at.outer) {
      const type = within(path.split(".").map(bare), at)?.type ?? null
      if (type) return exploded ? (type.kind === "array" ? type.of : null) : type
    }
    return null
  }

  ofQuery(query, null, new Map())
  return { read, unknown: [...new Set(faults)] }
}

/**
 * The grammar takes `a - b` for one name with a hyphen, which is split above, and `MAX(day)` without an alias for a column
 * MAX with a list of aliases: its columns are those of the list.
 */
function callOf(node: Node): string[] | null {
  const [list] = kids(node).filter((kid) => is(kid, "IdentifierList"))
  if (!list || kids(node).some((kid) => kid.getText().toUpperCase() === "AS")) return null
  return list.getText().slice(1, -1).split(",")
}
function aliasOf(node: Node): string | null {
  const list = kids(node)
  const alias = list.at(-1)
  if (list.length > 1 && alias && is(alias, "ErrorCapturingIdentifier")) return bare(alias.getText())
  return /^[a-z_][\w.]*$/i.test(node.getText()) ? (bare(node.getText()).split(".").at(-1) ?? null) : null
}
function aliasOfTable(node: Node): string | null {
  const [alias] = below(node, "TableAlias")
  const name = alias && kids(alias).at(-1)?.getText()
  return name ? bare(name) : null
}
