import { expect } from "vitest"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import type { Given, Lakehouse, Row, Rows } from "./lakehouse"

export const release = loadRelease("2026.1")
export const bundle = bundleOf(release)
export const statement = (measure: string) =>
  bundle.statements.find((each) => each.measure === measure) ?? expect.fail(`no measure ${measure}`)

/** An instant before now, and its day: system tables are filled as of today. */
export const ago = (days: number, minutes = 0) => new Date(Date.now() - (days * 1440 + minutes) * 60_000).toISOString()
export const dayAgo = (days: number) => ago(days).slice(0, 10)
export const say = ({ value, n }: Row) => `${value === null ? "untold" : Number(value.toFixed(4))} of ${n}`

/**
 * Asks a measure of rows and says its totals as `value of n`, by metric. `broken` takes a guard out of the SQL first, to see
 * the trap spring; it must change something.
 */
export function asking(lakehouse: () => Lakehouse) {
  return async (measure: string, rows: Rows, given: Given = {}, broken?: (sql: string) => string) => {
    const { sql, ...rest } = statement(measure)
    const changed = broken ? broken(sql) : sql
    if (broken && changed === sql) expect.fail("nothing was broken")
    const told = await lakehouse().ask(changed, rest, rows, given)
    return Object.fromEntries(told.filter(({ dimension }) => dimension === "").map((row) => [row.metric, say(row)]))
  }
}
