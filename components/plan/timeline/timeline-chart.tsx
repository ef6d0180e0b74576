// biome-ignore-all lint/a11y/useSemanticElements: a chart of rows is laid out by hand; table elements would bring their own layout

"use client"

import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef } from "react"
import type { TimelineRow } from "@/lib/plan/timeline/rows"
import { ChartPainter } from "./chart-painter"
import type { GestureActions } from "./gestures/use-gesture"
import { rowCommand } from "./row-keys"
import { rowElementId, type Scene } from "./scene"

type TimelineChartProps = {
  readonly scene: Scene
  /** The painter, for those who jump to a day. */
  readonly painter: RefObject<ChartPainter | null>
  readonly onCursor: (id: string) => void
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onOpen: (row: TimelineRow) => void
  readonly onFold: (row: TimelineRow) => void
  /** A dependency was clicked; null where something else was. */
  readonly onLink: (linkId: string | null) => void
  readonly actions: GestureActions
}

const none: ReadonlySet<string> = new Set()

/** The chart: rows in the DOM as a treegrid, bars and links in a windowed drawing. React gives the box, a painter the rest. */
export function TimelineChart(props: TimelineChartProps) {
  const { scene, painter, onCursor, onSelect, onOpen, onFold, onLink, actions } = props
  const box = useRef<HTMLDivElement>(null)
  const { rows, indexOf } = scene.model
  const at = (scene.cursorId === null ? undefined : indexOf.get(scene.cursorId)) ?? 0
  const anchor = useRef<number | null>(null)

  useLayoutEffect(() => {
    if (!box.current) return
    const made = new ChartPainter(box.current)
    painter.current = made
    return () => {
      made.end()
      painter.current = null
    }
  }, [painter])
  useLayoutEffect(() => painter.current?.show(scene), [painter, scene])

  const goTo = (index: number) => {
    const row = rows[index]
    if (!row) return
    painter.current?.reveal(index)
    onCursor(row.id)
  }
  const extendTo = (index: number) => {
    anchor.current ??= at
    const [from, to] = anchor.current < index ? [anchor.current, index] : [index, anchor.current]
    onSelect(new Set(rows.slice(from, to + 1).map(({ id }) => id)))
  }
  const toggle = (id: string) => {
    const next = new Set(scene.selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (actions.onKeyDown(event, at)) return event.preventDefault()
    const row = rows[at]
    const command = rowCommand(event, rows, at, painter.current?.pageRows() ?? 1)
    if (!command || !row || (command.act === "clear" && scene.selected.size === 0)) return
    event.preventDefault()
    if (command.act === "go") {
      if (command.extend) extendTo(command.to)
      else anchor.current = null
      goTo(command.to)
    } else if (command.act === "fold") onFold(row)
    else if (command.act === "open") onOpen(row)
    else if (command.act === "select") toggle(row.id)
    else onSelect(none)
  }
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (actions.swallowsClick()) return
    const linkId = painter.current?.linkAt(event.clientX, event.clientY) ?? null
    onLink(linkId)
    if (linkId !== null) return
    const index = painter.current?.pointAt(event.clientX, event.clientY).row ?? -1
    const row = rows[index]
    if (!row) return
    const part = event.target instanceof Element ? event.target.closest("[data-part]") : null
    if (part instanceof HTMLElement && part.dataset.part === "twist" && row.expanded !== undefined) return onFold(row)
    onCursor(row.id)
    if (event.shiftKey) return extendTo(index)
    anchor.current = index
    if (event.ctrlKey || event.metaKey) return toggle(row.id)
    if (scene.selected.size > 0) onSelect(none)
    if (part) onOpen(row)
  }
  return (
    <div
      ref={box}
      role="treegrid"
      aria-label="Timeline"
      aria-multiselectable="true"
      aria-activedescendant={rows[at] ? rowElementId(rows[at].id) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerDown={actions.onPointerDown}
      onPointerMove={actions.onPointerMove}
      onPointerUp={actions.onPointerUp}
      onPointerCancel={actions.cancel}
      onPointerLeave={() => painter.current?.leave()}
      className="group/chart relative min-h-0 flex-1 select-none overflow-auto bg-surface outline-none"
    />
  )
}
