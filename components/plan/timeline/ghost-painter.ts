import { hitAt, knobX, mayMove } from "@/lib/plan/timeline/hit"
import { routeOf } from "@/lib/plan/timeline/link-paths"
import { barEdges, barShape, gateX, ROW_HEIGHT } from "@/lib/plan/timeline/marks"
import { Pen } from "@/lib/plan/timeline/pen"
import type { TimelineModel, TimelineRow } from "@/lib/plan/timeline/rows"
import { type TimeScale, xOf } from "@/lib/plan/timeline/time-scale"
import type { Window } from "@/lib/plan/timeline/window"
import { makeSvg, put } from "./dom"
import type { Ghost, Scene } from "./scene"

type Place = { readonly scene: Scene; readonly scale: TimeScale; readonly window: Window }

/** Draws what would be: the bars that are taken, the ones that shift with them, a link that is being drawn, the knob. */
export class GhostPainter {
  private readonly taken: SVGElement
  private readonly shifted: SVGElement
  private readonly link: SVGElement
  private readonly knob: SVGElement

  constructor(svg: SVGElement) {
    const path = (attributes: Record<string, string>) => makeSvg(svg, "path", { fill: "none", ...attributes })
    const dashes = { stroke: "var(--accent)", "stroke-width": "1.25", "stroke-dasharray": "3 2" }
    this.shifted = path(dashes)
    this.taken = path({ fill: "var(--accent)", "fill-opacity": "0.35", stroke: "var(--accent)", "stroke-width": "1.5" })
    this.link = path({ stroke: "var(--accent)", "stroke-width": "1.5" })
    this.knob = path({ fill: "var(--surface)", stroke: "var(--accent)", "stroke-width": "1.5" })
  }

  paint(ghost: Ghost | null, { scene, scale, window }: Place): void {
    const pens = { taken: new Pen(), shifted: new Pen(), link: new Pen() }
    if (ghost) {
      for (let index = window.first; index < window.last; index++) {
        const row = scene.model.rows[index]
        if (row) drawRow(pens, row, index, ghost, scale)
      }
      drawLink(pens.link, scene.model, ghost, scale)
    }
    put(this.taken, { d: pens.taken.path })
    put(this.shifted, { d: pens.shifted.path })
    put(this.link, { d: pens.link.path })
    if (ghost) this.point(null, { scene, scale, window })
  }

  /** Shows the knob of the row under the pointer, and says which cursor suits the place; null where nothing is. */
  point(at: { readonly x: number; readonly y: number } | null, { scene, scale }: Place): string {
    const { rows } = scene.model
    const row = at ? rows[Math.floor(at.y / ROW_HEIGHT)] : undefined
    if (!at || !row?.span) {
      put(this.knob, { d: "" })
      return ""
    }
    const hit = hitAt(rows, scale, at.x, at.y)
    const edges = barEdges(scale, row)
    const near = edges && at.x >= edges.from - 12 && at.x <= knobX(row, scale) + 12
    const x = Math.round(knobX(row, scale) * 10) / 10
    const y = Math.floor(at.y / ROW_HEIGHT) * ROW_HEIGHT + ROW_HEIGHT / 2
    put(this.knob, { d: near ? `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z` : "" })
    if (hit?.part === "knob") return "crosshair"
    if (!hit || !mayMove(row)) return ""
    return hit.part === "end" ? "ew-resize" : "grab"
  }
}

type Pens = { readonly taken: Pen; readonly shifted: Pen; readonly link: Pen }

function drawRow(pens: Pens, row: TimelineRow, index: number, ghost: Ghost, scale: TimeScale): void {
  const { top, height } = barShape(row.kind)
  const bar = (pen: Pen, span: { start: number; finish: number }) => {
    const from = xOf(scale, span.start)
    pen.bar(from, index * ROW_HEIGHT + top, Math.max(2, xOf(scale, span.finish + 1) - from), height, 3)
  }
  const taken = ghost.taken.get(row.id)
  if (taken) {
    bar(pens.taken, taken)
    return
  }
  const after = ghost.after?.(row)
  if (!after?.span || !row.span) return
  if (after.span.start !== row.span.start || after.span.finish !== row.span.finish) bar(pens.shifted, after.span)
  if (after.gate !== null && row.gate && after.gate !== row.gate.day)
    pens.shifted.diamond(gateX(scale, { day: after.gate }), index * ROW_HEIGHT + ROW_HEIGHT / 2, 7)
}

function drawLink(pen: Pen, { rows }: TimelineModel, { link }: Ghost, scale: TimeScale): void {
  const from = link ? rows[link.from] : undefined
  if (!link || !from) return
  const x = knobX(from, scale) - 10
  const y = link.from * ROW_HEIGHT + ROW_HEIGHT / 2
  if (typeof link.to === "number") {
    const to = rows[link.to]
    const end = to?.gate ? gateX(scale, to.gate) - 7 : to ? barEdges(scale, to)?.from : undefined
    if (end === undefined) return
    const port = { x: end, y: link.to * ROW_HEIGHT + ROW_HEIGHT / 2, side: -1 } as const
    pen.corners(x, y, routeOf({ x, y, side: 1 }, port))
    pen.head(port.x, port.y, 1)
  } else pen.corners(x, y, [link.to.x, link.to.y])
}
