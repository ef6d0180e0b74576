// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is laid out by hand; table elements would bring their own layout
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell is in the tab order, the rows and groups around it are not
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows and cells choose their role at run time

"use client"

import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { BulkBar } from "./bulk-bar"
import { type Column, fittingColumns, type Line, type RowTone, tracksOf } from "./column"
import { GridFoot, GridHead, type Sort } from "./grid-head"
import { commandFor, type GridCommand } from "./grid-keys"
import { GridRow } from "./grid-row"
import { ROW_HEIGHT, useRowWindow } from "./row-window"
import { rangeBetween, toggled } from "./selection"

/** What both tables take. */
export type GridOptions<Row> = {
  /** Names the table for assistive technology. */
  label: string
  columns: readonly Column<Row>[]
  /** A row's name, for its checkbox and for assistive technology. */
  nameOf: (row: Row) => string
  /** Ids of columns that are not shown; from `useColumnChoice`. */
  hidden?: ReadonlySet<string>
  /** With it rows can be selected (Space, Shift and arrows, Shift and click, Ctrl and click). */
  selected?: ReadonlySet<string>
  onSelectedChange?: (selected: ReadonlySet<string>) => void
  /** Acts on the selected rows, in a bar that appears at the bottom. */
  bulkActions?: ReactNode
  /** A row was asked for: Enter or a click where nothing is edited, Shift+Enter anywhere. */
  onOpen?: (row: Row) => void
  /** The row whose panel is open. */
  currentId?: string | null
  /** Other keys on a focused row: `s` for status. Return true when handled. */
  onRowKey?: (key: string, row: Row) => boolean
  toneOf?: (line: Line<Row>) => RowTone
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode
}

type GridProps<Row> = GridOptions<Row> & {
  lines: readonly Line<Row>[]
  tree: boolean
  onExpand?: (id: string, expanded: boolean) => void
  sort?: Sort
  sortable?: ReadonlySet<string>
  onSort?: ((sort: Sort) => void) | undefined
}

const HEAD = 30
const FOOT = 32
const none: ReadonlySet<string> = new Set()

/** The shared core of `TreeTable` and `DataTable`: a virtual (tree) grid with one cell in the tab order. */
export function Grid<Row>(props: GridProps<Row>) {
  const {
    label,
    lines,
    columns: all,
    hidden = none,
    selected = none,
    onSelectedChange,
    tree,
    toneOf,
    currentId,
  } = props
  const box = useRef<HTMLDivElement>(null)
  const hasFoot = all.some((column) => column.footer !== undefined)
  const view = useRowWindow(box, lines.length, HEAD + (hasFoot ? FOOT : 0))
  const columns = useMemo(() => fittingColumns(all, hidden, view.width), [all, hidden, view.width])
  const tracks = tracksOf(columns)
  const cursor = useCursor(lines, columns)
  const focusAsked = useRef(false)
  const anchor = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (!focusAsked.current) return
    focusAsked.current = false
    cellAt(box.current, cursor.row, cursor.column)?.focus({ preventScroll: true })
  })

  const goTo = (row: number, column: number) => {
    const line = lines[row]
    const head = columns[column]
    if (!line || !head) return
    view.show(row)
    focusAsked.current = true
    cursor.put({ id: line.id, row, column: head.id, editing: false })
  }
  const leaveEditor = () => {
    focusAsked.current = true
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
    cursor.put({ id: line.id, row, column: head.id, editing: true })
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
    const place = { ...cursor, rows: lines.length, columns: columns.length, page: view.page }
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
  const onFocus = (event: React.FocusEvent<HTMLDivElement>) => {
    const { col } = event.target instanceof HTMLElement ? event.target.dataset : {}
    const row = event.target.closest<HTMLElement>("[data-row]")?.dataset.row
    if (col === undefined || row === undefined || (Number(row) === cursor.row && Number(col) === cursor.column)) return
    const line = lines[Number(row)]
    const head = columns[Number(col)]
    if (line && head) cursor.put({ id: line.id, row: Number(row), column: head.id, editing: false })
  }

  const drawn = rowsToDraw(view.first, view.last, lines.length, cursor.row)
  const style: CSSProperties & Record<"--tracks", string> = { "--tracks": tracks.template }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is treegrid or grid */}
      <div
        ref={box}
        role={tree ? "treegrid" : "grid"}
        aria-label={label}
        data-wide={tracks.least > view.width ? "" : undefined}
        aria-rowcount={lines.length + 1 + (hasFoot ? 1 : 0)}
        aria-colcount={columns.length}
        aria-multiselectable={onSelectedChange ? true : undefined}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={onFocus}
        onScroll={(event) => view.follow(event.currentTarget.scrollTop)}
        className="group/grid min-h-0 flex-1 overflow-auto bg-surface outline-none [overflow-anchor:none]"
        style={style}
      >
        <div className="flex min-h-full flex-col" style={{ minWidth: tracks.least }}>
          <GridHead
            columns={columns}
            sort={props.sort ?? null}
            sortable={props.sortable ?? none}
            onSort={props.onSort}
          />
          {lines.length === 0 ? (
            props.empty
          ) : (
            <div role="rowgroup" className="relative flex-none" style={{ height: lines.length * ROW_HEIGHT }}>
              {drawn.map((index) => {
                const line = lines[index]
                if (!line) return null
                const draw = (at: number, editing: boolean) => {
                  const column = columns[at]
                  if (!editing || !column?.editor) return column?.cell(line.row)
                  return column.editor({ row: line.row, done: leaveEditor, cancel: leaveEditor })
                }
                return (
                  <GridRow
                    key={line.id}
                    id={line.id}
                    index={index}
                    source={line.row}
                    columns={columns}
                    draw={draw}
                    label={props.nameOf(line.row)}
                    tree={tree}
                    level={line.level}
                    place={line.place}
                    siblings={line.siblings}
                    expanded={line.expanded}
                    tone={toneOf?.(line) ?? "plain"}
                    selectable={onSelectedChange !== undefined}
                    selected={selected.has(line.id)}
                    current={line.id === currentId}
                    cursor={index === cursor.row ? cursor.column : -1}
                    editing={index === cursor.row && cursor.editing}
                  />
                )
              })}
            </div>
          )}
          <div className="flex-1" />
          {hasFoot ? <GridFoot columns={columns} rowIndex={lines.length + 2} /> : null}
        </div>
      </div>
      {onSelectedChange && selected.size > 0 ? (
        <BulkBar count={selected.size} onClear={() => onSelectedChange(none)}>
          {props.bulkActions}
        </BulkBar>
      ) : null}
    </div>
  )
}

