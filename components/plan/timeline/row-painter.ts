import { rounded } from "@/lib/base/kernel/rounded"
import { ROW_HEIGHT } from "@/lib/plan/timeline/marks"
import { sayRow, type TimelineRow } from "@/lib/plan/timeline/rows"
import type { Window } from "@/lib/plan/timeline/window"
import { make, makeSvg, putOrDrop } from "./dom"
import { rowElementId, type Scene } from "./scene"

type RowNodes = {
  readonly row: HTMLElement
  readonly side: HTMLElement
  readonly twist: HTMLElement
  readonly name: HTMLElement
  readonly percent: HTMLElement
  readonly words: HTMLElement
  shown: TimelineRow | null
}

const rowLook =
  "group/row absolute left-0 w-full data-open:bg-selected aria-selected:bg-selected group-focus-visible/chart:data-cursor:outline-2 group-focus-visible/chart:data-cursor:-outline-offset-2 group-focus-visible/chart:data-cursor:outline-accent"
const sideLook =
  "sticky left-0 z-10 flex h-full items-center border-line border-r border-b bg-surface pr-4 group-data-[kind=phase]/row:bg-sunken group-data-[kind=phase]/row:font-semibold group-data-[kind=item]/row:text-ink-2 hover:bg-hover group-aria-selected/row:bg-selected! group-data-open/row:bg-selected! max-md:pr-2"

/** Keeps the elements of the rows in the window, and uses again those of rows that left it. */
export class RowPainter {
  private readonly nodes = new Map<string, RowNodes>()
  constructor(private readonly layer: HTMLElement) {}

  paint(scene: Scene, { first, last }: Window): void {
    const { rows } = scene.model
    const wanted = new Set<string>()
    for (let index = first; index < last; index++) {
      const row = rows[index]
      if (row) wanted.add(row.id)
    }
    const spare = [...this.nodes].filter(([id]) => !wanted.has(id))
    for (let index = first; index < last; index++) {
      const row = rows[index]
      if (row) this.paintRow(scene, row, index, spare)
    }
    for (const [id, { row }] of spare) {
      if (this.nodes.get(id)?.row === row) this.nodes.delete(id)
      row.remove()
    }
  }

  private paintRow(scene: Scene, row: TimelineRow, index: number, spare: [string, RowNodes][]): void {
    let nodes = this.nodes.get(row.id)
    if (!nodes) {
      const free = spare.pop()
      if (free) this.nodes.delete(free[0])
      nodes = free?.[1] ?? makeRow(this.layer)
      nodes.shown = null
      this.nodes.set(row.id, nodes)
    }
    const top = `${index * ROW_HEIGHT}px`
    if (nodes.row.style.top !== top) nodes.row.style.top = top
    const rowIndex = `${index + 2}`
    if (nodes.row.getAttribute("aria-rowindex") !== rowIndex) nodes.row.setAttribute("aria-rowindex", rowIndex)
    nodes.side.style.width = `${scene.nameWidth}px`
    putOrDrop(nodes.row, "aria-selected", scene.selected.has(row.id) ? "true" : null)
    putOrDrop(nodes.row, "data-cursor", scene.cursorId === row.id ? "" : null)
    putOrDrop(nodes.row, "data-open", scene.openId === row.id ? "" : null)
    if (nodes.shown !== row) fillRow(nodes, row, scene)
  }
}

function makeRow(layer: HTMLElement): RowNodes {
  const row = make(layer, "div", rowLook, { role: "row" })
  row.style.height = `${ROW_HEIGHT}px`
  const side = make(row, "div", sideLook, { role: "presentation" })
  const twist = make(side, "span", "flex w-5 flex-none cursor-pointer items-center justify-center text-ink-3", {
    "data-part": "twist",
    "aria-hidden": "true",
  })
  const name = make(side, "span", "min-w-0 flex-1 cursor-pointer truncate", { role: "rowheader", "data-part": "name" })
  const percent = make(side, "span", "ml-3 flex-none text-ink-3 text-meta max-md:hidden", { role: "gridcell" })
  const words = make(row, "span", "sr-only", { role: "gridcell" })
  return { row, side, twist, name, percent, words, shown: null }
}

function drawTwist(twist: HTMLElement): void {
  const icon = makeSvg(twist, "svg", { width: "12", height: "12", viewBox: "0 0 16 16", class: "fill-none" })
  makeSvg(icon, "path", { d: "M6.3 4.5L9.8 8l-3.5 3.5", stroke: "currentColor", "stroke-width": "1.6" })
}

function fillRow(nodes: RowNodes, row: TimelineRow, { sayDay }: Scene): void {
  const { row: node, side, twist, name, percent, words } = nodes
  nodes.shown = row
  node.id = rowElementId(row.id)
  node.dataset.id = row.id
  node.dataset.kind = row.kind
  node.setAttribute("aria-level", `${row.level}`)
  putOrDrop(node, "aria-expanded", row.expanded === undefined ? null : `${row.expanded}`)
  side.style.paddingLeft = `${(row.level - 1) * 14 + 4}px`
  if (row.expanded !== undefined && !twist.firstChild) drawTwist(twist)
  twist.style.visibility = row.expanded === undefined ? "hidden" : ""
  twist.style.rotate = row.expanded ? "90deg" : ""
  name.textContent = row.name
  name.title = row.name
  percent.textContent = row.percent === null ? "" : `${rounded(row.percent)}%`
  words.textContent = sayRow(row, sayDay)
}
