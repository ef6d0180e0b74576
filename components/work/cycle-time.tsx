import { groupBy } from "@/lib/base/kernel/group-by"
import type { CycleTime } from "@/lib/work/report-model"
import { quantile } from "@/lib/work/velocity"

const [WIDTH, HEIGHT, FLOOR] = [360, 110, 88] as const
const MOST_STACKED = 9

/** Working days from start to done: filled dots are this sprint's, hollow ones earlier; half and 85 of 100 are marked. */
export function CycleTimes({ times }: { times: readonly CycleTime[] }) {
  const all = times.map(({ days }) => days)
  const half = quantile(all, 0.5)
  const most = quantile(all, 0.85)
  if (half === null || most === null)
    return <p className="text-ink-3 text-meta">Nothing was finished with a start and a finish yet.</p>
  const top = Math.max(10, Math.ceil(quantile(all, 0.98) ?? 10))
  const x = (days: number) => 10 + ((WIDTH - 20) * Math.min(days, top)) / top
  const stacks = groupBy(
    times.toSorted((a, b) => Number(b.current) - Number(a.current)),
    ({ days }) => Math.min(Math.round(days), top),
  )
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Half within ${half.toFixed(0)} working days, 85 of 100 within ${most.toFixed(0)}`}
      className="w-full text-[11px]"
    >
      <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} stroke="var(--line-strong)" />
      {[1, Math.round(top / 2), top].map((days) => (
        <text key={days} x={x(days)} y={HEIGHT - 6} textAnchor="middle" fill="var(--ink-3)">
          {days}
          {days === top ? " d" : ""}
        </text>
      ))}
      {[...stacks].flatMap(([days, dots]) =>
        dots
          .slice(0, MOST_STACKED)
          .map(({ itemId, current }, at) => (
            <circle
              key={itemId}
              cx={x(days)}
              cy={FLOOR - 5 - at * 7}
              r="2.7"
              fill={current ? "var(--accent)" : "none"}
              stroke={current ? "var(--accent)" : "var(--ink-3)"}
            />
          )),
      )}
      {[[half, "half within"] as const, [most, "85 of 100 within"] as const].map(([days, words], at) => (
        <g key={words}>
          <line x1={x(days)} x2={x(days)} y1={at * 14 + 4} y2={FLOOR} stroke="var(--ink-2)" />
          <text x={x(days) + 4} y={at * 14 + 12} fill="var(--ink-2)">
            {words} {Math.ceil(days)} d
          </text>
        </g>
      ))}
    </svg>
  )
}
