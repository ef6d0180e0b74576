type SparklineProps = {
  /** Oldest first; fewer than two values draw nothing. */
  values: readonly number[]
  /** What it shows, in words: "Active users, 210 to 412 in eight months". */
  label: string
  /** A dotted line at this value. */
  target?: number | null
  width?: number
  height?: number
  className?: string
}

/** A line without axes beside a number; its label says the range in words. */
export function Sparkline({ values, label, target, width = 118, height = 22, className }: SparklineProps) {
  if (values.length < 2) return null
  const shown = target === undefined || target === null ? values : [...values, target]
  const low = Math.min(...shown)
  const high = Math.max(...shown)
  const x = (index: number) => (index / (values.length - 1)) * width
  const y = (value: number) => height - 2 - ((value - low) / (high - low || 1)) * (height - 4)
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(" ")
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={className}
      style={{ overflow: "visible" }}
    >
      {target === undefined || target === null ? null : (
        <line x1="0" x2={width} y1={y(target)} y2={y(target)} stroke="var(--line-field)" strokeDasharray="1.5 3" />
      )}
      <polyline points={points} fill="none" stroke="var(--accent)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={width} cy={y(values[values.length - 1] ?? 0)} r="2.2" fill="var(--accent)" />
    </svg>
  )
}
