import { ROW_HEIGHT } from "./marks"
import type { Stretch } from "./time-scale"

/** What of the timeline is drawn: rows from `first` up to, not including, `last`, and a stretch of the axis. */
export type Window = { readonly first: number; readonly last: number; readonly stretch: Stretch }

/** Where a scrolling box stands, and how much of rows and axis it shows, in pixels. */
export type Viewport = {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

const BLOCK_ROWS = 4
const OVERSCAN_ROWS = 6
const BLOCK_X = 256
const OVERSCAN_X = 256

/** What to draw for a viewport. It moves in blocks, so that most scroll events change nothing. */
export function windowFor({ top, left, width, height }: Viewport, rows: number): Window {
  const block = Math.floor(Math.max(0, top) / ROW_HEIGHT / BLOCK_ROWS) * BLOCK_ROWS
  const visible = Math.ceil(height / ROW_HEIGHT) + BLOCK_ROWS
  const first = Math.max(0, Math.min(block - OVERSCAN_ROWS, rows - visible))
  const from = Math.floor(Math.max(0, left) / BLOCK_X) * BLOCK_X - OVERSCAN_X
  return {
    ...{ first, last: Math.min(rows, block + visible + OVERSCAN_ROWS) },
    stretch: { from, to: from + Math.ceil(width / BLOCK_X) * BLOCK_X + BLOCK_X + 2 * OVERSCAN_X },
  }
}

export const isSameWindow = (one: Window, other: Window): boolean =>
  one.first === other.first &&
  one.last === other.last &&
  one.stretch.from === other.stretch.from &&
  one.stretch.to === other.stretch.to
