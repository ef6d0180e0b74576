import { sayNumber, ticksFor } from "./scale"

export type LineSeries = {
  id: string
  label: string
  /** One for each point on the axis; null leaves a gap. */
  values: readonly (number | null)[]
  /** `main` is solid, `other` quiet, `plan` dashed. */
  look?: "main" | "other" | "plan"
}

type LineChartProps = {
  /** What the picture says in one sentence. */
  label: string
  /** Names of the points, oldest first. */
  points: readonly string[]
  series: readonly LineSeries[]
  width?: number
  height?: number
}

const LEFT = 40
const BOTTOM = 20
const TOP = 8
const RIGHT = 72
const strokes = { main: "var(--accent)", other: "var(--ink-3)", plan: "var(--ink-3)" } as const

/** A few lines over time, drawn as plain SVG without a library; each line is named at its end. */
export function LineChart({ label, points, series, width = 560, height = 180 }: LineChartProps) {
  const known = series.flatMap((each) => each.values.filter((value) => value !== null))
  if (known.length === 0 || points.length < 2) return null
  const ticks = ticksFor(Math.min(...known), Math.max(...known))
  const low = ticks[0] ?? 0
  const high = ticks[ticks.length - 1] ?? 1
  const x = (index: number) => LEFT + (index / (points.length - 1)) * (width - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (height - TOP - BOTTOM)
  const labels = labelPlaces(series, x, y)
  const everyNth = Math.ceil(points.length / 6)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      className="max-w-full overflow-visible text-tiny"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" fill="var(--ink-3)">
            {sayNumber(tick)}
          </text>
        </g>
      ))}
      {points.map((point, index) =>
        index % everyNth === 0 ? (
          <text key={point} x={x(index)} y={height - 4} textAnchor="middle" fill="var(--ink-3)">
            {point}
          </text>
        ) : null,
      )}
      {series.map((each) => (
        <Line key={each.id} series={each} x={x} y={y} labelY={labels.get(each.id) ?? 0} />
      ))}
    </svg>
  )
}

type Scale = (value: number) => number
/** Labels nearer to each other than this would touch. */
const APART = 13
const WIDE = 90

/** Where the label of each line stands: at its end, or below the one that stands there already. */
function labelPlaces(series: readonly LineSeries[], x: Scale, y: Scale): ReadonlyMap<string, number> {
  const ends = series
    .flatMap(({ id, values }) => {
      const last = values.findLastIndex((value) => value !== null)
      const value = values[last]
      return value === null || value === undefined ? [] : [{ id, left: x(last), top: y(value) }]
    })
    .toSorted((a, b) => a.top - b.top)
  const placed: { left: number; top: number }[] = []
  return new Map(
    ends.map(({ id, left, top }) => {
      const above = placed.filter((other) => Math.abs(other.left - left) < WIDE).map((other) => other.top + APART)
      const place = { left, top: Math.max(top, ...above.filter((lowest) => lowest > top)) }
      placed.push(place)
      return [id, place.top]
    }),
  )
}

type LineProps = { series: LineSeries; x: Scale; y: Scale; labelY: number }

function Line({ series, x, y, labelY }: LineProps) {
  const { values, label, look = "main" } = series
  const path = values
    .map((value, index) =>
      value === null
        ? ""
        : `${index === 0 || values[index - 1] === null ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("")
  const last = values.findLastIndex((value) => value !== null)
  const end = values[last]
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={strokes[look]}
        strokeWidth={look === "main" ? 1.75 : 1.25}
        strokeDasharray={look === "plan" ? "3 3" : undefined}
        strokeLinejoin="round"
      />
      {end === undefined || end === null ? null : (
        <text x={x(last) + 6} y={labelY + 4} fill={look === "main" ? "var(--accent)" : "var(--ink-3)"}>
          {label}
        </text>
      )}
    </g>
  )
}
