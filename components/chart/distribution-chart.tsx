"use client"

import { Bar, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts"
import type { Day, Ordinal } from "@/lib/base/kernel/day"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { shortDay } from "./day-axis"

export type Bin = {
  /** The middle of the days that it counts. */
  readonly middle: Ordinal
  readonly first: Ordinal
  readonly last: Ordinal
  /** Share of all, 0 to 1, on these days. */
  readonly share: number
  /** Share of all, 0 to 1, by the last of these days. */
  readonly by: number
}

export type DistributionMark = {
  readonly id: string
  readonly label: string
  readonly day: Day
  readonly look: "tick" | "strong" | "target"
}

type DistributionChartProps = {
  /** What the picture says in one sentence. */
  readonly label: string
  readonly bins: readonly Bin[]
  readonly marks: readonly DistributionMark[]
  /** Bars up to this day are drawn solid; null draws all of them soft. */
  readonly until: Day | null
  /** Whether the shares may be read off: without, there is no axis and no rising line. */
  readonly withShares: boolean
}

const strokes = { tick: "var(--ink-2)", strong: "var(--accent)", target: "var(--ink)" } as const
const words = { fontSize: 11, fill: "var(--ink-3)" }

/** How often what came out, with the rising line of "by then". Drawn with a library; load it lazily. */
export function DistributionChart({ label, bins, marks, until, withShares }: DistributionChartProps) {
  const limit = until === null ? Number.NEGATIVE_INFINITY : ordinalOf(until)
  const data = bins.map(({ middle, last, share, by }) => ({
    ...{ middle, by: by * 100 },
    ...(last <= limit ? { solid: share * 100, soft: 0 } : { solid: 0, soft: share * 100 }),
  }))
  const half = (bins[0] ? bins[0].last - bins[0].first + 1 : 1) / 2
  const domain = [(bins[0]?.middle ?? 0) - half, (bins.at(-1)?.middle ?? 1) + half]
  return (
    <div role="img" aria-label={label} className="h-[210px]">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 210 }}>
        <ComposedChart
          data={data}
          margin={{ top: 22, right: withShares ? 0 : 12, bottom: 0, left: 12 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="middle"
            type="number"
            domain={domain}
            ticks={ticksOf(bins)}
            tickFormatter={(ordinal: number) => shortDay(dayOf(Math.round(ordinal)))}
            tick={words}
            axisLine={{ stroke: "var(--line-strong)" }}
            tickLine={false}
            interval="preserveStartEnd"
          />
          <YAxis yAxisId="often" hide />
          <YAxis
            yAxisId="by"
            orientation="right"
            domain={[0, 100]}
            ticks={[0, 50, 80, 100]}
            tickFormatter={(value: number) => `${value}%`}
            tick={words}
            width={38}
            axisLine={false}
            tickLine={false}
            hide={!withShares}
          />
          <Bar yAxisId="often" dataKey="solid" stackId="all" fill="var(--accent)" isAnimationActive={false} />
          <Bar yAxisId="often" dataKey="soft" stackId="all" fill="var(--accent-soft)" isAnimationActive={false} />
          {withShares ? (
            <Line
              yAxisId="by"
              dataKey="by"
              stroke="var(--ink-2)"
              strokeWidth={1.25}
              dot={false}
              isAnimationActive={false}
            />
          ) : null}
          {marks.map((mark) => (
            <ReferenceLine
              key={mark.id}
              yAxisId="often"
              x={ordinalOf(mark.day)}
              stroke={strokes[mark.look]}
              strokeWidth={mark.look === "strong" ? 2 : 1.25}
              {...(mark.look === "target" ? { strokeDasharray: "4 3" } : {})}
              label={{ value: mark.label, position: "top", fontSize: 11, fill: strokes[mark.look] }}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

/** About five of the middles. */
function ticksOf(bins: readonly Bin[]): number[] {
  const step = Math.max(1, Math.ceil(bins.length / 5))
  return bins.flatMap(({ middle }, at) => (at % step === 0 ? [middle] : []))
}
