import { barEdges, gateX, ROW_HEIGHT } from "./marks"
import { Pen } from "./pen"
import type { RowLink, TimelineRow } from "./rows"
import type { Stretch, TimeScale } from "./time-scale"

/** The paths of links: lines and heads, those of the critical path apart. */
export type LinkPaths = {
  readonly lines: string
  readonly heads: string
  readonly criticalLines: string
  readonly criticalHeads: string
  /** Of what is looked at; then the others are drawn dimmed. */
  readonly nearLines: string
  readonly nearHeads: string
}

/** A point at which a link leaves or enters; it leaves to the right (1) or left (-1). */
type Port = { readonly x: number; readonly y: number; readonly side: 1 | -1 }
const OUT = 6
const IN = 9
const TIP = 7

/**
 * The links that show between the rows from `first` up to, not including, `last` in a stretch: those with an end there,
 * and those that pass through. O(links).
 */
export function linkPaths(
  { rows, links }: { readonly rows: readonly TimelineRow[]; readonly links: readonly RowLink[] },
  { first, last }: { readonly first: number; readonly last: number },
  scale: TimeScale,
  stretch: Stretch,
  isNear: (link: RowLink) => boolean = () => false,
): LinkPaths {
  const pair = () => [new Pen(), new Pen()] as const
  const pens = { plain: pair(), critical: pair(), near: pair() }
  for (const link of links) {
    if (Math.max(link.from, link.to) < first || Math.min(link.from, link.to) >= last) continue
    const ports = portsOf(rows, link, scale)
    if (!ports || !meets(ports, stretch)) continue
    const [lines, heads] = isNear(link) ? pens.near : link.critical ? pens.critical : pens.plain
    drawLink(lines, heads, ports, link)
  }
  const { plain, critical, near } = pens
  return {
    ...{ lines: plain[0].path, heads: plain[1].path },
    ...{ criticalLines: critical[0].path, criticalHeads: critical[1].path },
    ...{ nearLines: near[0].path, nearHeads: near[1].path },
  }
}

/** The way of a link: from a point by corners, alternately across and upright, to its head. */
type Way = {
  readonly x: number
  readonly y: number
  readonly steps: readonly number[]
  /** Which way the head points; it lies at the end of the way. */
  readonly head: "right" | "left" | "up" | "down"
}

/** Work runs to a gate from below or above, and away from it, so that many links share one line and no bar is crossed. */
function wayOf([from, to]: readonly [Port, Port], link: RowLink): Way {
  const up = to.y < from.y ? 1 : -1
  const gateIn = to.x + TIP
  const gateOut = from.x - TIP
  if (link.toGate && from.side === 1 && to.side === -1 && from.x <= gateIn && to.y !== from.y)
    return { x: from.x, y: from.y, steps: [gateIn, to.y + up * TIP], head: up === 1 ? "up" : "down" }
  if (link.fromGate && from.side === 1 && to.side === -1 && to.x + to.side * IN >= gateOut && to.y !== from.y)
    return { x: gateOut, y: from.y - up * TIP, steps: [gateOut, to.y, to.x], head: "right" }
  return { x: from.x, y: from.y, steps: routeOf(from, to), head: to.side === -1 ? "right" : "left" }
}

function drawLink(lines: Pen, heads: Pen, ports: readonly [Port, Port], link: RowLink): void {
  const { x, y, steps, head } = wayOf(ports, link)
  lines.corners(x, y, steps)
  const end = cornersOf({ x, y, steps }).at(-1)
  if (!end) return
  if (head === "up" || head === "down") heads.upHead(end.x, end.y, head === "up" ? 1 : -1)
  else heads.head(end.x, end.y, head === "right" ? 1 : -1)
}

type Point = { readonly x: number; readonly y: number }

function cornersOf({ x, y, steps }: Pick<Way, "x" | "y" | "steps">): Point[] {
  const corners: Point[] = [{ x, y }]
  for (const [index, step] of steps.entries()) {
    const last = corners.at(-1) ?? { x, y }
    corners.push(index % 2 === 0 ? { x: step, y: last.y } : { x: last.x, y: step })
  }
  return corners
}

/** How far from its line a pointer still takes a link, in pixels. */
const LINK_REACH = 4

/** The link whose line lies nearest to a point of the chart, if one is within reach. O(links). */
export function linkAt(
  { rows, links }: { readonly rows: readonly TimelineRow[]; readonly links: readonly RowLink[] },
  scale: TimeScale,
  { x, y }: Point,
): RowLink | null {
  let nearest: RowLink | null = null
  let least = LINK_REACH
  for (const link of links) {
    const top = Math.min(link.from, link.to) * ROW_HEIGHT
    if (y < top - LINK_REACH || y > (Math.max(link.from, link.to) + 1) * ROW_HEIGHT + LINK_REACH) continue
    const ports = portsOf(rows, link, scale)
    if (!ports) continue
    const corners = cornersOf(wayOf(ports, link))
    for (const [index, to] of corners.entries()) {
      const from = corners[index - 1]
      const away = from ? distance({ x, y }, from, to) : Infinity
      if (away <= least) [nearest, least] = [link, away]
    }
  }
  return nearest
}

/** From a point to a line that runs across or upright. */
function distance({ x, y }: Point, from: Point, to: Point): number {
  const across = Math.max(Math.min(from.x, to.x) - x, 0, x - Math.max(from.x, to.x))
  const upright = Math.max(Math.min(from.y, to.y) - y, 0, y - Math.max(from.y, to.y))
  return Math.hypot(across, upright)
}

const meets = ([from, to]: readonly [Port, Port], stretch: Stretch): boolean =>
  Math.max(from.x, to.x) + 20 >= stretch.from && Math.min(from.x, to.x) - 20 <= stretch.to

/** Where a link leaves and enters; null where one of its ends has no bar. */
function portsOf(
  rows: readonly TimelineRow[],
  link: Omit<RowLink, "id" | "critical">,
  scale: TimeScale,
): readonly [Port, Port] | null {
  const from = portOf(rows[link.from], link.from, link.fromGate, link.type[0] === "F" ? 1 : -1, scale)
  const to = portOf(rows[link.to], link.to, link.toGate, link.type[1] === "F" ? 1 : -1, scale)
  return from && to ? [from, to] : null
}

function portOf(
  row: TimelineRow | undefined,
  index: number,
  isGate: boolean,
  side: 1 | -1,
  scale: TimeScale,
): Port | null {
  const y = index * ROW_HEIGHT + ROW_HEIGHT / 2
  if (isGate) return row?.gate ? { x: gateX(scale, row.gate) + side * TIP, y, side } : null
  const edges = row ? barEdges(scale, row) : null
  return edges ? { x: side === 1 ? edges.to : edges.from, y, side } : null
}

/** The corners of a link, alternately across and upright, that end at its head. */
export function routeOf(from: Port, to: Port): readonly number[] {
  const out = from.x + from.side * OUT
  const back = to.x + to.side * IN
  if (from.side === to.side) {
    const turn = from.side === 1 ? Math.max(out, back) : Math.min(out, back)
    return [turn, to.y, to.x]
  }
  const hasRoom = from.side === 1 ? out <= back : out >= back
  if (hasRoom) return [out, to.y, to.x]
  const between = to.y + (to.y >= from.y ? -1 : 1) * (ROW_HEIGHT / 2)
  return [out, between, back, to.y, to.x]
}
