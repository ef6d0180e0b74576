import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { cut } from "@/lib/base/kernel/cut"
import type { Ordinal } from "@/lib/base/kernel/day"
import { rounded } from "@/lib/base/kernel/rounded"
import { linkPaths } from "./link-paths"
import { type Colour, markKinds, marksOf, type Paint, paints, ROW_HEIGHT, wordsX } from "./marks"
import { Pen } from "./pen"
import { sayRange, type TimelineModel, type TimelineRow } from "./rows"
import { freeSpansIn, type TimeScale, ticksIn, widthOf, xOf } from "./time-scale"

export type SheetColour = Colour | "sunken" | "needs-you" | "ink-2"
/** A path of a sheet, moved by `x` and `y` pixels. */
export type SheetPath = Omit<Paint, "fill" | "stroke"> & {
  readonly d: string
  readonly x: number
  readonly y: number
  readonly fill?: SheetColour
  readonly stroke?: SheetColour
}
export type SheetWords = {
  readonly text: string
  readonly x: number
  /** The baseline of the letters. */
  readonly y: number
  readonly size: number
  readonly colour: SheetColour
  readonly bold?: boolean
  /** Ends at `x` instead of beginning there. */
  readonly toRight?: boolean
}
/** A whole plan on one sheet, as values: the picture and the printed page draw the same. Sizes in pixels. */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly paths: readonly SheetPath[]
  readonly words: readonly SheetWords[]
  /** The words above and below the chart, which every page of a print has. */
  readonly frame: { readonly title: string; readonly subtitle: string; readonly legend: string }
}
export type SheetOptions = {
  readonly title: string
  /** Under the title: the day, the baseline, the filter. */
  readonly subtitle: string
  /** What the marks mean, and the next gate. */
  readonly legend: string
  readonly scale: TimeScale
  readonly calendar: CompiledCalendar | null
  readonly links: boolean
}

/** The colours of the light look, which paper has. */
export const lightColours: Readonly<Record<SheetColour, string>> = {
  ...{ ink: "#17191c", "ink-2": "#4a4e54", "ink-3": "#64686f", line: "#e6e6e2", "line-strong": "#d2d2cc" },
  ...{ accent: "#0b6e80", "accent-soft": "#cfe6ea", p80: "#0b6e8033", surface: "#ffffff", sunken: "#f7f7f5" },
  ...{ "needs-you": "#b3261e", warn: "#8a5a00" },
}

/** Pixels: the column of names, the head with title and subtitle, the axis under it, and the foot with the legend. */
export const sheetFrame = { names: 320, head: 56, axis: 30, foot: 40 } as const
const { names: NAMES, head: HEAD, axis: AXIS, foot: FOOT } = sheetFrame
const WORDS = 190
const LETTER = 6.6

