import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { tenths } from "./supply"

type Sized = Pick<WorkItemView, "effortDays" | "remainingEffort" | "percent" | "status">

/**
 * Person-days that are left of an item: as given, else what the percentage leaves of its effort; nothing of what is done
 * or dropped. Null where no effort is known: it counts as unknown, never as 0.
 */
export function remainingEffortOf({ effortDays, remainingEffort, percent, status }: Sized): number | null {
  if (status === "done" || status === "dropped") return 0
  if (remainingEffort !== null) return remainingEffort
  return effortDays === null ? null : tenths(effortDays * (1 - percent / 100))
}

/** Effort of several items in person-days, and how many of them have none given. */
export type EffortSum = { readonly days: number; readonly unknown: number }

export function sumOfEffort(efforts: readonly (number | null)[]): EffortSum {
  return {
    days: tenths(efforts.reduce<number>((sum, each) => sum + (each ?? 0), 0)),
    unknown: efforts.filter((each) => each === null).length,
  }
}

/** Person-days as pages say them: `4.0 d`. */
export const sayEffort = (days: number | null): string => (days === null ? "–" : `${days.toFixed(1)} d`)
