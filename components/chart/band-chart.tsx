"use client"

import type { ReactNode } from "react"
import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/base/kernel/day"
import { type DayAxis, placeOn } from "./day-axis"

/** A figure at the end of a row. `plain` says enough without the head of its column. */
export type Figure = { readonly text: ReactNode; readonly needsYou?: boolean; readonly plain?: boolean }

/** One row: what is sure already, or a band of days with marks in it. */
export type BandRow = {
  readonly id: string
  readonly name: string
  /** All that the row shows, in words. */
  readonly said: string
  /** Where it lies for certain; then there is no band. */
  readonly reached: Day | null
  readonly band: { readonly from: Day; readonly to: Day } | null
  /** A thin and a strong line within the band. */
  readonly ticks: { readonly thin: Day; readonly strong: Day } | null
  readonly target: Day | null
  /** Where the strong tick, or the end of the band, would be. */
  readonly would: Day | null
  /** Figures at the end of the row, one for each head. */
  readonly figures: readonly Figure[]
}

type BandChartProps = {
  readonly axis: DayAxis
  readonly today: Day
  readonly heads: readonly string[]
  readonly rows: readonly BandRow[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

/** Name, picture and figures side by side; where there is no room, the picture and the figures go under the name. */
const tracks =
  "grid grid-cols-[minmax(110px,150px)_minmax(0,1fr)_auto] items-center gap-x-4 @max-[720px]:grid-cols-1 @max-[720px]:gap-y-0.5"

/** Bands of days under each other on one axis, each with its figures; the chosen one is a pressed button. */
export function BandChart({ axis, today, heads, rows, chosenId, onChoose }: BandChartProps) {
  return (
    <div className="@container">
      <div aria-hidden="true" className={cn(tracks, "h-[26px] text-ink-3 text-meta @max-[720px]:h-5")}>
        <span className="@max-[720px]:hidden" />
        <AxisWords axis={axis} />
        <Figures className="@max-[720px]:hidden" cells={heads.map((text) => ({ text }))} />
      </div>
      <ul className="relative">
        {rows.map((row) => (
          <li key={row.id} className="border-line border-t last:border-b">
            <button
              type="button"
              aria-pressed={row.id === chosenId}
              aria-label={row.said}
              onClick={() => onChoose(row.id)}
              className={cn(
                tracks,
                "inset-focus -mx-2 w-[calc(100%+16px)] min-w-0 px-2 text-left hover:bg-hover aria-pressed:bg-selected @max-[720px]:py-2",
              )}
            >
              <span className="truncate py-2 font-medium @max-[720px]:py-0">{row.name}</span>
              <Plot axis={axis} today={today} row={row} />
              <Figures cells={row.figures} heads={heads} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const shareOf = ({ first, last }: DayAxis, ordinal: number) => ((ordinal - first) / (last - first)) * 100

function AxisWords({ axis }: { axis: DayAxis }) {
  return (
    <span className="relative block h-full overflow-hidden">
      {axis.ticks
        .filter(({ ordinal }) => shareOf(axis, ordinal) < 95)
        .map(({ ordinal, label }) => (
          <span
            key={ordinal}
            className="absolute top-1 whitespace-nowrap pl-1 @max-[720px]:top-0"
            style={{ left: `${shareOf(axis, ordinal)}%` }}
          >
            {label}
          </span>
        ))}
    </span>
  )
}

type FiguresProps = { cells: readonly Figure[]; heads?: readonly string[]; className?: string }

function Figures({ cells, heads, className }: FiguresProps) {
  return (
    <span className={cn("flex gap-x-3 @max-[720px]:flex-wrap", className)}>
      {cells.map(({ text, needsYou, plain }, at) => (
        <span
          key={heads?.[at] ?? String(text)}
          className={cn(
            "w-[74px] flex-none whitespace-nowrap text-right @max-[720px]:w-auto",
            needsYou && "text-needs-you",
          )}
        >
          {heads && !plain ? (
            <span className="mr-1 hidden text-ink-3 text-meta @max-[720px]:inline">{heads[at]}</span>
          ) : null}
          {text}
        </span>
      ))}
    </span>
  )
}

/** The marks of a row: grid lines, today, band, ticks, target, and where it would be. */
function Plot({ axis, today, row }: { axis: DayAxis; today: Day; row: BandRow }) {
  const at = (day: Day) => `${Math.max(0, placeOn(axis, day))}%`
  const { band, ticks, target, would, reached } = row
  return (
    <svg aria-hidden="true" width="100%" height="36" className="block overflow-visible">
      {axis.ticks.map(({ ordinal }) => {
        const x = `${shareOf(axis, ordinal)}%`
        return <line key={ordinal} x1={x} x2={x} y1="0" y2="100%" stroke="var(--line)" />
      })}
      <line x1={at(today)} x2={at(today)} y1="0" y2="100%" stroke="var(--needs-you)" strokeOpacity="0.6" />
      {band ? (
        <rect
          x={at(band.from)}
          width={`${Math.max(0.3, placeOn(axis, band.to) - placeOn(axis, band.from))}%`}
          y="13"
          height="10"
          rx="3"
          fill="var(--accent-soft)"
        />
      ) : null}
      {ticks ? (
        <>
          <line x1={at(ticks.thin)} x2={at(ticks.thin)} y1="13" y2="23" stroke="var(--ink-2)" strokeWidth="1.5" />
          <line x1={at(ticks.strong)} x2={at(ticks.strong)} y1="9" y2="27" stroke="var(--accent)" strokeWidth="3" />
        </>
      ) : null}
      {would && (ticks || band) ? <Would from={at(ticks?.strong ?? band?.to ?? would)} to={at(would)} /> : null}
      {reached ? <Reached x={at(reached)} isBefore={placeOn(axis, reached) < 0} /> : null}
      {target && placeOn(axis, target) >= 0 ? <Target x={at(target)} /> : null}
    </svg>
  )
}

/** A filled diamond; with a hint to the left where it lies before the picture. */
const Reached = ({ x, isBefore }: { x: string; isBefore: boolean }) => (
  <svg aria-hidden="true" x={x} overflow="visible">
    <path d="M0 11.5L6.5 18 0 24.5-6.5 18z" transform={isBefore ? "translate(12 0)" : undefined} fill="var(--accent)" />
    {isBefore ? <path d="M4 13.5L-.5 18l4.5 4.5" fill="none" stroke="var(--ink-3)" strokeWidth="1.5" /> : null}
  </svg>
)

/** A small flag that stands on the day. */
const Target = ({ x }: { x: string }) => (
  <svg aria-hidden="true" x={x} overflow="visible">
    <path d="M0 31V5" stroke="var(--ink)" strokeWidth="1.25" />
    <path d="M0 5h7l-2 2.75 2 2.75H0z" fill="var(--ink)" />
  </svg>
)

const Would = ({ from, to }: { from: string; to: string }) => (
  <>
    <line x1={from} x2={to} y1="31" y2="31" stroke="var(--warn)" strokeWidth="1.5" />
    <svg aria-hidden="true" x={to} overflow="visible">
      <path d="M0 9v18" stroke="var(--warn)" strokeWidth="2.5" strokeDasharray="3 2" />
      <path d="M0 27.5l3.5 3.5L0 34.5-3.5 31z" fill="var(--warn)" />
    </svg>
  </>
)

/** What the marks mean, as a line under the picture. */
export function BandLegend({ ticks, would }: { ticks: boolean; would: boolean }) {
  const mark = (children: ReactNode) => (
    <svg aria-hidden="true" width="16" height="12" viewBox="0 0 16 12" className="flex-none">
      {children}
    </svg>
  )
  const entries: [string, ReactNode][] = [
    [
      ticks ? "P10 to P90" : "likely range",
      <rect key="b" x="0" y="2" width="16" height="8" rx="2.5" fill="var(--accent-soft)" />,
    ],
    ...(ticks
      ? ([
          ["P50", <path key="5" d="M8 2v8" stroke="var(--ink-2)" strokeWidth="1.5" />],
          ["P80", <path key="8" d="M8 0v12" stroke="var(--accent)" strokeWidth="3" />],
        ] satisfies [string, ReactNode][])
      : []),
    ["target", <path key="t" d="M5 12V1h7l-2 2 2 2H5" fill="var(--ink)" stroke="var(--ink)" />],
    ["today", <path key="d" d="M8 0v12" stroke="var(--needs-you)" strokeOpacity="0.6" />],
    ["passed", <path key="r" d="M8 1l5 5-5 5-5-5z" fill="var(--accent)" />],
    ...(would
      ? ([
          [
            "with your changes",
            <path key="w" d="M8 0v12" stroke="var(--warn)" strokeWidth="2.5" strokeDasharray="3 2" />,
          ],
        ] satisfies [string, ReactNode][])
      : []),
  ]
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-meta">
      {entries.map(([word, drawing]) => (
        <span key={word} className="inline-flex items-center gap-1.5">
          {mark(drawing)}
          {word}
        </span>
      ))}
    </p>
  )
}
