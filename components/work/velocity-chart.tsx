import { SPRINTS_LOOKED_AT, type Spread } from "@/lib/work/velocity"

export type VelocityBar = {
  readonly id: string
  readonly name: string
  readonly done: number
  readonly planned: number
  readonly current: boolean
}

const [WIDTH, HEIGHT, RIGHT] = [360, 150, 84] as const

/** Person-days done in each sprint, what was planned as a dash, the median with its range. */
export function VelocityChart({ bars, spread }: { bars: readonly VelocityBar[]; spread: Spread | null }) {
  const shown = bars.slice(-SPRINTS_LOOKED_AT)
  const top = Math.max(1, ...shown.flatMap(({ done, planned }) => [done, planned]))
  const y = (value: number) => 8 + (HEIGHT - 30) * (1 - value / top)
  const width = (WIDTH - RIGHT) / Math.max(1, shown.length)
  const said = spread
    ? `Median ${spread.median.toFixed(1)} d, from ${spread.low.toFixed(1)} to ${spread.high.toFixed(1)} d`
    : "No closed sprint"
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said} className="w-full text-[11px]">
      {shown.map(({ id, name, done, planned, current }, at) => (
        <g key={id}>
          <rect
            x={at * width + 3}
            width={Math.max(4, width - 6)}
            y={y(done)}
            height={y(0) - y(done)}
            rx="1.5"
            fill={current ? "var(--accent)" : "var(--line-strong)"}
          />
          <line
            x1={at * width + 1}
            x2={(at + 1) * width - 1}
            y1={y(planned)}
            y2={y(planned)}
            stroke="var(--ink)"
            strokeWidth="1.6"
          />
          <text
            x={at * width + width / 2}
            y={y(0) - 5}
            textAnchor="middle"
            fontWeight="600"
            fill={current ? "var(--accent-ink)" : "var(--ink)"}
          >
            {Math.round(done)}
          </text>
          <text x={at * width + width / 2} y={HEIGHT - 6} textAnchor="middle" fill="var(--ink-3)">
            {name.replace(/^\D+/, "") || name}
          </text>
        </g>
      ))}
      {spread ? (
        <g fill="var(--ink)">
          <line
            x1="0"
            x2={WIDTH - RIGHT + 12}
            y1={y(spread.median)}
            y2={y(spread.median)}
            stroke="var(--ink-3)"
            strokeDasharray="3 3"
          />
          <path
            d={`M${WIDTH - RIGHT + 8} ${y(spread.high)}h8m-4 0V${y(spread.low)}m-4 0h8`}
            stroke="var(--ink)"
            fill="none"
          />
          <circle cx={WIDTH - RIGHT + 12} cy={y(spread.median)} r="2.5" />
          <text x={WIDTH - RIGHT + 20} y={y(spread.median) + 4} fontWeight="600">
            median {Math.round(spread.median)} d
          </text>
          <text x={WIDTH - RIGHT + 20} y={Math.min(y(spread.high) + 4, y(spread.median) - 10)} fill="var(--ink-3)">
            {Math.round(spread.high)} d
          </text>
          <text x={WIDTH - RIGHT + 20} y={Math.max(y(spread.low) + 4, y(spread.median) + 18)} fill="var(--ink-3)">
            {Math.round(spread.low)} d
          </text>
        </g>
      ) : null}
    </svg>
  )
}
