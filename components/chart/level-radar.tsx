"use client"

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from "recharts"

/** One side of the radar; levels 0 to `most`. */
export type RadarSide = {
  readonly id: string
  readonly name: string
  readonly claimed: number | null
  readonly proved: number | null
  readonly wanted: number | null
  readonly before: number | null
}

type LevelRadarProps = {
  readonly label: string
  readonly sides: readonly RadarSide[]
  readonly most: number
  readonly compared: boolean
}

/** Levels of several sides: hollow is claimed, solid proved, the outer line wanted, dots an earlier day. */
export function LevelRadar({ label, sides, most, compared }: LevelRadarProps) {
  const common = { isAnimationActive: false } as const
  return (
    <figure aria-label={label} className="h-full min-h-80 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <RadarChart data={[...sides]} outerRadius="68%" accessibilityLayer={false}>
          <PolarGrid stroke="var(--line-strong)" />
          <PolarAngleAxis dataKey="name" tick={{ fill: "var(--ink)", fontSize: 12 }} />
          <PolarRadiusAxis
            angle={90}
            domain={[0, most]}
            tickCount={most + 1}
            axisLine={false}
            tick={{ fill: "var(--ink-3)", fontSize: 11 }}
          />
          <Radar {...common} dataKey="claimed" stroke="var(--accent)" fill="var(--accent-soft)" fillOpacity={0.7} />
          <Radar {...common} dataKey="proved" stroke="none" fill="var(--accent)" fillOpacity={0.85} />
          <Radar {...common} dataKey="wanted" stroke="var(--ink)" strokeWidth={1.5} fill="none" />
          {compared ? (
            <Radar {...common} dataKey="before" stroke="var(--ink)" strokeDasharray="2 3" fill="none" />
          ) : null}
        </RadarChart>
      </ResponsiveContainer>
    </figure>
  )
}
