import type { WorkStatus } from "./network"
import { TICKS_PER_DAY, ticks } from "./work-time"

export type ProgressWork = {
  /** Likely duration in working days; null counts as one. */
  readonly likely: number | null
  /** 0 to 100, as reported by its owner. */
  readonly percent: number
  readonly status: WorkStatus
}

/** Claimed progress; `percent` is 0 to 100 and not rounded. Without any undropped work of some length there is none. */
export type Claimed =
  | { readonly kind: "nothing planned" }
  | { readonly kind: "claimed"; readonly percent: number; readonly doneDays: number; readonly plannedDays: number }

/** Progress of groups at once: the ids of the workstream, stage, phase and programme that something counts in. */
export type InGroups = { readonly groupIds: readonly string[] }

const nothingPlanned: Claimed = { kind: "nothing planned" }

/** Sum of likely x percent over the sum of likely; dropped work is left out, done work counts 100 percent. */
export function claimedProgress(works: Iterable<ProgressWork>): Claimed {
  const sum = new WeightedSum()
  for (const work of works) if (work.status !== "dropped") sum.add(work.likely ?? 1, claimedPercent(work))
  return sum.progress()
}

/** Claimed progress of every group named, in one pass over the work. A group with dropped work only is there too. */
export function rollUpClaimed(works: Iterable<ProgressWork & InGroups>): ReadonlyMap<string, Claimed> {
  return rollUp(works, claimedPercent)
}

/** Where the plan says that every group should stand: the same sums over planned instead of claimed percent. */
export function rollUpPlanned(
  works: Iterable<ProgressWork & InGroups & { readonly plannedPercent: number }>,
): ReadonlyMap<string, Claimed> {
  return rollUp(works, (work) => work.plannedPercent)
}

function rollUp<Work extends ProgressWork & InGroups>(
  works: Iterable<Work>,
  percentOf: (work: Work) => number,
): ReadonlyMap<string, Claimed> {
  const sums = new Map<string, WeightedSum>()
  for (const work of works)
    for (const groupId of new Set(work.groupIds)) {
      const sum = sums.get(groupId) ?? new WeightedSum()
      sums.set(groupId, sum)
      if (work.status !== "dropped") sum.add(work.likely ?? 1, percentOf(work))
    }
  return new Map([...sums].map(([groupId, sum]) => [groupId, sum.progress()]))
}

const claimedPercent = ({ status, percent }: ProgressWork): number => (status === "done" ? 100 : percent)

/** Sums in whole ticks, so that work which is all done is exactly 100 percent. */
class WeightedSum {
  private planned = 0
  private weighted = 0

  add(days: number, percent: number): void {
    this.planned += ticks(days)
    this.weighted += ticks(days) * percent
  }

  progress(): Claimed {
    if (this.planned <= 0) return nothingPlanned
    return {
      kind: "claimed",
      percent: this.weighted / this.planned,
      doneDays: this.weighted / 100 / TICKS_PER_DAY,
      plannedDays: this.planned / TICKS_PER_DAY,
    }
  }
}

/** "Claimed 45%" or "Nothing planned". Whole percents; 0% and 100% are said only of work not begun and work complete. */
export function describeClaimed(claimed: Claimed): string {
  if (claimed.kind === "nothing planned") return "Nothing planned"
  return `Claimed ${wholePercent(claimed.percent)}%`
}

/** A percentage without decimals that says 0 and 100 only when they are exact. */
function wholePercent(percent: number): number {
  if (percent <= 0 || percent >= 100) return Math.round(percent)
  return Math.min(99, Math.max(1, Math.round(percent)))
}
