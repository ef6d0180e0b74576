import type { Bundle } from "./bundle"
import { folded } from "./folded"

const INFORMATION = "system.information_schema"
const isInformation = (table: string) => table.startsWith(`${INFORMATION}.`)
const schemaOf = (table: string) => table.split(".").slice(0, 2).join(".")
/** What shows more of a policy, a mask or a grant than browsing does. */
const ofMasks = /\.(column_masks|row_filters|abac_policy_definitions|table_privileges)$/

/** What somebody needs to run a statement over these tables, in a sentence or two. */
export function sayGrants(reads: readonly string[]): string {
  const tables = reads.filter((table) => !isInformation(table))
  const select = tables.length === 0 ? [] : [`Needs SELECT on ${tables.join(", ")} and USE SCHEMA on what they lie in.`]
  const shown = reads.some((table) => ofMasks.test(table))
    ? "The information schema needs no grant, and shows masks, filters and grants only of tables that one may select, policies only where one may manage them."
    : "The information schema needs no grant, and shows only what one may browse."
  return [...select, ...(reads.some(isInformation) ? [shown] : [])].join(" ")
}

/**
 * A script that gives one group what the bundle needs and nothing more: to use the schemas, and to select each table by itself.
 * It is for an administrator of the account and the metastore; nobody runs it but them.
 */
export function grantScript({ version, statements, parameters }: Bundle): string {
  const reads = [...new Set(statements.flatMap((statement) => statement.reads))].sort()
  const tables = reads.filter((table) => !isInformation(table))
  const schemas = [...new Set(tables.map(schemaOf))]
  const readersOf = (table: string) =>
    statements
      .filter((statement) => statement.reads.includes(table))
      .map(({ evidence, measure }) => `${evidence} ${measure}`)
  const catalogs = parameters.find(({ name }) => name === "production_catalogs")?.fallback ?? ""
  const named = catalogs
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "-")
  const browse = reads.some(isInformation) ? (named.length > 0 ? named : ["<each business catalog>"]) : []
  return [
    ...folded(`Grants for the Lakeward fact bundle ${version}`),
    "--",
    ...folded(
      "Replace lakeward-readers by the group or the application id of the service principal that runs the bundle. An " +
        "administrator of both the account and the metastore runs this. It lets the bundle read and lets nothing be changed. Take out " +
        "the tables of measures that you leave out.",
    ),
    "",
    "GRANT USE CATALOG ON CATALOG system TO `lakeward-readers`;",
    ...schemas.map((schema) => `GRANT USE SCHEMA ON SCHEMA ${schema} TO \`lakeward-readers\`;`),
    ...tables.flatMap((table) => [
      "",
      ...folded(`For ${readersOf(table).join(", ")}`),
      `GRANT SELECT ON TABLE ${table} TO \`lakeward-readers\`;`,
    ]),
    ...(browse.length === 0
      ? []
      : [
          "",
          ...folded(
            "The information schema shows what its reader may browse, so figures are of these catalogs. To tell open columns from " +
              "protected ones it must be allowed to select them; leave the measure sensitive-columns out rather than grant that.",
          ),
          ...browse.map((catalog) => `GRANT BROWSE ON CATALOG \`${catalog}\` TO \`lakeward-readers\`;`),
        ]),
    "",
  ].join("\n")
}
