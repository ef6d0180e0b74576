import { linkPaths } from "@/lib/plan/timeline/link-paths"
import { type MarkKind, markKinds, marksOf, paints, ROW_HEIGHT, wordsX } from "@/lib/plan/timeline/marks"
import { sayRange, type TimelineModel } from "@/lib/plan/timeline/rows"
import { freeSpansIn, type TimeScale, ticksIn, xOf } from "@/lib/plan/timeline/time-scale"
import type { Window } from "@/lib/plan/timeline/window"
import { make, makeSvg, put } from "./dom"
import { HEAD_HEIGHT, type Scene } from "./scene"

/** From so many rows on, the links of a new plan are drawn a frame after its bars. */
const MANY_ROWS = 3_000

const colour = (name: string | undefined): string => (name === undefined ? "none" : `var(--${name})`)

/** Draws the window of the chart: one path for all marks of a kind, so that a frame is a handful of attributes. */
export class MarkPainter {
  readonly svg: SVGElement
  private readonly free: SVGElement
  private readonly lines: SVGElement
  private readonly marks: ReadonlyMap<MarkKind, SVGElement>
  private readonly links: readonly SVGElement[]
  private readonly words: SVGElement
  /** The model whose links are known. */
  private linked: TimelineModel | null = null
  private readonly today: SVGElement

  constructor(layer: HTMLElement) {
    this.svg = makeSvg(layer, "svg", {
      ...{ "aria-hidden": "true", "data-mark": "", class: "pointer-events-none absolute z-[5] overflow-hidden" },
    })
    const path = (attributes: Record<string, string>) => makeSvg(this.svg, "path", { fill: "none", ...attributes })
    this.free = path({ fill: "var(--sunken)" })
    this.lines = path({ stroke: "var(--line)" })
    const quiet = { "stroke-width": "1", stroke: "var(--ink-3)" }
    const strong = { "stroke-width": "1.2", stroke: "var(--ink)" }
    const marks = new Map<MarkKind, SVGElement>()
    const under = markKinds.filter((kind) => !kind.startsWith("gate"))
    for (const kind of under) marks.set(kind, path(paintOf(kind)))
    const near = { "stroke-width": "1.6", stroke: "var(--accent)" }
    this.links = [
      ...[path(quiet), path({ fill: "var(--ink-3)" }), path(strong), path({ fill: "var(--ink)" })],
      ...[path(near), path({ fill: "var(--accent)" })],
    ]
    for (const kind of ["gateOpen", "gatePassed"] as const) marks.set(kind, path(paintOf(kind)))
    this.marks = marks
    this.words = makeSvg(this.svg, "g", { "font-size": "11", fill: "var(--warn)" })
    this.today = path({ stroke: "var(--needs-you)" })
  }

  paint(scene: Scene, scale: TimeScale, { first, last, stretch }: Window): void {
    const { model } = scene
    const top = first * ROW_HEIGHT
    const height = Math.max(0, last - first) * ROW_HEIGHT
    const width = stretch.to - stretch.from
    put(this.svg, {
      ...{ width: `${width}`, height: `${height}`, viewBox: `${stretch.from} ${top} ${width} ${height}` },
      style: `left:${scene.nameWidth + stretch.from}px;top:${top}px`,
    })
    const bottom = top + height
    const free = scene.calendar ? freeSpansIn(scale, scene.calendar, stretch) : []
    put(this.free, { d: free.map(({ from, to }) => `M${from} ${top}H${to}V${bottom}H${from}z`).join("") })
    put(this.lines, {
      d: ticksIn(scale, stretch)
        .map(({ x }) => `M${Math.round(x) + 0.5} ${top}V${bottom}`)
        .join(""),
    })
    const marks = marksOf(model.rows, { first, last }, scale, stretch)
    for (const [kind, node] of this.marks) put(node, { d: marks[kind] })
    if (model.rows.length < MANY_ROWS || model === this.linked) this.paintLinks(scene, scale, { first, last, stretch })
    else requestAnimationFrame(() => this.paintLinks(scene, scale, { first, last, stretch }))
    const today = Math.round(xOf(scale, model.today)) + 0.5
    put(this.today, { d: `M${today} ${top}V${bottom}` })
    this.say(scene, scale, { first, last })
  }

  /** Links of what is selected or open stand out, and the others step back; without such all are quiet. */
  private paintLinks(scene: Scene, scale: TimeScale, { stretch, ...rows }: Window): void {
    const { model, links, selected, openId, linkId } = scene
    const looksAt = (index: number) => {
      const id = model.rows[index]?.id ?? ""
      return id === openId || selected.has(id)
    }
    const found = links
      ? linkPaths(model, rows, scale, stretch, (link) => link.id === linkId || looksAt(link.from) || looksAt(link.to))
      : null
    const paths = [found?.lines, found?.heads, found?.criticalLines, found?.criticalHeads]
    const all = [...paths, found?.nearLines, found?.nearHeads]
    const dimmed = found?.nearLines ? "0.25" : "1"
    for (const [index, node] of this.links.entries())
      put(node, { d: all[index] ?? "", opacity: index < paths.length ? dimmed : "1" })
    this.linked = model
  }

  /** Puts what is outside its range into words, behind everything else of its row. */
  private say({ model }: Scene, scale: TimeScale, { first, last }: Pick<Window, "first" | "last">): void {
    this.words.replaceChildren()
    for (let index = first; index < last; index++) {
      const row = model.rows[index]
      const said = row?.range ? sayRange(row.range) : null
      if (!row || said === null) continue
      const x = wordsX(row, scale)
      makeSvg(this.words, "text", { x: `${x}`, y: `${index * ROW_HEIGHT + 21}` }).textContent = said
    }
  }
}

function paintOf(kind: MarkKind): Record<string, string> {
  const { fill, stroke, width, opacity } = paints[kind]
  return {
    ...{ fill: colour(fill), stroke: colour(stroke) },
    ...(width === undefined ? {} : { "stroke-width": `${width}` }),
    ...(opacity === undefined ? {} : { opacity: `${opacity}` }),
  }
}

/** About how wide a word of the axis is, in pixels; `today` stands where another would touch it. */
const WORD_WIDTH = 34

/** The words of the axis, and `today`. */
export class AxisPainter {
  private readonly today: HTMLElement
  private readonly labels: HTMLElement[] = []
  constructor(private readonly layer: HTMLElement) {
    const look = "absolute top-[7px] z-[1] bg-surface px-1 text-needs-you text-tiny"
    this.today = make(layer, "span", look)
    this.today.textContent = "today"
    layer.style.height = `${HEAD_HEIGHT}px`
  }

  paint(scene: Scene, scale: TimeScale, { stretch }: Window): void {
    const ticks = ticksIn(scale, stretch)
    const today = xOf(scale, scene.model.today)
    for (const [index, { x, label, strong }] of ticks.entries()) {
      const node = this.labels[index] ?? make(this.layer, "span", "absolute top-[7px] pl-1.5 whitespace-nowrap")
      this.labels[index] = node
      node.style.left = `${x}px`
      if (node.textContent !== label) node.textContent = label
      node.classList.toggle("text-ink-2", strong)
      node.style.visibility = x + WORD_WIDTH > today && x < today + WORD_WIDTH ? "hidden" : "visible"
    }
    for (const spare of this.labels.splice(ticks.length)) spare.remove()
    this.today.style.left = `${today + 1}px`
  }
}
