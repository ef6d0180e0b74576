import { fixed, rounded } from "@/lib/base/kernel/rounded"
import type { ProgressView } from "@/lib/plan/quality/progress-contract"
import { sayMany } from "@/lib/plan/quality/say-earned"

type Earned = NonNullable<ProgressView["earned"]>

const days = (value: number): string => `${sayMany(value)} d`
const signed = (value: number): string => `${rounded(value, 1) > 0 ? "+" : ""}${sayMany(value)} d`.replace("-", "−")

/** Earned schedule in figures; baseline days, and working days for what is about time. */
export function EarnedFigures({ earned }: { earned: Earned }) {
  const { total, planned, timeVariance, timeIndex, earnedTime, actualTime, added, gone } = earned
  const figures: readonly [string, string, string][] = [
    ["Earned", days(earned.earned), `of ${days(total)} in the baseline`],
    ["Planned by today", days(planned), `variance ${signed(earned.variance)}`],
    ["Schedule variance", signed(timeVariance), `${days(earnedTime)} earned, ${days(actualTime)} elapsed`],
    ["SPI (time)", timeIndex === null ? "–" : fixed(timeIndex, 2), "earned over actual time; 1 is on schedule"],
    ["Added work", days(added.days), `${added.items} ${added.items === 1 ? "item" : "items"} not in the baseline`],
    ["Dropped work", days(gone.days), `${gone.items} ${gone.items === 1 ? "item" : "items"} left out`],
  ]
  return (
    <dl className="grid grid-cols-6 gap-x-6 gap-y-3 px-5 py-3 max-lg:grid-cols-3 max-md:grid-cols-2 max-md:px-4">
      {figures.map(([label, value, about]) => (
        <div key={label}>
          <dt className="text-ink-3 text-meta">{label}</dt>
          <dd className="font-semibold text-[15px] tabular-nums">{value}</dd>
          <dd className="text-pretty text-ink-2 text-meta">{about}</dd>
        </div>
      ))}
    </dl>
  )
}
