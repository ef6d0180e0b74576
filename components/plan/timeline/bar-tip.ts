import { hitAt } from "@/lib/plan/timeline/hit"
import { tipOf } from "@/lib/plan/timeline/rows"
import type { TimeScale } from "@/lib/plan/timeline/time-scale"
import { make } from "./dom"
import type { Scene } from "./scene"

const DELAY_MS = 350
const WIDTH = 280

type Pointed = { readonly x: number; readonly y: number; readonly clientX: number; readonly clientY: number }

/** What a bar stands for, beside the pointer that rests on it. Rows say the same in words to those who do not see it. */
export class BarTip {
  private readonly node: HTMLElement
  private timer: ReturnType<typeof setTimeout> | undefined
  private shownId: string | null = null

  constructor() {
    const look =
      "pointer-events-none fixed z-50 hidden rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-meta text-ink-2 shadow-float"
    this.node = make(document.body, "div", look, { "aria-hidden": "true", "data-bar-tip": "" })
    this.node.style.maxWidth = `${WIDTH}px`
  }

  /** Follows the pointer: over another bar the hint waits anew, beside all bars it goes. */
  point(at: Pointed | null, scene: Scene, scale: TimeScale): void {
    const hit = at ? hitAt(scene.model.rows, scale, at.x, at.y) : null
    if (hit && hit.row.id === this.shownId) return
    this.hide()
    if (!at || !hit) return
    this.shownId = hit.row.id
    this.timer = setTimeout(() => this.show(tipOf(hit.row, scene.sayDay), at), DELAY_MS)
  }

  hide(): void {
    clearTimeout(this.timer)
    this.shownId = null
    this.node.classList.add("hidden")
  }

  end(): void {
    this.hide()
    this.node.remove()
  }

  private show([name = "", ...lines]: readonly string[], { clientX, clientY }: Pointed): void {
    this.node.replaceChildren()
    make(this.node, "div", "font-medium text-ink").textContent = name
    for (const line of lines) make(this.node, "div", "").textContent = line
    this.node.classList.remove("hidden")
    const { width, height } = this.node.getBoundingClientRect()
    this.node.style.left = `${Math.max(8, Math.min(clientX + 12, window.innerWidth - width - 8))}px`
    this.node.style.top = `${clientY + 18 + height > window.innerHeight ? clientY - height - 10 : clientY + 18}px`
  }
}
