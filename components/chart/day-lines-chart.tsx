"use client"

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts"
import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { type DayAxis, dayAxis } from "./day-axis"

/** On a day, which day was expected: as likely as not, and nearly surely. */
export type Expectation = { readonly id: string; readonly on: Day; readonly thin: Day; readonly strong: Day }

type DayLinesChartProps = {
  /** What the picture says in one sentence. */
  readonly label: string
  readonly expectations: readonly Expectation[]
  /** A level line: what was true, or what is wanted. */
  readonly truth: { readonly label: string; readonly day: Day; readonly isReached: boolean } | null
}

const words = { fontSize: 11, fill: "var(--ink-3)" }
const beside = { position: "right", fontSize: 11 } as const
const sayTicks = ({ ticks }: DayAxis) => {
  const labels = new Map(ticks.map(({ ordinal, label }) => [ordinal, label]))
  return (ordinal: number) => labels.get(ordinal) ?? ""
}

/** Expected days over the days on which they were expected, against a level line. Drawn with a library; load it lazily. */
export function DayLinesChart({ label, expectations, truth }: DayLinesChartProps) {
  const data = expectations.map(({ on, thin, strong }) => ({
    ...{ on: ordinalOf(on), thin: ordinalOf(thin), strong: ordinalOf(strong) },
  }))
  const down = dayAxis(
    [...expectations.flatMap(({ thin, strong }) => [thin, strong]), ...(truth ? [truth.day] : [])],
    5,
  )
  const along = dayAxis(
    expectations.map(({ on }) => on),
    6,
  )
  const last = data.at(-1)
  // Words of two lines that end close to each other stand apart.
  const apart = (down.last - down.first) * 0.075
  const middle = last ? (last.thin + last.strong) / 2 : 0
  const isClose = last !== undefined && last.strong - last.thin < 2 * apart
  const end = { x: last?.on ?? 0, r: 0, ifOverflow: "visible" } as const
  return (
    <div role="img" aria-label={label} className="h-[210px]">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 210 }}>
        <LineChart data={data} margin={{ top: 14, right: 60, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="on"
            type="number"
            domain={[along.first, along.last]}
            ticks={along.ticks.map(({ ordinal }) => ordinal)}
            tickFormatter={sayTicks(along)}
            tick={words}
            axisLine={{ stroke: "var(--line-strong)" }}
            tickLine={false}
          />
          <YAxis
            type="number"
            domain={[down.first, down.last]}
            ticks={down.ticks.map(({ ordinal }) => ordinal)}
            tickFormatter={sayTicks(down)}
            tick={words}
            width={52}
            axisLine={false}
            tickLine={false}
          />
          <Line
            dataKey="thin"
            stroke="var(--ink-3)"
            strokeWidth={1.25}
            dot={data.length === 1}
            isAnimationActive={false}
          />
          <Line
            dataKey="strong"
            stroke="var(--accent)"
            strokeWidth={1.75}
            dot={{ r: 2, fill: "var(--accent)", strokeWidth: 0 }}
            isAnimationActive={false}
          />
          {last ? (
            <>
              <ReferenceDot
                {...end}
                y={isClose ? middle - apart : last.thin}
                label={{ ...beside, value: "P50", fill: "var(--ink-3)" }}
              />
              <ReferenceDot
                {...end}
                y={isClose ? middle + apart : last.strong}
                label={{ ...beside, value: "P80", fill: "var(--accent)" }}
              />
            </>
          ) : null}
          {truth ? (
            <ReferenceLine
              y={ordinalOf(truth.day)}
              stroke="var(--ink)"
              strokeWidth={1.25}
              {...(truth.isReached ? {} : { strokeDasharray: "4 3" })}
              label={{ value: truth.label, position: "insideBottomLeft", fontSize: 11, fill: "var(--ink)" }}
            />
          ) : null}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
