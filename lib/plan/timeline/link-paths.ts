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
): LinkPaths {
  const pens = { plain: [new Pen(), new Pen()] as const, critical: [new Pen(), new Pen()] as const }
  for (const link of links) {
    if (Math.max(link.from, link.to) < first || Math.min(link.from, link.to) >= last) continue
    const ports = portsOf(rows, link, scale)
    if (!ports || !meets(ports, stretch)) continue
    const [lines, heads] = link.critical ? pens.critical : pens.plain
    drawLink(lines, heads, ports, link)
  }
  const { plain, critical } = pens
  return {
    ...{ lines: plain[0].path, heads: plain[1].path },
    ...{ criticalLines: critical[0].path, criticalHeads: critical[1].path },
  }
}

/** Work runs to a gate from below or above, and away from it, so that many links share one line and no bar is crossed. */
function drawLink(lines: Pen, heads: Pen, [from, to]: readonly [Port, Port], link: RowLink): void {
  const up = to.y < from.y ? 1 : -1
  const gateIn = to.x + TIP
  const gateOut = from.x - TIP
  if (link.toGate && from.side === 1 && to.side === -1 && from.x <= gateIn && to.y !== from.y) {
    lines.corners(from.x, from.y, [gateIn, to.y + up * TIP])
    heads.upHead(gateIn, to.y + up * TIP, up)
  } else if (link.fromGate && from.side === 1 && to.side === -1 && to.x + to.side * IN >= gateOut && to.y !== from.y) {
    lines.corners(gateOut, from.y - up * TIP, [gateOut, to.y, to.x])
    heads.head(to.x, to.y, 1)
  } else {
    lines.corners(from.x, from.y, routeOf(from, to))
    heads.head(to.x, to.y, to.side === -1 ? 1 : -1)
  }
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
