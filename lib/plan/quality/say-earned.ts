import { rounded } from "@/lib/base/kernel/rounded"
import type { EarnedSchedule } from "./earned-schedule"

type Said = Pick<EarnedSchedule, "timeVariance" | "actualTime" | "total" | "earned">

/** `8.5 working days behind the baseline: 62 of 140 baseline days are earned.` */
export function sayEarned({ timeVariance, actualTime, total, earned }: Said): string {
  const share = `${rounded(earned, 1)} of ${rounded(total, 1)} baseline days are earned`
  if (actualTime === 0 && earned === 0) return `The baseline has not begun: ${share}.`
  const size = rounded(Math.abs(timeVariance), 1)
  if (size === 0) return `On schedule by the baseline: ${share}.`
  const days = `${size} working ${size === 1 ? "day" : "days"}`
  return `${days} ${timeVariance < 0 ? "behind" : "ahead of"} the baseline: ${share}.`
}
