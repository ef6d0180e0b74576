import { Pen } from "./pen"
import type { RowGate, TimelineRow } from "./rows"
import { type Stretch, type TimeScale, xOf } from "./time-scale"

/** Every row is this high, in pixels. */
export const ROW_HEIGHT = 34
const MIDDLE = ROW_HEIGHT / 2
const HALF_DIAMOND = 7

/** What can be drawn, from the bottom to the top. All marks of one kind are one path. */
export const markKinds = [
  ...(["range", "tail", "summaryRest", "summaryDone", "rest", "done", "outline", "baseline", "target"] as const),
  ...(["gateOpen", "gatePassed"] as const),
] as const
export type MarkKind = (typeof markKinds)[number]
export type Marks = Readonly<Record<MarkKind, string>>

/** How a mark is painted; colours are names of the look. */
export type Paint = {
  readonly fill?: Colour
  readonly stroke?: Colour
  readonly width?: number
  readonly opacity?: number
}
export type Colour = "ink" | "ink-3" | "line" | "line-strong" | "accent" | "accent-soft" | "p80" | "surface" | "warn"

export const paints: Readonly<Record<MarkKind, Paint>> = {
  range: { stroke: "ink-3", width: 1, opacity: 0.7 },
  tail: { fill: "p80" },
  summaryRest: { fill: "line-strong" },
  summaryDone: { fill: "ink-3" },
  rest: { fill: "accent-soft" },
  done: { fill: "accent" },
  outline: { stroke: "ink", width: 1.25 },
  baseline: { stroke: "ink-3", width: 1.5, opacity: 0.6 },
  target: { stroke: "ink", width: 1.5 },
  gateOpen: { fill: "surface", stroke: "ink", width: 1.5 },
  gatePassed: { fill: "accent", stroke: "accent", width: 1.5 },
}

/** Where a bar lies in its row: pixels from the row's top, and its height. */
export type BarShape = { readonly top: number; readonly height: number }
const shapes: Readonly<Record<TimelineRow["kind"], BarShape>> = {
  phase: { top: 12, height: 10 },
  workstream: { top: 9, height: 16 },
  item: { top: 11, height: 12 },
}
export const barShape = (kind: TimelineRow["kind"]): BarShape => shapes[kind]

/** The left and right edge of a bar; two pixels are the least one can see. Null without dates. */
export function barEdges(scale: TimeScale, { span }: Pick<TimelineRow, "span">): Stretch | null {
  if (!span) return null
  const from = xOf(scale, span.start)
  return { from, to: Math.max(from + 2, xOf(scale, span.finish + 1)) }
}

/** Where a gate stands: at the end of its day. */
export const gateX = (scale: TimeScale, { day }: Pick<RowGate, "day">): number => xOf(scale, day + 1)

/** Where words about a row begin: to the right of all its marks. */
export function wordsX(row: TimelineRow, scale: TimeScale): number {
  const { gate, range, p80, baseline } = row
  const days = [range?.latest, p80, gate?.target, gate?.passed ? null : gate?.p80, baseline?.finish]
  const ends = days.flatMap((day) => (day === null || day === undefined ? [] : [xOf(scale, day + 1)]))
  return Math.max(barEdges(scale, row)?.to ?? 0, gate ? gateX(scale, gate) + 7 : 0, ...ends) + 8
}

/** The marks of the rows from `first` up to, not including, `last` that reach into a stretch. O(rows drawn). */
export function marksOf(
  rows: readonly TimelineRow[],
  { first, last }: { readonly first: number; readonly last: number },
  scale: TimeScale,
  stretch: Stretch,
): Marks {
  const pens = new MarkPens()
  for (let index = first; index < last; index++) {
    const row = rows[index]
    if (row) drawRow(pens, row, index * ROW_HEIGHT, scale, stretch)
  }
  return pens.read()
}

