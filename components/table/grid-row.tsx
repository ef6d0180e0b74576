// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is laid out by hand; table elements would bring their own layout
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell is in the tab order, the rows and groups around it are not
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows and cells choose their role at run time

"use client"

import { memo, type ReactNode } from "react"
import { cn } from "@/components/ui/class-names"
import type { ColumnHead, RowTone } from "./column"
import { ROW_HEIGHT } from "./row-window"

/** What a press or a double press in a row asks for; the grid listens once for all rows. */
export type GridRowProps = {
  id: string
  index: number
  /** The row's own object: with `columns` it decides whether the cells draw again. */
  source: unknown
  columns: readonly ColumnHead[]
  draw: (column: number, editing: boolean) => ReactNode
  label: string
  tree: boolean
  level: number
  place: number
  siblings: number
  expanded: boolean | undefined
  tone: RowTone
  selectable: boolean
  selected: boolean
  current: boolean
  /** Column of the cursor in this row, or -1. */
  cursor: number
  editing: boolean
}

const tones: Record<RowTone, string> = {
  group: "bg-sunken font-semibold",
  strong: "bg-surface font-medium",
  plain: "bg-surface",
}

const INDENT = 18

function Row(props: GridRowProps) {
  const { index, columns, draw, tree, level, expanded, tone, selectable, selected, current, cursor, editing } = props
  const ground = selected || current ? "bg-selected" : tones[tone]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={tree ? level : undefined}
      aria-posinset={tree ? props.place : undefined}
      aria-setsize={tree ? props.siblings : undefined}
      aria-expanded={tree ? expanded : undefined}
      aria-selected={selectable ? selected : undefined}
      aria-current={current || undefined}
      data-row={index}
      tabIndex={-1}
      className={cn(
        "group/row absolute inset-x-0 grid h-row border-line border-b outline-none [contain:size_layout_style] [grid-template-columns:var(--tracks)] hover:bg-hover",
        ground,
        (selected || current) && "font-[inherit] hover:bg-selected",
        tone !== "plain" && tones[tone].split(" ")[1],
      )}
      style={{ top: index * ROW_HEIGHT }}
    >
      {columns.map((column, at) => {
        const edits = editing && at === cursor
        const content = draw(at, edits)
        return (
          <div
            key={column.id}
            role={at === 0 ? "rowheader" : "gridcell"}
            aria-colindex={at + 1}
            data-col={at}
            tabIndex={at === cursor ? 0 : -1}
            className={cellLook(column, at, columns.length, isText(content))}
            style={at === 0 && tree ? { paddingLeft: 38 + (level - 1) * INDENT } : undefined}
          >
            {at === 0 && (current || selected) ? (
              <i aria-hidden="true" className="absolute inset-y-0 left-0 w-0.5 bg-accent" />
            ) : null}
            {at === 0 && selectable ? <Tick label={props.label} selected={selected} /> : null}
            {at === 0 && expanded !== undefined ? <Twist level={level} expanded={expanded} /> : null}
            {content}
          </div>
        )
      })}
    </div>
  )
}

const isText = (content: ReactNode) => typeof content === "string" || typeof content === "number"

/** Plain text is cut off with an ellipsis; elements see to themselves, so that marks are never clipped. */
function cellLook(column: ColumnHead, at: number, count: number, text: boolean): string {
  return cn(
    "inset-focus min-w-0 whitespace-nowrap px-1.5",
    text ? "truncate leading-[33px]" : "flex items-center",
    at === 0 &&
      "relative bg-inherit pl-5 group-data-wide/grid:sticky group-data-wide/grid:left-0 group-data-wide/grid:z-10",
    at === count - 1 && "pr-5",
    column.align === "end" && "justify-end text-right",
  )
}

function Tick({ label, selected }: { label: string; selected: boolean }) {
  return (
    <>
      <input
        type="checkbox"
        data-tick=""
        tabIndex={-1}
        readOnly
        checked={selected}
        aria-label={`Select ${label}`}
        className="absolute top-[9px] left-1 size-3.5 appearance-none rounded-[3px] border border-line-field bg-surface opacity-0 checked:border-accent checked:bg-accent checked:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100"
      />
      {selected ? (
        <svg
          aria-hidden="true"
          viewBox="0 0 14 14"
          className="pointer-events-none absolute top-[9px] left-1 size-3.5 fill-none stroke-2 stroke-accent-ink"
        >
          <path d="M3.4 7.4l2.4 2.4 4.8-5" />
        </svg>
      ) : null}
    </>
  )
}

function Twist({ level, expanded }: { level: number; expanded: boolean }) {
  return (
    <svg
      aria-hidden="true"
      data-twist=""
      viewBox="0 0 24 33"
      className="absolute top-0 h-[33px] w-6 text-ink-3 hover:text-ink"
      style={{ left: 14 + (level - 1) * INDENT }}
    >
      <path
        d={expanded ? "M9 15l3 3 3-3" : "M10.5 13.5l3 3-3 3"}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  )
}

const watched = [
  "id",
  "index",
  "source",
  "columns",
  "level",
  "place",
  "siblings",
  "expanded",
  "tone",
  "selectable",
  "selected",
  "current",
  "cursor",
  "editing",
] as const satisfies readonly (keyof GridRowProps)[]

/** Draws again only when something it shows changed: `draw` is left out on purpose, `source` and `columns` stand for it. */
export const GridRow = memo(Row, (before, after) => watched.every((key) => Object.is(before[key], after[key])))
