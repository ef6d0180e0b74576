import { barEdges, barShape, gateX, ROW_HEIGHT } from "./marks"
import type { TimelineRow } from "./rows"
import type { TimeScale } from "./time-scale"

/** A part of a bar that a pointer can take: the bar to move it, its end to resize it, its knob to draw a link. */
export type HitPart = "bar" | "end" | "knob"
export type Hit = { readonly index: number; readonly row: TimelineRow; readonly part: HitPart }

/** How far right of its bar the knob stands, and how far from its middle a pointer still takes it, in pixels. */
const KNOB_OFFSET = 10
const KNOB_REACH = 7
const END_REACH = 5
const SLOP = 3

/**
 * What lies under a point of the chart, in pixels from its first row and first day. The end can be taken where a bar is
 * wide enough to have a middle; only work can be resized; a knob can be taken on every bar and gate.
 */
export function hitAt(rows: readonly TimelineRow[], scale: TimeScale, x: number, y: number): Hit | null {
  const index = Math.floor(y / ROW_HEIGHT)
  const row = rows[index]
  const edges = row ? barEdges(scale, row) : null
  if (!row || !edges) return null
  const { top, height } = barShape(row.kind)
  const inRow = y - index * ROW_HEIGHT
  if (Math.abs(x - knobX(row, scale)) <= KNOB_REACH && Math.abs(inRow - ROW_HEIGHT / 2) <= KNOB_REACH)
    return { index, row, part: "knob" }
  if (inRow < top - SLOP || inRow > top + height + SLOP || x < edges.from - SLOP || x > edges.to + SLOP) return null
  const hasMiddle = edges.to - edges.from > 3 * END_REACH
  const isEnd = mayResize(row) && x >= edges.to - (hasMiddle ? END_REACH : 0)
  return { index, row, part: isEnd ? "end" : "bar" }
}

/** Where the knob of a row stands: right of its bar, or of its gate. */
export function knobX(row: TimelineRow, scale: TimeScale): number {
  const end = row.gate ? gateX(scale, row.gate) + 7 : (barEdges(scale, row)?.to ?? 0)
  return end + KNOB_OFFSET
}

/** Work items, and workstreams that have none, have a length of their own. */
export const mayResize = ({ kind, expanded }: Pick<TimelineRow, "kind" | "expanded">): boolean =>
  kind === "item" || (kind === "workstream" && expanded === undefined)

/** What is done or dropped stays where it was. */
export const mayMove = ({ status, span }: Pick<TimelineRow, "status" | "span">): boolean =>
  span !== null && status !== "done" && status !== "dropped"
