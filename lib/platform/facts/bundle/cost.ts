import type { Bundle } from "./bundle"

/** Seconds that a statement may take on a warehouse of size X-Small, from and to, by the heaviest table it reads. */
const seconds = { light: [2, 20], medium: [5, 60], heavy: [15, 240] } as const
/** Tables with a row for every event, minute or statement of the account; our own judgement, which no workspace has confirmed. */
const heavy =
  /^system\.(access\.(audit|table_lineage)|query\.history|compute\.node_timeline|billing\.usage|serving\.endpoint_usage)$/
const medium =
  /^system\.(lakeflow\.\w+_timeline|information_schema\.(tables|table_privileges|column_tags|abac_policy_definitions))$/
/** Units an hour of a serverless SQL warehouse of size X-Small, as https://www.databricks.com/product/pricing/databricks-sql lists it. */
const DBU_PER_HOUR = 6

/** What a run of the bundle may cost: estimates, from and to. Nothing of it was measured. */
export type CostEstimate = { readonly statements: number; readonly minutes: Range; readonly dbus: Range }
type Range = { readonly from: number; readonly to: number }

/** The time and the Databricks units of one run in one region, on a serverless SQL warehouse of size X-Small. */
export function costOf({ statements }: Pick<Bundle, "statements">): CostEstimate {
  const spans = statements.map(({ reads }) => {
    if (reads.some((table) => heavy.test(table))) return seconds.heavy
    return reads.some((table) => medium.test(table)) ? seconds.medium : seconds.light
  })
  const total = (end: 0 | 1) => spans.reduce((sum, span) => sum + span[end], 0) / 60
  const [from, to] = [total(0), total(1)]
  const dbus = { from: tenth((from / 60) * DBU_PER_HOUR), to: tenth((to / 60) * DBU_PER_HOUR) }
  return { statements: statements.length, minutes: { from: Math.ceil(from), to: Math.ceil(to) }, dbus }
}
const tenth = (value: number) => Math.ceil(value * 10) / 10

/** The estimate in a sentence. */
export const sayCost = ({ statements, minutes, dbus }: CostEstimate): string =>
  `An estimate, not a measurement: ${statements} statements take ${minutes.from} to ${minutes.to} minutes on a serverless SQL warehouse ` +
  `of size X-Small, which is ${dbus.from} to ${dbus.to} DBU a run and region, and the minutes until the warehouse stops besides. A large ` +
  "account is nearer to the upper end; a shorter window costs less."
