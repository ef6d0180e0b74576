import { hitAt } from "@/lib/plan/timeline/hit"
import { linkAt } from "@/lib/plan/timeline/link-paths"
import { ROW_HEIGHT } from "@/lib/plan/timeline/marks"
import { sayRange } from "@/lib/plan/timeline/rows"
import { fitting, pixelsPerDay, scaleFor, type TimeScale, widthOf, xOf } from "@/lib/plan/timeline/time-scale"
import { isSameWindow, type Window, windowFor } from "@/lib/plan/timeline/window"
import { BarTip } from "./bar-tip"
import { make } from "./dom"
import { GhostPainter } from "./ghost-painter"
import { AxisPainter, MarkPainter } from "./mark-painter"
import { RowPainter } from "./row-painter"
import { type Ghost, HEAD_HEIGHT, type Scene } from "./scene"

/** The room that words about a phase's length take at the right of the last bar. */
const WORDS_WIDTH = 180
const UNMEASURED = { width: 1072, height: 680 }

/**
 * Draws a scene into a scrolling box and follows its scrolling. All of it is one box with sticky names and a sticky
 * axis, so rows and bars cannot come apart. It never scrolls by itself: a scene with another scale keeps the day that
 * was in the middle (or, with the same zoom, at the edge) where it was.
 */
export class ChartPainter {
  private readonly parts: ReturnType<typeof makeParts>
  private readonly rows: RowPainter
  private readonly marks: MarkPainter
  private readonly axis: AxisPainter
  private readonly ghosts: GhostPainter
  private readonly tip = new BarTip()
  private readonly observer: ResizeObserver | null
  private size = UNMEASURED
  /** Sizes come from the observer, in the same frame: asking for them would lay the page out once more. */
  private isMeasured: boolean
  private isPlaced = false
  /** Where the box is scrolled to, as far as we know without asking. */
  private at = { left: 0, top: 0 }
  private scene: Scene | null = null
  private scale: TimeScale = { first: 0, last: 0, perDay: 1 }
  private window: Window | null = null
  private ghost: Ghost | null = null

  constructor(private readonly box: HTMLElement) {
    this.parts = makeParts(box)
    this.rows = new RowPainter(this.parts.rows)
    this.marks = new MarkPainter(this.parts.body)
    this.axis = new AxisPainter(this.parts.axis)
    this.ghosts = new GhostPainter(this.marks.svg)
    box.addEventListener("scroll", this.follow, { passive: true })
    this.observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(this.resize)
    this.observer?.observe(box)
    this.isMeasured = this.observer === null
  }

  end(): void {
    this.observer?.disconnect()
    this.box.removeEventListener("scroll", this.follow)
    this.tip.end()
    this.box.replaceChildren()
  }

  /** Draws a scene. The first one is scrolled so that today lies at a third of the width. */
  show(scene: Scene): void {
    const before = this.scene
    this.scene = scene
    if (!this.isMeasured) return
    const moved = before && this.isPlaced ? this.placeOf(before, this.scale, scene) : null
    this.scale = this.scaleOf(scene)
    this.layOut(scene)
    this.window = null
    if (!this.isPlaced) this.goToDay(scene.model.today, 1 / 3)
    else if (moved) this.goToDay(moved.day, moved.share)
    this.isPlaced = true
    this.paint()
  }

  /** The scale as it is drawn now. */
  currentScale(): TimeScale {
    return this.scale
  }
  /** How many rows can be seen at once. */
  pageRows(): number {
    return Math.max(1, Math.floor((this.size.height - HEAD_HEIGHT) / ROW_HEIGHT) - 1)
  }

  /** Scrolls sideways until a day lies at a share of the width of the chart. */
  goToDay(day: number, share: number): void {
    if (!this.scene) return
    const most = Math.max(0, this.scene.nameWidth + widthOf(this.scale) - this.size.width)
    const asked = xOf(this.scale, day) - share * this.chartWidth(this.scene)
    this.scrollTo({ left: Math.max(0, Math.min(most, asked)) })
  }

  /** Draws first, so that the browser lays out once. */
  private scrollTo(to: { readonly left?: number; readonly top?: number }): void {
    this.at = { ...this.at, ...to }
    this.paint()
    if (to.left !== undefined) this.box.scrollLeft = to.left
    if (to.top !== undefined) this.box.scrollTop = to.top
  }

  /** Scrolls as little as needed until a row can be seen. */
  reveal(index: number): void {
    const top = index * ROW_HEIGHT
    const room = this.size.height - HEAD_HEIGHT - ROW_HEIGHT / 2
    if (top < this.at.top) this.scrollTo({ top })
    else if (top + ROW_HEIGHT > this.at.top + room) this.scrollTo({ top: top + ROW_HEIGHT - room })
  }

  private placeOf(before: Scene, old: TimeScale, next: Scene): { day: number; share: number } | null {
    const scale = this.scaleOf(next)
    if (scale.first === old.first && scale.perDay === old.perDay) return null
    const share = scale.perDay === old.perDay ? 0 : 0.5
    const x = this.at.left + share * this.chartWidth(before)
    return { day: old.first + x / old.perDay, share }
  }

