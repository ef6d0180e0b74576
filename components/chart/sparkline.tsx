export type SparkPoint = { readonly at: number; readonly value: number }

type SparklineProps = {
  /** What it says in one sentence. */
  readonly label: string
  /** Days as ordinals; all lines of a list share them. */
  readonly from: number
  readonly to: number
  readonly today: number
  readonly points: readonly SparkPoint[]
  readonly path: readonly SparkPoint[]
  /** Where it ends if the pace stays. */
  readonly forecast: SparkPoint | null
  readonly muted?: boolean
  readonly width?: number
  readonly height?: number
}

const PAD = 4

/** A value over time against its path: solid measured, dotted path, dashed forecast, ring target, hairline today. */
export function Sparkline(props: SparklineProps) {
  const { label, from, to, today, points, path, forecast, muted = false, width = 132, height = 34 } = props
  const all = [...points, ...path, ...(forecast ? [forecast] : [])].map(({ value }) => value)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const x = (at: number) => PAD + ((at - from) / Math.max(1, to - from)) * (width - 2 * PAD)
  const y = (value: number) => PAD + (1 - (value - low) / (high - low || 1)) * (height - 2 * PAD)
  const lineOf = (line: readonly SparkPoint[]) =>
    line.map(({ at, value }, index) => `${index === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("")
  const last = points.at(-1)
  const target = path.at(-1)
  const ink = muted ? "var(--ink-3)" : "var(--accent)"
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <line x1={x(today)} x2={x(today)} y1={-2} y2={height + 2} stroke="var(--line-strong)" />
      <path d={lineOf(path)} fill="none" stroke="var(--ink-3)" strokeDasharray="1.5 2.5" />
      {last && forecast ? (
        <path d={lineOf([last, forecast])} fill="none" stroke={ink} strokeWidth={1.5} strokeDasharray="4 3" />
      ) : null}
      <path d={lineOf(points)} fill="none" stroke={ink} strokeWidth={1.5} strokeLinejoin="round" />
      {target ? (
        <circle
          cx={x(target.at)}
          cy={y(target.value)}
          r={2.5}
          fill="var(--surface)"
          stroke="var(--ink-2)"
          strokeWidth={1.25}
        />
      ) : null}
      {last ? <circle cx={x(last.at)} cy={y(last.value)} r={2.25} fill={ink} /> : null}
    </svg>
  )
}
