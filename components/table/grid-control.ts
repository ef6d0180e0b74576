"use client"

import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef } from "react"
import type { Column, EndEdit, Line } from "./column"
import { useCursor } from "./grid-cursor"
import { hitOf } from "./grid-hit"
import { commandFor, type GridCommand } from "./grid-keys"
import { rangeBetween, toggled } from "./selection"

type GridControl<Row> = {
  keyOf?: (id: string) => string
  lines: readonly Line<Row>[]
  columns: readonly Column<Row>[]
  box: RefObject<HTMLElement | null>
  /** Rows that fit the window. */
  page: number
  /** Brings a row into view. */
  show: (row: number) => void
  selected: ReadonlySet<string>
  onSelectedChange?: (selected: ReadonlySet<string>) => void
  onOpen?: (row: Row) => void
  onExpand?: (id: string, expanded: boolean) => void
  onRowKey?: (key: string, row: Row) => boolean
}

const none: ReadonlySet<string> = new Set()

const itself = (id: string) => id

/** The hands of the grid: one cursor, one editor, one listener for all cells. */
export function useGridControl<Row>(props: GridControl<Row>) {
  const { lines, columns, box, selected, onSelectedChange } = props
  const keyOf = props.keyOf ?? itself
  const cursor = useCursor(lines, columns, keyOf)
  const focusAsked = useRef(false)
  const holdsFocus = useRef(false)
  const anchor = useRef<string | null>(null)

  useLayoutEffect(() => {
    // A row that goes away, or gets another id, takes the focus with it without a word.
    const isLost = holdsFocus.current && document.activeElement === document.body
    if (!focusAsked.current && !isLost) return
    focusAsked.current = false
    cellAt(box.current, cursor.row, cursor.column)?.focus({ preventScroll: true })
  })

  const goTo = (row: number, column: number) => {
    const line = lines[row]
    const head = columns[column]
    if (!line || !head) return
    props.show(row)
    focusAsked.current = true
    cursor.put({ id: keyOf(line.id), row, column: head.id, editing: false })
  }
  const leaveEditor: EndEdit = (focus) => {
    focusAsked.current = focus !== "elsewhere"
    cursor.stopEditing()
  }
  const canEdit = (row: number, column: number) => {
    const line = lines[row]
    const edited = columns[column]
    return Boolean(line && edited?.editor && (edited.canEdit?.(line.row) ?? true))
  }
  const edit = (row: number, column: number): boolean => {
    const line = lines[row]
    const head = columns[column]
    if (!line || !head || !canEdit(row, column)) return false
    cursor.put({ id: keyOf(line.id), row, column: head.id, editing: true })
    return true
  }
  const enter = (row: number, column: number) => {
    const line = lines[row]
    if (!line) return
    if (columns[column]?.enterOpens && props.onOpen) props.onOpen(line.row)
    else if (!edit(row, column)) props.onOpen?.(line.row)
  }
  const select = (id: string, how: "toggle" | "extend") => {
    if (!onSelectedChange) return
    if (how === "toggle") {
      anchor.current = id
      return onSelectedChange(toggled(selected, id))
    }
    const order = lines.map((line) => line.id)
    onSelectedChange(new Set(rangeBetween(order, anchor.current ?? id, id)))
  }

  const run = (command: GridCommand): boolean => {
    const line = lines[cursor.row]
    if (!line) return false
    if (command.act === "go") {
      if (command.extend && onSelectedChange) {
        anchor.current ??= line.id
        const to = lines[command.row]
        if (to) select(to.id, "extend")
      }
      goTo(command.row, command.column)
    } else if (command.act === "expand" || command.act === "collapse")
      props.onExpand?.(line.id, command.act === "expand")
    else if (command.act === "enter") enter(cursor.row, cursor.column)
    else if (command.act === "edit") return edit(cursor.row, cursor.column)
    else if (command.act === "open") props.onOpen?.(line.row)
    else if (!onSelectedChange) return false
    else if (command.act === "select") select(line.id, "toggle")
    else if (command.act === "select-all") onSelectedChange(new Set(lines.map((each) => each.id)))
    else if (selected.size === 0) return false
    else onSelectedChange(none)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return
    if (target.dataset.col === undefined) {
      if (event.key !== "Escape" || !cursor.editing) return
      event.preventDefault()
      return leaveEditor()
    }
    const line = lines[cursor.row]
    const place = { ...cursor, rows: lines.length, columns: columns.length, page: props.page }
    const command = commandFor(event, { ...place, expanded: line?.expanded, parent: line?.parent ?? -1 })
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const handled = command ? run(command) : Boolean(line && plain && props.onRowKey?.(event.key, line.row))
    if (handled) event.preventDefault()
  }

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const hit = hitOf(event)
    const line = hit ? lines[hit.row] : undefined
    if (!hit || !line) return
    if (hit.part === "twist") return props.onExpand?.(line.id, !line.expanded)
    if (event.shiftKey && onSelectedChange) {
      anchor.current ??= lines[cursor.row]?.id ?? line.id
      select(line.id, "extend")
    } else if (hit.part === "tick" || event.ctrlKey || event.metaKey) select(line.id, "toggle")
    else if (hit.part === "cell") {
      goTo(hit.row, hit.column)
      return enter(hit.row, hit.column)
    } else return
    goTo(hit.row, hit.column)
  }
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    const hit = hitOf(event)
    if (hit?.part === "cell") edit(hit.row, hit.column)
  }
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    holdsFocus.current = true
    const { col } = event.target instanceof HTMLElement ? event.target.dataset : {}
    const row = event.target.closest<HTMLElement>("[data-row]")?.dataset.row
    if (col === undefined || row === undefined) return
    const line = lines[Number(row)]
    const head = columns[Number(col)]
    // The row under the cursor may have another id than it had; only by its own will it be found when it moves.
    const isThere = line && keyOf(line.id) === cursor.id && Number(row) === cursor.row && Number(col) === cursor.column
    if (line && head && !isThere) cursor.put({ id: keyOf(line.id), row: Number(row), column: head.id, editing: false })
  }

  const onBlur = () => {
    holdsFocus.current = false
  }
  return { cursor, leaveEditor, onKeyDown, onClick, onDoubleClick, onFocus, onBlur }
}

const cellAt = (box: HTMLElement | null, row: number, column: number) =>
  box?.querySelector<HTMLElement>(`[data-row="${row}"] > [data-col="${column}"]`)
