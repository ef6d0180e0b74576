import { grouped } from "@/lib/base/kernel/grouped"
import { rounded } from "@/lib/base/kernel/rounded"
import type { EarnedSchedule } from "./earned-schedule"

/** Days of much work are said without decimals: `1,374`, but `62.5`. */
export const sayMany = (days: number): string => grouped(days, Math.abs(days) >= 100 ? 0 : 1)

type Said = Pick<EarnedSchedule, "timeVariance" | "actualTime" | "total" | "earned">

/** `8.5 working days behind the baseline: 62 of 140 baseline days are earned.` */
export function sayEarned({ timeVariance, actualTime, total, earned }: Said): string {
  const share = `${sayMany(earned)} of ${sayMany(total)} baseline days are earned`
  if (actualTime === 0 && earned === 0) return `The baseline has not begun: ${share}.`
  const size = rounded(Math.abs(timeVariance), 1)
  if (size === 0) return `On schedule by the baseline: ${share}.`
  const days = `${size} working ${size === 1 ? "day" : "days"}`
  return `${days} ${timeVariance < 0 ? "behind" : "ahead of"} the baseline: ${share}.`
}