class MarkPens {
  private readonly pens = new Map<MarkKind, Pen>()
  of(kind: MarkKind): Pen {
    const pen = this.pens.get(kind) ?? new Pen()
    this.pens.set(kind, pen)
    return pen
  }
  read(): Marks {
    const path = (kind: MarkKind) => this.pens.get(kind)?.path ?? ""
    return {
      ...{ range: path("range"), tail: path("tail"), rest: path("rest"), done: path("done") },
      ...{ summaryRest: path("summaryRest"), summaryDone: path("summaryDone"), outline: path("outline") },
      ...{ baseline: path("baseline"), target: path("target") },
      ...{ gateOpen: path("gateOpen"), gatePassed: path("gatePassed") },
    }
  }
}

function drawRow(pens: MarkPens, row: TimelineRow, top: number, scale: TimeScale, stretch: Stretch): void {
  const bar = barEdges(scale, row)
  const meets = (from: number, to: number) => to >= stretch.from && from <= stretch.to
  if (bar && meets(bar.from, bar.to)) drawBar(pens, row, top, bar)
  drawTail(pens, row, top, scale, bar, meets)
  if (row.baseline) {
    const from = xOf(scale, row.baseline.start)
    const to = xOf(scale, row.baseline.finish + 1)
    if (meets(from, to))
      pens.of("baseline").line(from, top + (row.kind === "phase" ? 25.5 : 28.5), Math.max(to, from + 2))
  }
  if (row.range && row.span) drawRange(pens.of("range"), row, top, scale, meets)
  if (row.gate) drawGate(pens, row.gate, top, scale, meets)
}

type Meets = (from: number, to: number) => boolean

function drawBar(pens: MarkPens, row: TimelineRow, top: number, { from, to }: Stretch): void {
  const { top: inset, height } = shapes[row.kind]
  const isPhase = row.kind === "phase"
  const radius = Math.min(3, (to - from) / 2)
  pens.of(isPhase ? "summaryRest" : "rest").bar(from, top + inset, to - from, height, radius)
  const done = ((to - from) * (row.percent ?? 0)) / 100
  if (done > 0)
    pens.of(isPhase ? "summaryDone" : "done").bar(from, top + inset, done, height, Math.min(radius, done / 2))
  if (row.critical && !isPhase) pens.of("outline").bar(from, top + inset, to - from, height, radius)
}

function drawTail(pens: MarkPens, row: TimelineRow, top: number, scale: TimeScale, bar: Stretch | null, meets: Meets) {
  const until = row.gate?.p80 ?? row.p80
  const from = row.gate && !row.gate.passed ? gateX(scale, row.gate) : bar?.to
  if (until === null || from === undefined || row.gate?.passed) return
  const to = xOf(scale, until + 1)
  const height = row.kind === "phase" ? 6 : row.kind === "workstream" ? 10 : 7
  if (to > from && meets(from, to)) pens.of("tail").bar(from, top + MIDDLE - height / 2, to - from, height, 2)
}

/** A bracket above the bar, from the shortest to the longest that the release thinks of. */
function drawRange(pen: Pen, { range }: TimelineRow, top: number, scale: TimeScale, meets: Meets): void {
  if (!range) return
  const from = xOf(scale, range.earliest + 1)
  const to = range.latest === null ? from + 14 : xOf(scale, range.latest + 1)
  if (!meets(from, to)) return
  pen.line(from, top + 7, to)
  pen.upright(from, top + 5, top + 10)
  if (range.latest !== null) pen.upright(to, top + 5, top + 10)
}

function drawGate(pens: MarkPens, gate: RowGate, top: number, scale: TimeScale, meets: Meets): void {
  const x = gateX(scale, gate)
  if (meets(x - HALF_DIAMOND, x + HALF_DIAMOND))
    pens.of(gate.passed ? "gatePassed" : "gateOpen").diamond(x, top + MIDDLE, HALF_DIAMOND)
  if (gate.target === null || gate.passed) return
  const target = xOf(scale, gate.target + 1)
  if (meets(target, target)) pens.of("target").upright(target, top + 8, top + 26)
}
