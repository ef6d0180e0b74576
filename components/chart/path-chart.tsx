import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { dayAxis } from "./day-axis"
import { sayNumber, ticksFor } from "./scale"

export type DayValue = { readonly day: Day; readonly value: number }

type PathChartProps = {
  /** What the picture says in one sentence. */
  readonly label: string
  readonly today: Day
  readonly points: readonly DayValue[]
  readonly path: readonly DayValue[]
  readonly forecast: { readonly on: Day; readonly value: number; readonly low: number; readonly high: number } | null
  /** A value that is being typed. */
  readonly draft?: DayValue | null
  readonly marks: readonly { readonly name: string; readonly day: Day; readonly passed: boolean }[]
  /** How values are said at the ends of lines. */
  readonly say: (value: number) => string
  readonly width?: number
  readonly height?: number
}

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 66, 22, 20]

/** Values over time with their path, forecast and its interval, the target, and what happened meanwhile. */
export function PathChart(props: PathChartProps) {
  const { label, today, points, path, forecast, draft = null, marks, say, width = 332, height = 190 } = props
  const days = [today, ...[...points, ...path].map(({ day }) => day), ...(forecast ? [forecast.on] : [])]
  const values = [
    ...[...points, ...path, ...(draft ? [draft] : [])].map(({ value }) => value),
    ...(forecast ? [forecast.low, forecast.high] : []),
  ]
  if (values.length === 0) return null
  const axis = dayAxis(days, 5)
  const ticks = ticksFor(Math.min(...values), Math.max(...values))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const at = (ordinal: number) =>
    LEFT + ((ordinal - axis.first) / Math.max(1, axis.last - axis.first)) * (width - LEFT - RIGHT)
  const x = (day: Day) => at(ordinalOf(day))
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (height - TOP - BOTTOM)
  const lineOf = (line: readonly DayValue[]) =>
    line
      .map(({ day, value }, index) => `${index === 0 ? "M" : "L"}${x(day).toFixed(1)} ${y(value).toFixed(1)}`)
      .join("")
  const [last, target] = [points.at(-1), path.at(-1)]
  const shown = marks.filter(({ day }) => ordinalOf(day) >= axis.first && ordinalOf(day) <= axis.last)
  const ends = apart(forecast ? y(forecast.value) : null, target ? y(target.value) : null)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width="100%" className="text-tiny">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" fill="var(--ink-3)">
            {sayNumber(tick)}
          </text>
        </g>
      ))}
      {axis.ticks.map(({ ordinal, label: word }) => (
        <text key={ordinal} x={at(ordinal)} y={height - 4} textAnchor="middle" fill="var(--ink-3)">
          {word}
        </text>
      ))}
      {shown.map(({ name, day, passed }) => (
        <g key={name}>
          <title>{name}</title>
          <line
            x1={x(day)}
            x2={x(day)}
            y1={TOP - 6}
            y2={height - BOTTOM}
            stroke="var(--line-strong)"
            strokeDasharray={passed ? undefined : "2 3"}
          />
          <path
            d={`M${x(day)} ${TOP - 16}l4.5 4.5-4.5 4.5-4.5-4.5z`}
            fill={passed ? "var(--accent)" : "var(--surface)"}
            stroke={passed ? "var(--accent)" : "var(--ink-2)"}
          />
        </g>
      ))}
      <line x1={x(today)} x2={x(today)} y1={TOP} y2={height - BOTTOM} stroke="var(--ink)" />
      <text x={x(today) - 4} y={height - BOTTOM - 4} textAnchor="end" fill="var(--ink-2)">
        today
      </text>
      <path d={lineOf(path)} fill="none" stroke="var(--ink-3)" strokeDasharray="1.5 2.5" />
      {last && forecast ? (
        <>
          <path
            d={`M${x(last.day)} ${y(last.value)}L${x(forecast.on)} ${y(forecast.high)}L${x(forecast.on)} ${y(forecast.low)}z`}
            fill="var(--p80)"
          />
          <path
            d={lineOf([last, { day: forecast.on, value: forecast.value }])}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
          />
          <text x={x(forecast.on) + 8} y={(ends[0] ?? 0) + 4} fill="var(--accent)" fontWeight={600}>
            {say(forecast.value)}
          </text>
        </>
      ) : null}
      <path d={lineOf(points)} fill="none" stroke="var(--accent)" strokeWidth={1.75} strokeLinejoin="round" />
      {last ? <circle cx={x(last.day)} cy={y(last.value)} r={3} fill="var(--accent)" /> : null}
      {draft ? (
        <>
          <circle
            cx={x(draft.day)}
            cy={y(draft.value)}
            r={3.5}
            fill="var(--surface)"
            stroke="var(--accent)"
            strokeWidth={2}
          />
          <text x={x(draft.day) + 8} y={y(draft.value) + 4} fill="var(--accent)" fontWeight={600}>
            {say(draft.value)}
          </text>
        </>
      ) : null}
      {target ? (
        <>
          <circle
            cx={x(target.day)}
            cy={y(target.value)}
            r={3.5}
            fill="var(--surface)"
            stroke="var(--ink)"
            strokeWidth={1.5}
          />
          <text x={x(target.day) + 8} y={(ends[1] ?? 0) + 4} fill="var(--ink)" fontWeight={600}>
            {say(target.value)}
          </text>
        </>
      ) : null}
    </svg>
  )
}

/** Two words at the ends of lines, at least a line's height from each other. */
function apart(one: number | null, other: number | null): readonly [number | null, number | null] {
  if (one === null || other === null || Math.abs(one - other) >= 14) return [one, other]
  const middle = (one + other) / 2
  return one <= other ? [middle - 7, middle + 7] : [middle + 7, middle - 7]
}
