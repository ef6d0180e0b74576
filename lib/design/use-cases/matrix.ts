import type { Figures } from "./ranking"

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Dot = { readonly key: string; readonly label: string; readonly figures: Figures }
export type PlacedDot = Dot & {
  readonly x: number
  readonly y: number
  /** Where its name stands; null where there is no room that covers nothing. */
  readonly text: Box | null
  /** Its name stands apart, with a line to it. */
  readonly leads: boolean
}
/** The part of the scale of scores that is drawn. */
export type Range = { readonly from: number; readonly to: number }

/** Pixels: of a dot's middle to its edge, and of the names. */
export const RADIUS = 5
const LINE = 16
const LETTER = 6.7
const GAP = 5

export const widthOf = (label: string): number => Math.ceil(label.length * LETTER)

/** A range that holds all values with some room, within the scale of scores. */
export function rangeOf(values: readonly number[], middle: number): Range {
  const from = Math.max(1, Math.min(middle - 0.6, ...values) - 0.35)
  const to = Math.min(5, Math.max(middle + 0.6, ...values) + 0.35)
  return { from, to }
}

export const atRange = ({ from, to }: Range, value: number): number => (value - from) / (to - from)

/**
 * Dots with names that cover no dot, no other name and none of the words of the regions (`taken`), all inside the frame.
 * Names stand beside, below or above their dots, else a little further away with a line. Dots with the most neighbours
 * choose first; equal ones by key, so that the same figures always give the same picture.
 */
export function placeDots(
  dots: readonly Dot[],
  frame: { readonly width: number; readonly height: number },
  ranges: { readonly effort: Range; readonly value: Range },
  taken: readonly Box[],
): readonly PlacedDot[] {
  const points = dots.map((dot) => ({
    ...dot,
    x: atRange(ranges.effort, dot.figures.effort) * frame.width,
    y: (1 - atRange(ranges.value, dot.figures.value)) * frame.height,
  }))
  const around = (of: { x: number; y: number }) =>
    points.filter(({ x, y }) => Math.abs(x - of.x) < 90 && Math.abs(y - of.y) < 40).length
  const order = points.toSorted((a, b) => around(b) - around(a) || (a.key < b.key ? -1 : 1))
  const boxes = [...taken, ...points.map(({ x, y }) => squareOf(x, y))]
  const placed = new Map<string, PlacedDot>()
  for (const point of order) {
    const spots = spotsOf(point, widthOf(point.label))
    const at = spots.findIndex((spot) => isInside(spot, frame) && !boxes.some((box) => overlaps(box, spot)))
    const text = spots[at] ?? null
    if (text) boxes.push(text)
    placed.set(point.key, { ...point, text, leads: at >= BESIDE })
  }
  return dots.flatMap(({ key }) => placed.get(key) ?? [])
}

const BESIDE = 4
function spotsOf({ x, y }: { x: number; y: number }, width: number): readonly Box[] {
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: LINE })
  const [right, left, middle] = [x + RADIUS + GAP, x - RADIUS - GAP - width, x - width / 2]
  const [above, below] = [y - RADIUS - LINE - 1, y + RADIUS + 1]
  const beside = [box(right, y - LINE / 2), box(left, y - LINE / 2), box(middle, above), box(middle, below)]
  const apart = [1, 2, 3].flatMap((far) =>
    [above - far * LINE, below + far * LINE].flatMap((top) => [box(right, top), box(left, top), box(middle, top)]),
  )
  return [...beside, ...apart]
}

const squareOf = (x: number, y: number): Box => ({
  ...{ x: x - RADIUS - 1, y: y - RADIUS - 1, width: 2 * RADIUS + 2, height: 2 * RADIUS + 2 },
})
const isInside = ({ x, y, width, height }: Box, frame: { width: number; height: number }) =>
  x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
