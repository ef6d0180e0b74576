import type { FactRow } from "@/lib/platform/facts/fact"
import type { ResultRow } from "./statement"
import { sayTrouble, type Trouble } from "./trouble"

/** Where something was measured, and by which statement. */
export type Place = { readonly workspace: string; readonly region: string; readonly statement: string | null }

/** What facts call the workspace of a connection: its host. */
export const workspaceOf = ({ host }: { readonly host: string }): string =>
  host.replace(/^https?:\/\//, "").replace(/\/$/, "")

const PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A row of the bundle's result as a fact; null when it is none, so that a statement that went astray is noticed. */
export function factOfRow(row: ResultRow, bundleVersion: string, at: Place): FactRow | null {
  const { metric, dimension, value, n, as_of, region, bundle_version } = row
  if (!metric || !PATTERN.test(metric) || bundle_version !== bundleVersion) return null
  const [figure, count] = [numberOf(value), numberOf(n)]
  const asOf = as_of === undefined || as_of === null || Number.isNaN(Date.parse(as_of)) ? null : new Date(as_of)
  if (figure === undefined || count === undefined || asOf === null || (count !== null && count < 0)) return null
  return {
    ...{ metric, dimension: dimension ?? "", value: figure, n: count, asOf: asOf.toISOString() },
    ...{ region: region ?? "", reason: null, workspace: at.workspace, statement: at.statement },
  }
}

/** All values come as text; `null` and nothing is no value, and what is not finite is no number. */
function numberOf(text: string | null | undefined): number | null | undefined {
  if (text === null || text === undefined || text === "") return null
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** What stands for a metric that could not be measured: no value, and why. Names that the service said are left out. */
export const untoldFact = (metric: string, trouble: Trouble, asOf: string, at: Place): FactRow => ({
  ...{ metric, dimension: "", value: null, n: null, asOf, region: at.region },
  ...{ workspace: at.workspace, statement: at.statement },
  reason: sayTrouble({ code: trouble.code, said: "" }),
})

/** What the service said, without addresses of people. */
export const sayWithoutPeople = (trouble: Trouble): string =>
  sayTrouble(trouble).replaceAll(/[^\s<>"'`]+@[^\s<>"'`]+/g, "somebody")
