import { rounded } from "@/lib/base/kernel/rounded"
import type { QualityPointView } from "./contract"

type Figure = Pick<QualityPointView, "unit" | "value" | "is" | "threshold" | "counted">

const inUnit = (value: number, unit: Figure["unit"]): string =>
  unit === "share" ? `${rounded(value * 100, 1)}%` : unit === "days" ? `${rounded(value, 1)} d` : `${rounded(value, 2)}`

/** `4.2% (3 of 71)`, `2`, `0.97`, `600 d`; nothing where it is unknown. */
export function sayValue({ unit, value, counted }: Figure): string {
  if (value === null) return ""
  return unit === "share" && counted
    ? `${inUnit(value, unit)} (${counted.count} of ${counted.of})`
    : inUnit(value, unit)
}

/** `at most 5%`, `at least 0.95`, `600 d`; `none` for zero. */
export function sayThreshold({ unit, is, threshold }: Figure): string {
  if (is === "exactly") return threshold === 0 ? "none" : inUnit(threshold, unit)
  return `${is === "at-most" ? "at most" : "at least"} ${inUnit(threshold, unit)}`
}

/** `11 of 14 points met, 2 not met, 1 unknown.` What does not apply is left out where there is none. */
export function sayPoints(points: readonly Pick<QualityPointView, "verdict">[]): string {
  const count = (verdict: QualityPointView["verdict"]) => points.filter((point) => point.verdict === verdict).length
  const parts = [
    ["not met", count("not-met")],
    ["unknown", count("unknown")],
    ["not applicable", count("not-applicable")],
  ] as const
  const others = parts.flatMap(([words, number]) => (number > 0 ? [`${number} ${words}`] : []))
  return `${[`${count("met")} of ${points.length} points met`, ...others].join(", ")}.`
}