  private scaleOf({ model, zoom, nameWidth }: Scene): TimeScale {
    const { start, finish } = model.extent
    if (zoom !== "fit") return scaleFor(start, finish, pixelsPerDay[zoom])
    const words = model.rows.some(({ range }) => range && sayRange(range)) ? WORDS_WIDTH : 0
    const perDay = fitting(start, finish, Math.max(120, this.size.width - nameWidth - words))
    const before = Math.ceil(16 / perDay)
    return { first: start - before, last: finish + before + Math.floor(words / perDay), perDay }
  }

  private chartWidth({ nameWidth }: Scene): number {
    return Math.max(0, this.size.width - nameWidth)
  }

  private layOut(scene: Scene): void {
    const { head, corner, axis, body, percent } = this.parts
    const width = Math.max(this.size.width, scene.nameWidth + widthOf(this.scale))
    head.style.width = `${width}px`
    body.style.width = `${width}px`
    body.style.height = `${scene.model.rows.length * ROW_HEIGHT}px`
    corner.style.width = `${scene.nameWidth}px`
    axis.style.left = `${scene.nameWidth}px`
    percent.hidden = scene.nameWidth < 200
    this.box.setAttribute("aria-rowcount", `${scene.model.rows.length + 1}`)
  }

  private readonly follow = () => {
    this.at = { left: this.box.scrollLeft, top: this.box.scrollTop }
    this.tip.hide()
    this.paint()
  }

  private readonly resize = ([entry]: readonly ResizeObserverEntry[]) => {
    if (!entry) return
    const { width, height } = entry.contentRect
    if (this.isMeasured && width === this.size.width && height === this.size.height) return
    this.isMeasured = true
    this.size = { width, height }
    if (this.scene) this.show(this.scene)
  }

  private paint(): void {
    const { scene, size } = this
    if (!scene) return
    const next = windowFor({ ...this.at, ...size }, scene.model.rows.length)
    if (this.window && isSameWindow(this.window, next)) return
    const before = this.window
    this.window = next
    if (!before || before.first !== next.first || before.last !== next.last) this.rows.paint(scene, next)
    this.marks.paint(scene, this.scale, next)
    this.axis.paint(scene, this.scale, next)
    this.paintGhost()
  }

  private paintGhost(): void {
    const { scene, scale, window } = this
    if (scene && window) this.ghosts.paint(this.ghost, { scene, scale, window })
  }

  /** Draws what a gesture would do; null takes it away. */
  showGhost(ghost: Ghost | null): void {
    this.ghost = ghost
    if (ghost) this.tip.hide()
    this.paintGhost()
  }

  /** Says what lies at a point of the screen, and for those who may move it shows what can be taken. */
  hover(clientX: number, clientY: number, mayTake: boolean): void {
    const { scene, scale, window } = this
    if (!scene || !window) return
    const { x, y, inChart } = this.pointAt(clientX, clientY)
    this.tip.point(inChart && !this.ghost ? { x, y, clientX, clientY } : null, scene, scale)
    if (!mayTake) return
    const link = inChart && !this.ghost ? this.linkAt(clientX, clientY) : null
    const cursor = link
      ? "pointer"
      : this.ghosts.point(inChart && !this.ghost ? { x, y } : null, { scene, scale, window })
    if (this.box.style.cursor !== cursor) this.box.style.cursor = cursor
  }

  /** The dependency whose line lies at a point of the screen, where no bar does. */
  linkAt(clientX: number, clientY: number): string | null {
    const { scene, scale } = this
    const at = this.pointAt(clientX, clientY)
    if (!scene?.links || !at.inChart || hitAt(scene.model.rows, scale, at.x, at.y)) return null
    return linkAt(scene.model, scale, at)?.id ?? null
  }

  /** The pointer has left. */
  leave(): void {
    this.tip.hide()
  }

  /** A point of the screen as a point of the chart: pixels from its first day and row, and the row (-1 above all). */
  pointAt(clientX: number, clientY: number): { x: number; y: number; row: number; inChart: boolean } {
    const edge = this.box.getBoundingClientRect()
    const across = clientX - edge.left
    const x = across + this.box.scrollLeft - (this.scene?.nameWidth ?? 0)
    const down = clientY - edge.top - HEAD_HEIGHT
    const y = down + this.box.scrollTop
    const inChart = across >= (this.scene?.nameWidth ?? 0) && down >= 0 && across < this.box.clientWidth
    return { x, y, row: down < 0 ? -1 : Math.floor(y / ROW_HEIGHT), inChart }
  }
}

function makeParts(box: HTMLElement) {
  const head = make(box, "div", "sticky top-0 z-20 border-line border-b bg-surface text-ink-3 text-meta", {
    role: "row",
  })
  head.setAttribute("aria-rowindex", "1")
  head.style.height = `${HEAD_HEIGHT}px`
  const look = "sticky left-0 z-10 flex h-full items-center border-line border-r bg-surface pr-4 pl-5 max-md:pl-2"
  const corner = make(head, "div", look, { role: "presentation" })
  make(corner, "span", "flex-1", { role: "columnheader" }).textContent = "Name"
  const percent = make(corner, "span", "flex-none", { role: "columnheader" })
  percent.textContent = "Done"
  make(head, "span", "sr-only", { role: "columnheader" }).textContent = "Description"
  const axis = make(head, "div", "absolute top-0", { "aria-hidden": "true" })
  const body = make(box, "div", "relative", { role: "rowgroup" })
  const rows = make(body, "div", "", { role: "presentation" })
  return { head, corner, percent, axis, body, rows }
}
