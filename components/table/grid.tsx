// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is laid out by hand; table elements would bring their own layout
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell is in the tab order, the rows and groups around it are not
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows and cells choose their role at run time

"use client"

import { type CSSProperties, type ReactNode, useMemo, useRef } from "react"
import { BulkBar } from "./bulk-bar"
import { type Column, fittingColumns, type Line, type RowTone, tracksOf } from "./column"
import { useGridControl } from "./grid-control"
import { GridFoot, GridHead, type Sort } from "./grid-head"
import { GridRow } from "./grid-row"
import { ROW_HEIGHT, useRowWindow } from "./row-window"

/** What both tables take. */
export type GridOptions<Row> = {
  /** Names the table for assistive technology. */
  label: string
  columns: readonly Column<Row>[]
  /** A row's name, for its checkbox and for assistive technology. */
  nameOf: (row: Row) => string
  /** What a row is known by while its id changes; by itself its id. */
  keyOf?: (id: string) => string
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
  const control = useGridControl({ ...props, columns, selected, box, page: view.page, show: view.show })
  const { cursor } = control

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
        onKeyDown={control.onKeyDown}
        onClick={control.onClick}
        onDoubleClick={control.onDoubleClick}
        onFocus={control.onFocus}
        onBlur={control.onBlur}
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
                  return column.editor({ row: line.row, done: control.leaveEditor })
                }
                return (
                  <GridRow
                    key={props.keyOf?.(line.id) ?? line.id}
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

/** The window's rows, and the cursor's row even when it is scrolled away, so that the focus is never lost. */
function rowsToDraw(first: number, last: number, count: number, cursor: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  if (cursor >= count || (cursor >= first && cursor < last)) return rows
  return cursor < first ? [cursor, ...rows] : [...rows, cursor]
}