type Cursor = { id: string; row: number; column: string; editing: boolean }

/** The cell in the tab order. It follows its row by id; when the row is gone it stays at the same height. */
function useCursor(lines: readonly { id: string }[], columns: readonly { id: string }[]) {
  const [cursor, put] = useState<Cursor>({ id: "", row: 0, column: "", editing: false })
  const still = lines[cursor.row]?.id === cursor.id
  const found = still ? cursor.row : lines.findIndex((line) => line.id === cursor.id)
  const row = found === -1 ? Math.max(0, Math.min(cursor.row, lines.length - 1)) : found
  const column = Math.max(
    0,
    columns.findIndex((head) => head.id === cursor.column),
  )
  const editing = cursor.editing && found !== -1
  return { row, column, editing, put, stopEditing: () => put((was) => ({ ...was, editing: false })) }
}

const cellAt = (box: HTMLElement | null, row: number, column: number) =>
  box?.querySelector<HTMLElement>(`[data-row="${row}"] > [data-col="${column}"]`)

type Hit = { row: number; column: number; part: "twist" | "tick" | "cell" | "inside" }

/** What a press in the grid fell on; controls inside a cell keep their presses. */
function hitOf(event: MouseEvent<HTMLDivElement>): Hit | null {
  const { target } = event
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return null
  const row = target.closest<HTMLElement>("[data-row]")?.dataset.row
  const column = target.closest<HTMLElement>("[data-col]")?.dataset.col
  if (row === undefined || column === undefined) return null
  const inside = target.closest("a,button,input,select,textarea,label,[role=combobox]")
  const part = target.closest("[data-twist]")
    ? "twist"
    : target.closest("[data-tick]")
      ? "tick"
      : inside
        ? "inside"
        : "cell"
  return { row: Number(row), column: Number(column), part }
}

/** The window's rows, and the cursor's row even when it is scrolled away, so that the focus is never lost. */
function rowsToDraw(first: number, last: number, count: number, cursor: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  if (cursor >= count || (cursor >= first && cursor < last)) return rows
  return cursor < first ? [cursor, ...rows] : [...rows, cursor]
}
