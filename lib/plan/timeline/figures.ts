import type { WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView, WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import { TICKS_PER_DAY } from "@/lib/plan/schedule/work-time"

/** Progress and status of workstreams and phases, by id. */
export type Figures = {
  /** 0 to 100, claimed; null when nothing is planned. */
  readonly percentOf: (id: string) => number | null
  readonly statusOf: (id: string) => WorkStatus
}

/** What the work of a group adds up to; dropped work counts for nothing but that it was there. */
class Sum {
  private planned = 0
  private weighted = 0
  private items = 0
  private dropped = 0
  private done = 0
  private begun = 0

  add({ likely, percent, status }: WorkItemView): void {
    this.items++
    if (status === "dropped") {
      this.dropped++
      return
    }
    const ticks = Math.round((likely ?? 1) * TICKS_PER_DAY)
    this.planned += ticks
    this.weighted += ticks * (status === "done" ? 100 : percent)
    if (status === "done") this.done++
    if (status === "done" || status === "in_progress" || percent > 0) this.begun++
  }
  percent(): number | null {
    return this.planned > 0 ? this.weighted / this.planned : null
  }
  status(): WorkStatus {
    const counted = this.items - this.dropped
    if (counted === 0) return this.items > 0 ? "dropped" : "not_started"
    if (this.done === counted) return "done"
    return this.begun > 0 ? "in_progress" : "not_started"
  }
}

/**
 * Sums the work of every workstream, and of the phase that it lies in, in one pass: claimed progress as
 * `rollUpClaimed`, the status as `summaryStatus`. O(items).
 * @param itemsOf the work of each workstream by its id
 */
export function figuresOf(
  workstreams: readonly Pick<WorkstreamView, "id" | "phaseId">[],
  itemsOf: ReadonlyMap<string, readonly WorkItemView[]>,
): Figures {
  const sums = new Map<string, Sum>()
  for (const { id, phaseId } of workstreams) {
    const phase = sums.get(phaseId) ?? new Sum()
    const own = new Sum()
    sums.set(phaseId, phase)
    sums.set(id, own)
    for (const item of itemsOf.get(id) ?? []) {
      own.add(item)
      phase.add(item)
    }
  }
  return {
    percentOf: (id) => sums.get(id)?.percent() ?? null,
    statusOf: (id) => sums.get(id)?.status() ?? "not_started",
  }
}

/** The members of a list by a key of theirs, in the list's order. Quick where equal keys stand together. */
export function groupedBy<Each>(
  list: readonly Each[],
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  let last: string | null = null
  let group: Each[] = []
  for (const each of list) {
    const key = keyOf(each)
    if (key !== last) {
      group = groups.get(key) ?? []
      groups.set(key, group)
      last = key
    }
    group.push(each)
  }
  return groups
}
