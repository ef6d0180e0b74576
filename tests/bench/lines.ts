import type { Compared } from "./compare"
import type { Line } from "./table"

/** Requests a second beside requests a second; an error counts as a goal that was missed. */
export function throughput(measure: string, { ours, beside, ratio }: Compared, goal?: number): Line {
  return {
    measure,
    ours: `${ours.perSecond.toFixed(0)} /s`,
    beside: `${beside.perSecond.toFixed(0)} /s`,
    ratio: ratio.perSecond.toFixed(2),
    ...(goal === undefined ? {} : { goal: `>= ${goal}`, reached: ratio.perSecond >= goal && ours.errors === 0 }),
  }
}

/** The slowest of a hundred beside the slowest of a hundred. */
export function slowest(measure: string, { ours, beside, ratio }: Compared, goal: number): Line {
  return {
    measure: `${measure}: p99`,
    ours: `${ours.p99.toFixed(1)} ms`,
    beside: `${beside.p99.toFixed(1)} ms`,
    ratio: ratio.p99.toFixed(2),
    goal: `<= ${goal}`,
    reached: ratio.p99 <= goal && ours.errors === 0,
  }
}

/** The middle one beside the middle one, for which there is no goal. */
export const typical = (measure: string, { ours, beside, ratio }: Compared): Line => ({
  measure: `${measure}: p50`,
  ours: `${ours.p50.toFixed(1)} ms`,
  beside: `${beside.p50.toFixed(1)} ms`,
  ratio: ratio.p50.toFixed(2),
})

/** A figure of our own with a goal; null or undefined is one that could not be measured. */
export function atMost(
  measure: string,
  value: number | null | undefined,
  goal: number,
  unit: string,
  digits = 0,
): Line {
  const written = (each: string) => (unit ? `${each} ${unit}` : each)
  const promised = { measure, goal: written(`<= ${goal}`) }
  if (value === null || value === undefined) return { ...promised, ours: "-", reached: null }
  return { ...promised, ours: written(value.toFixed(digits)), reached: value <= goal }
}
