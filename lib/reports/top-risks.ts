import { rounded } from "@/lib/base/kernel/rounded"
import type { RegisterLine } from "@/lib/plan/risks/register"
import type { TopRisk } from "./views"

const SHOWN = 5

/** The open entries with the largest exposure; of two alike the one that got worse, then the older. */
export function topRisks(entries: readonly RegisterLine[], nameOf: (personId: string) => string | null): TopRisk[] {
  const open = entries.flatMap((entry) =>
    entry.state === "open" && entry.exposure !== null && entry.exposure > 0
      ? [{ entry, exposure: entry.exposure }]
      : [],
  )
  const order = (a: (typeof open)[number], b: (typeof open)[number]) =>
    b.exposure - a.exposure || rank[b.entry.trend] - rank[a.entry.trend] || a.entry.number - b.entry.number
  return open
    .toSorted(order)
    .slice(0, SHOWN)
    .map(({ entry, exposure }) => {
      const { id, title, kind, trend } = entry
      return { id, title, kind, trend, exposure, detail: detailOf(entry, nameOf) }
    })
}

const rank: Record<RegisterLine["trend"], number> = { worse: 2, steady: 1, better: 0 }

function detailOf(
  { ownerId, expectedDelay, overdue }: RegisterLine,
  nameOf: (personId: string) => string | null,
): string {
  const owner = ownerId === null ? "no owner" : (nameOf(ownerId) ?? "no owner")
  const delay = expectedDelay === null || expectedDelay < 0.05 ? null : `+${rounded(expectedDelay, 1)} d expected`
  return [delay, owner, overdue ? "overdue" : null].filter((part) => part !== null).join(", ")
}
