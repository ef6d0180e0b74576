import type { ItemRow } from "./tree-rows"
import { workStatuses } from "./work-item"

/** What the items of a workstream are ordered by; `rank` is the order that people gave them. */
export const orderings = [
  "rank",
  "status",
  "owner",
  "start",
  "finish",
  "claimed",
  "likely",
  "deadline",
  "name",
] as const
export type Ordering = (typeof orderings)[number]
export type Order = { readonly by: Ordering; readonly descending: boolean }

export const byRank: Order = { by: "rank", descending: false }

/** Reads an order from an address: `finish`, or `-finish` for the last first. */
export function readOrder(text: string | null): Order {
  const descending = text?.startsWith("-") ?? false
  const by = orderings.find((each) => each === (descending ? text?.slice(1) : text))
  return by ? { by, descending } : byRank
}

export const writeOrder = ({ by, descending }: Order): string | null =>
  by === "rank" && !descending ? null : `${descending ? "-" : ""}${by}`

/** The rows in an order; equal ones keep that of their rank, and what has no value comes last either way. */
export function inOrder(rows: readonly ItemRow[], { by, descending }: Order): readonly ItemRow[] {
  const ranked = rows.toSorted((a, b) => compare(a.item.rank, b.item.rank) || a.item.number - b.item.number)
  if (by === "rank") return descending ? ranked.toReversed() : ranked
  const way = descending ? -1 : 1
  return ranked.toSorted((a, b) => {
    const [one, other] = [sortValue(a, by), sortValue(b, by)]
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    return way * compare(one, other)
  })
}

function sortValue(row: ItemRow, by: Exclude<Ordering, "rank">): string | number | null {
  switch (by) {
    case "status":
      return workStatuses.indexOf(row.status)
    case "owner":
      return row.owner?.name ?? null
    case "likely":
    case "deadline":
      return row.item[by]
    case "name":
      return row.name.toLowerCase()
    default:
      return row[by]
  }
}

const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0)
