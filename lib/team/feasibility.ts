import { tenths } from "@/lib/work/supply"

/** Work that may be done on any of its days; days are numbered, the last one counts. */
export type Job = { readonly id: string; readonly effort: number; readonly from: number; readonly to: number }

/** How much of a job cannot be done, and since which day all that is there was taken up to its end. */
export type Unmet = { readonly left: number; readonly since: number }

/**
 * The work that cannot be done on its days, by job, in the unit of the effort; empty where all of it fits. Each day gives
 * its capacity to what must be finished first, which is a maximum flow because the days of a job lie together (F. Glover,
 * Maximum matching in a convex bipartite graph, Naval Research Logistics Quarterly 14, 1967).
 * @param capacityOf what a day has
 */
export function unmetOf(jobs: readonly Job[], capacityOf: (day: number) => number): ReadonlyMap<string, Unmet> {
  const byStart = jobs.filter(({ effort }) => effort > 0).toSorted((a, b) => a.from - b.from)
  const unmet = new Map<string, Unmet>()
  let open: { readonly job: Job; left: number }[] = []
  let next = 0
  let since = 0
  for (let day = byStart[0]?.from ?? 0; next < byStart.length || open.length > 0; day += 1) {
    const first = byStart[next]
    if (open.length === 0 && first && first.from > day) day = first.from
    if (open.length === 0) since = day
    for (let job = byStart[next]; job && job.from <= day; job = byStart[next]) {
      open.push({ job, left: job.effort })
      next += 1
    }
    open.sort((a, b) => a.job.to - b.job.to)
    let free = capacityOf(day)
    for (const each of open) {
      const done = Math.min(free, each.left)
      each.left -= done
      free -= done
      if (free <= 0) break
    }
    for (const { job, left } of open) if (job.to <= day && left > 1e-9) unmet.set(job.id, { left: tenths(left), since })
    if (free > 0) since = day + 1
    open = open.filter(({ job, left }) => job.to > day && left > 1e-9)
  }
  return unmet
}
