import type { MeasureParameter } from "@/lib/pack/measures"
import type { Bundle } from "./bundle"
import { asOf, regionless, type Statement } from "./compose"
import { costOf, sayCost } from "./cost"
import { folded } from "./folded"

/** The metric of the rows that tell what the bundle ran with: `name=value` as their dimension. */
export const RAN_WITH = "ran-with"

const row =
  "STRUCT<metric STRING, dimension STRING, value DOUBLE, n DOUBLE, as_of STRING, region STRING, bundle_version STRING, reason STRING>"

/**
 * The bundle as one Databricks SQL script. Every statement stands in a block with a handler of its own: where one fails, its
 * metrics become rows without a value that name the measure and the condition, and the script goes on. An editor shows one
 * table at its end. The parameters are variables of the script, filled in.
 */
export function sqlFile(bundle: Bundle): string {
  return [
    heading(bundle),
    "BEGIN",
    ...bundle.parameters.flatMap((parameter) => [
      ...folded(parameter.meaning, "  -- "),
      `  DECLARE ${variable(parameter.name)} ${parameter.type} DEFAULT ${literal(parameter)};`,
    ]),
    `  DECLARE gathered ARRAY<${row}> DEFAULT CAST(array() AS ARRAY<${row}>);`,
    "",
    ranWith(bundle),
    ...bundle.statements.map((statement) => `\n${block(statement, bundle.version)}`),
    "",
    "  SELECT each.metric, each.dimension, each.value, each.n, each.as_of, each.region, each.bundle_version, each.reason",
    "  FROM (SELECT explode(gathered) AS each) AS results;",
    "END;",
    "",
  ].join("\n")
}

/** A statement's part of the script: what to do when it fails, then the statement itself. */
function block(statement: Statement, version: string): string {
  const { measure, evidence, comment, metrics, sql } = statement
  const lost = [...new Set(metrics)].map((metric) => `'${metric}'`).join(", ")
  const region = regionless(statement) ? "''" : variable("region")
  return [
    `  -- ${evidence} ${measure}`,
    ...folded(comment, "  -- "),
    "  BEGIN",
    "    DECLARE EXIT HANDLER FOR SQLEXCEPTION",
    "    BEGIN",
    "      DECLARE told STRING;",
    "      GET DIAGNOSTICS CONDITION 1 told = CONDITION_IDENTIFIER;",
    "      SET gathered = concat(gathered, (",
    "        SELECT collect_list(named_struct('metric', metric, 'dimension', '', 'value', CAST(NULL AS DOUBLE), 'n', CAST(0 AS DOUBLE),",
    `          'as_of', ${asOf}, 'region', ${region},`,
    `          'bundle_version', '${version}', 'reason', concat('${measure}: ', COALESCE(told, 'UNKNOWN'))))`,
    `        FROM (SELECT explode(array(${lost})) AS metric) AS lost`,
    "      ));",
    "    END;",
    "    SET gathered = concat(gathered, (",
    "      SELECT collect_list(named_struct('metric', metric, 'dimension', dimension, 'value', value, 'n', n, 'as_of', as_of,",
    "        'region', region, 'bundle_version', bundle_version, 'reason', CAST(NULL AS STRING)))",
    "      FROM (",
    withVariables(sql).replace(/^/gm, "        "),
    "      ) AS part",
    "    ));",
    "  END;",
  ].join("\n")
}

/** A row for each parameter, so that whoever reads the result knows what it is a result of. */
function ranWith({ parameters, unused, version }: Bundle): string {
  const told = [
    ...parameters.map(({ name }) => `concat('${name}=', CAST(${variable(name)} AS STRING))`),
    ...unused.map((parameter) => `concat('${parameter.name}=', CAST(${literal(parameter)} AS STRING))`),
  ]
  return [
    "  -- What it runs with.",
    "  SET gathered = concat(gathered, (",
    `    SELECT collect_list(named_struct('metric', '${RAN_WITH}', 'dimension', told, 'value', CAST(NULL AS DOUBLE),`,
    "      'n', CAST(0 AS DOUBLE),",
    `      'as_of', ${asOf},`,
    `      'region', ${parameters.some(({ name }) => name === "region") ? variable("region") : "''"},`,
    `      'bundle_version', '${version}', 'reason', CAST(NULL AS STRING)))`,
    `    FROM (SELECT explode(array(${told.join(", ")})) AS told) AS given`,
    "  ));",
  ].join("\n")
}

/** A variable's name, unlike any column's. */
export const variable = (name: string): string => `given_${name}`
/** Parameters stand in a statement as `:name`, which an editor would ask for; in the script they are variables. */
const withVariables = (sql: string): string =>
  sql.replace(/'(?:[^']|'')*'|--[^\n]*|:([a-z_]+)/g, (text, name: string | undefined) =>
    name === undefined ? text : variable(name),
  )
/** The number or text as SQL; a backslash would begin an escape. */
const literal = ({ type, fallback }: MeasureParameter): string =>
  type === "STRING" ? `'${fallback.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'` : String(Number(fallback) || 0)

function heading(bundle: Bundle): string {
  const { version, statements } = bundle
  const tables = [...new Set(statements.flatMap(({ reads }) => reads))].sort()
  return [
    `-- Lakeward fact bundle ${version}`,
    "--",
    ...folded(
      "What it does: one SQL script that reads and changes nothing. Run it as a whole, once in each region, with a pro or serverless " +
        "SQL warehouse of the current channel, or with compute of Databricks Runtime 16.3 or newer, which SQL scripting needs. On older " +
        "compute use the notebook.",
    ),
    ...folded(
      "What leaves the platform: only the table that you download. Each row is a figure with the columns metric, dimension, " +
        "value, n, as_of, region, bundle_version and reason. A dimension is empty, the id of a workspace, the name of a production " +
        "catalog, a name that you gave a use case, or a parameter with its value. No name of a person, no text of a statement and no " +
        "row of your data is in it. People are counted by hashes that stay inside of the script.",
    ),
    ...folded(
      "Where a statement fails, since a table may not be read or is not there, its metrics have no value and the reason names the " +
        "measure and the condition, never its text. The others go on.",
    ),
    ...folded(`What it costs. ${sayCost(costOf(bundle))}`),
    ...folded("The values after DEFAULT may be changed. They are told in the result, in rows of the metric ran-with."),
    "--",
    "-- Tables it reads:",
    ...tables.map((table) => `--   ${table}`),
    "",
  ].join("\n")
}
