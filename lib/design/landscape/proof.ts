import type { Proof } from "./landscape-item"

/** A target table counts as proved when it was written within so many days. */
export const PROVED_WITHIN_DAYS = 30

/** A table as a fact tells of it. `days` since its last write when the fact was taken; null where that could not be measured. */
export type TableFact = { readonly table: string; readonly days: number | null; readonly asOf: string }

/** Whether a table is meant by `catalog.schema`, `catalog.schema.table` or a pattern with `*`; case does not count. */
export function isMeant(pattern: string, table: string): boolean {
  const parts = pattern.trim().toLowerCase().split(".")
  const named = table.toLowerCase().split(".")
  if (parts.length > named.length) return false
  return parts.every((part, at) => matches(part, named[at] ?? ""))
}

/** Without regular expressions, so that no pattern can be slow: pieces between stars are found from left to right. */
function matches(part: string, name: string): boolean {
  const [first = "", ...rest] = part.split("*")
  if (rest.length === 0) return first === name
  if (!name.startsWith(first)) return false
  const last = rest.at(-1) ?? ""
  let at = first.length
  for (const piece of rest.slice(0, -1)) {
    const found = name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

const MS_PER_DAY = 86_400_000

/**
 * How many of an item's target tables facts show as written within 30 days, at most the planned count. Null (Unknown)
 * where the item names no target, or where no fact tells of any of its tables: no fact is not a proof of nothing.
 * Facts older than 30 days tell nothing any more.
 */
export function proofOf(
  { targets, planned }: { readonly targets: readonly string[]; readonly planned: number | null },
  facts: readonly TableFact[],
  now: Date,
): Proof {
  const since = now.getTime() - PROVED_WITHIN_DAYS * MS_PER_DAY
  const known = facts.filter(
    ({ table, days, asOf }) =>
      days !== null && Date.parse(asOf) >= since && targets.some((pattern) => isMeant(pattern, table)),
  )
  if (known.length === 0) return { proved: null, provedAsOf: null }
  const written = new Set(
    known.filter(({ days }) => days !== null && days <= PROVED_WITHIN_DAYS).map(({ table }) => table.toLowerCase()),
  )
  const proved = planned === null ? written.size : Math.min(planned, written.size)
  return {
    proved,
    provedAsOf:
      known
        .map(({ asOf }) => asOf)
        .sort()
        .at(0) ?? null,
  }
}
