import { rounded } from "@/lib/base/kernel/rounded"
import type { RiskEffect } from "./absorbed"

const days = (value: number): string => `${rounded(value, 1)} ${rounded(value, 1) === 1 ? "day" : "days"}`

/**
 * What a risk would do to the finish: `moves Gate 4 by 4 days; 6 days are absorbed by slack`. Working days.
 * @param gate what the gate is called
 */
export function sayEffect({ delayDays, movesDays, absorbedBy }: RiskEffect, gate: string): string {
  if (absorbedBy === "no-work") return "has no work left to delay"
  if (absorbedBy === "aside") return `does not move ${gate}: what it delays does not lead there`
  if (absorbedBy === "nothing") return `moves ${gate} by ${days(movesDays)}`
  const rest = delayDays - movesDays
  if (movesDays === 0) return `does not move ${gate}: its ${days(delayDays)} are absorbed by slack`
  return `moves ${gate} by ${days(movesDays)}; ${days(rest)} ${rounded(rest, 1) === 1 ? "is" : "are"} absorbed by slack`
}
