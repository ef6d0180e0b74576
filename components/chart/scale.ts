import { grouped } from "@/lib/base/kernel/grouped"

/** A round step so that about `count` steps cover `span`: 1, 2 or 5 times a power of ten. */
function roundStep(span: number, count: number): number {
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return factor * power
}

/** Round ticks that hold `low` and `high`; the first and the last are the ends of the axis. Equal ends get room around them. */
export function ticksFor(low: number, high: number, count = 4): readonly number[] {
  const from = low === high ? low - 1 : low
  const to = low === high ? high + 1 : high
  const step = roundStep(to - from, count)
  const first = Math.floor(from / step)
  const last = Math.ceil(to / step)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** A number as the axis says it: 1,200 or 0.25, never more places than the step needs. */
export function sayNumber(value: number): string {
  return grouped(value, 2)
}