/** Lays out all rows of a model over the whole of its scale. O(rows + links). */
export function sheetOf(model: TimelineModel, options: SheetOptions): Sheet {
  const { scale, calendar, links } = options
  const rows = { first: 0, last: model.rows.length }
  const chart = widthOf(scale)
  const stretch = { from: 0, to: chart }
  const tall = model.rows.length * ROW_HEIGHT
  const top = HEAD + AXIS
  const at = (d: string, paint: Omit<SheetPath, "d" | "x" | "y">): SheetPath => ({ d, x: NAMES, y: top, ...paint })
  const marks = marksOf(model.rows, rows, scale, stretch)
  const lines = links ? linkPaths(model, rows, scale, stretch) : null
  const today = xOf(scale, model.today)
  const free = calendar ? freeSpansIn(scale, calendar, stretch) : []
  const width = NAMES + chart + WORDS
  return {
    ...{ width, height: top + tall + FOOT },
    frame: { title: options.title, subtitle: options.subtitle, legend: options.legend },
    paths: [
      at(boxes(free.map(({ from, to }) => [from, 0, to - from, tall])), { fill: "sunken" }),
      at(uprights(ticksIn(scale, stretch), tall), { stroke: "line", width: 1 }),
      ...groundOf(model, width, top),
      ...markKinds.slice(0, -2).map((kind) => at(marks[kind], paints[kind])),
      at(lines?.lines ?? "", { stroke: "ink-3", width: 1 }),
      at(lines?.heads ?? "", { fill: "ink-3" }),
      at(lines?.criticalLines ?? "", { stroke: "ink", width: 1.2 }),
      at(lines?.criticalHeads ?? "", { fill: "ink" }),
      ...markKinds.slice(-2).map((kind) => at(marks[kind], paints[kind])),
      at(`M${today} 0V${tall}`, { stroke: "needs-you", width: 1 }),
    ].filter(({ d }) => d !== ""),
    words: [
      { text: options.title, x: 20, y: 26, size: 15, colour: "ink", bold: true },
      { text: options.subtitle, x: 20, y: 44, size: 12, colour: "ink-3" },
      ...axisWords(model.today, scale, stretch),
      ...model.rows.flatMap((row, index) => rowWords(row, top + index * ROW_HEIGHT + 21, scale)),
      { text: options.legend, x: 20, y: top + tall + 25, size: 12, colour: "ink-3" },
    ],
  }
}

const boxes = (list: readonly (readonly [number, number, number, number])[]): string =>
  list.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h${-width}z`).join("")

function uprights(ticks: readonly { readonly x: number }[], tall: number): string {
  const pen = new Pen()
  for (const { x } of ticks) pen.upright(x, 0, tall)
  return pen.path
}

/** The names' ground, the lines under rows, and the edges. */
function groundOf({ rows }: TimelineModel, width: number, top: number): SheetPath[] {
  const phases = rows.flatMap(({ kind }, index) => (kind === "phase" ? [index] : []))
  const tall = rows.length * ROW_HEIGHT
  const under = rows.map((_, index) => `M0 ${(index + 1) * ROW_HEIGHT}h${NAMES}`).join("")
  return [
    { d: boxes(phases.map((index) => [0, index * ROW_HEIGHT, NAMES, ROW_HEIGHT])), x: 0, y: top, fill: "sunken" },
    { d: `${under}M0 0H${width}M${NAMES} ${-AXIS}V${tall}M0 ${tall}H${width}`, x: 0, y: top, stroke: "line", width: 1 },
  ]
}

function axisWords(now: Ordinal, scale: TimeScale, stretch: { from: number; to: number }): SheetWords[] {
  const today = xOf(scale, now)
  const y = HEAD + 20
  const ticks = ticksIn(scale, stretch).filter(({ x }) => x + 34 <= today || x >= today + 34)
  return [
    ...ticks.map(({ x, label }): SheetWords => ({ text: label, x: NAMES + x + 6, y, size: 12, colour: "ink-3" })),
    { text: "today", x: NAMES + today + 5, y, size: 11, colour: "needs-you" },
  ]
}

function rowWords(row: TimelineRow, y: number, scale: TimeScale): SheetWords[] {
  const x = 20 + (row.level - 1) * 14
  const bold = row.kind === "phase"
  const said = row.range ? sayRange(row.range) : null
  return [
    {
      text: shortened(row.name, (NAMES - x - 60) / LETTER),
      x,
      y,
      size: 13,
      colour: row.kind === "item" ? "ink-2" : "ink",
      bold,
    },
    ...(row.percent === null
      ? []
      : [{ text: `${rounded(row.percent)}%`, x: NAMES - 16, y, size: 12, colour: "ink-3" as const, toRight: true }]),
    ...(said === null
      ? []
      : [{ text: said, x: NAMES + wordsX(row, scale), y: y - 0.5, size: 11, colour: "warn" as const }]),
  ]
}

const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${cut(text, Math.max(1, Math.floor(letters) - 1))}…`
