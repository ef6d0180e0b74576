import { checksOf } from "./checks"
import type { Flaw } from "./integrity"
import { evidenceOfMeasure, type Fragment, type Measure, type MeasureFile, type SqlMeasure } from "./measures"
import type { Release } from "./release"

type Placed<Entry> = { readonly path: readonly PropertyKey[]; readonly entry: Entry }
/** All entries of one list of the measure files, each with its path. */
function placed<Entry>(
  { measures }: Release,
  name: keyof MeasureFile,
  listOf: (file: MeasureFile) => readonly Entry[],
): Placed<Entry>[] {
  return measures.flatMap((file, f) =>
    listOf(file).map((entry, index) => ({ path: ["measures", f, name, index], entry })),
  )
}

/** Comments and texts in quotes taken out, so that only what is executed is left. */
export const bareSql = (sql: string): string => sql.replace(/--[^\n]*/g, " ").replace(/'(?:[^']|'')*'/g, "''")
/** The parameters that an SQL text refers to, each once. */
export const parametersIn = (sql: string): string[] => [
  ...new Set([...bareSql(sql).matchAll(/(?<!:):([a-z_]+)/g)].flatMap(([, name]) => name ?? [])),
]
/** The metrics that the selects of an SQL text give: the text that stands first in each. */
export const metricsIn = (sql: string): string[] =>
  [...sql.matchAll(/SELECT '([a-z0-9-]+)'/g)].flatMap(([, metric]) => metric ?? [])

/**
 * What is wrong with the measures of a release: keys used twice, parameters and fragments that do not exist, SQL that does
 * more than select or gives other metrics than it says, and rules whose metric nothing or more than one measure answers.
 */
export function findMeasureFlaws(release: Release): Flaw[] {
  if (release.measures.length === 0) return []
  const parameters = placed(release, "parameters", (file) => file.parameters)
  const fragments = placed(release, "fragments", (file) => file.fragments)
  const measures = placed(release, "measures", (file) => file.measures)
  const names = new Set(parameters.map(({ entry }) => entry.name))
  const sql = measures.flatMap(({ path, entry }) => (entry.kind === "sql" ? [{ path, entry }] : []))
  return [
    ...twice(parameters, ({ name }) => name, "parameter"),
    ...twice(fragments, ({ key }) => key, "fragment"),
    ...twice(measures, ({ key }) => key, "measure"),
    ...[...fragments, ...sql].flatMap((each) => [...unknownFragments(each, fragments), ...strangeSql(each, names)]),
    ...sql.flatMap(untrue),
    ...unanswered(release, measures),
  ]
}

function twice<Entry>(entries: readonly Placed<Entry>[], keyOf: (entry: Entry) => string, kind: string): Flaw[] {
  const seen = new Set<string>()
  return entries.flatMap(({ path, entry }) => {
    const key = keyOf(entry)
    if (seen.has(key)) return [{ path, reason: `the ${kind} "${key}" is there twice` }]
    seen.add(key)
    return []
  })
}

/** A fragment may use those before it, so that none goes round in a circle; a measure may use any. */
function unknownFragments({ path, entry }: Placed<Fragment | SqlMeasure>, fragments: readonly Placed<Fragment>[]) {
  const own = fragments.findIndex((fragment) => fragment.entry === entry)
  const known = new Set((own < 0 ? fragments : fragments.slice(0, own)).map((fragment) => fragment.entry.key))
  return entry.uses.flatMap((key) => (known.has(key) ? [] : [{ path, reason: `there is no fragment "${key}" before` }]))
}

const verbs =
  /\b(insert|update|delete|merge|create|alter|drop|truncate|grant|revoke|copy|call|set|use|refresh|optimize|vacuum|execute)\b/i

function strangeSql({ path, entry }: Placed<Fragment | SqlMeasure>, names: ReadonlySet<string>): Flaw[] {
  const bare = bareSql(entry.sql)
  const verb = verbs.exec(bare)?.[0]
  return [
    ...parametersIn(entry.sql).flatMap((name) =>
      names.has(name) ? [] : [{ path, reason: `there is no parameter "${name}"` }],
    ),
    ...(/^\s*select\b/i.test(bare) ? [] : [{ path, reason: "an SQL text begins with SELECT" }]),
    ...(verb ? [{ path, reason: `only reading is allowed, not ${verb.toUpperCase()}` }] : []),
    ...(bare.includes(";") ? [{ path, reason: "an SQL text is one statement without a semicolon" }] : []),
  ]
}

function untrue({ path, entry }: Placed<SqlMeasure>): Flaw[] {
  const given = new Set(metricsIn(entry.sql))
  const said = new Set([...entry.metrics, ...entry.also])
  return [
    ...[...given].filter((metric) => !said.has(metric)).map((metric) => ({ path, reason: `does not say "${metric}"` })),
    ...[...said].filter((metric) => !given.has(metric)).map((metric) => ({ path, reason: `never gives "${metric}"` })),
  ]
}

function unanswered(release: Release, measures: readonly Placed<Measure>[]): Flaw[] {
  const rules = checksOf(release).flatMap(({ check, path }) =>
    check.kind === "fact" ? [{ rule: check.rule, path }] : [],
  )
  const ruled = new Map(rules.map(({ rule }) => [rule.metric, rule.evidence]))
  const answered = new Set(measures.flatMap(({ entry }) => entry.metrics))
  const all = measures.flatMap(({ path, entry }) => entry.metrics.map((metric) => ({ path, entry: metric })))
  return [
    ...rules.flatMap(({ rule, path }) =>
      answered.has(rule.metric) ? [] : [{ path, reason: `nothing measures "${rule.metric}"` }],
    ),
    ...measures.flatMap(({ path, entry }) =>
      entry.metrics.flatMap((metric) =>
        evidenceOfMeasure(entry).includes(ruled.get(metric) ?? "")
          ? []
          : [{ path, reason: `no rule of ${evidenceOfMeasure(entry).join(", ")} asks "${metric}"` }],
      ),
    ),
    ...twice(all, (metric) => metric, "metric"),
  ]
}
