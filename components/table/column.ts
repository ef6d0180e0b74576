import type { ReactNode } from "react"

/** What the head of a column needs, whatever the rows are. */
export type ColumnHead = {
  id: string
  header: string
  /** Pixels; the least width when the column grows. */
  width: number
  /** Takes what is left; usually the first column, and one only. */
  grow?: boolean
  /** Numbers stand at the end. */
  align?: "start" | "end"
  /** Leaves when the table is narrower than this many pixels (panel open, small screen). */
  showFrom?: number
  /** False keeps it out of the column chooser; the first column always stays. */
  hideable?: boolean
  /** Hidden until someone chooses it. */
  hiddenAtFirst?: boolean
  /** A total or a word under the column. */
  footer?: ReactNode
}

/** Ends an edit. The focus goes back to the cell, unless it was left by going `elsewhere`. */
export type EndEdit = (focus?: "elsewhere") => void

/** Given to a column's editor, which calls `done` when it is over, kept or not. */
export type EditorProps<Row> = { row: Row; done: EndEdit }

/** One column. Keep the array stable (module level or `useMemo`): rows draw again when it changes. */
export type Column<Row> = ColumnHead & {
  /** Draws the cell; depends on the row alone. */
  cell: (row: Row) => ReactNode
  /** What to sort by, where the column can be sorted; null goes last. */
  value?: (row: Row) => string | number | null
  /** Draws the editor in place of the cell: Enter, F2 or a click begins, the editor calls `done`. */
  editor?: (props: EditorProps<Row>) => ReactNode
  canEdit?: (row: Row) => boolean
  /** Enter and a click open the row instead; F2 and a double click still edit. For the name column. */
  enterOpens?: boolean
}

/** A row as it stands on screen. */
export type Line<Row> = {
  id: string
  row: Row
  /** 1 for the outermost. */
  level: number
  /** Place among its siblings, from 1, and how many they are. */
  place: number
  siblings: number
  /** Undefined when nothing can be expanded. */
  expanded?: boolean | undefined
  /** Index of the line it lies in, or -1. */
  parent: number
}

/** `group` is a heading row, `strong` a summary, `plain` the rest. */
export type RowTone = "group" | "strong" | "plain"

/** The columns that fit a table of `width` pixels, hidden ones left out; the first always stays. */
export function fittingColumns<Head extends ColumnHead>(
  columns: readonly Head[],
  hidden: ReadonlySet<string>,
  width: number,
): readonly Head[] {
  return columns.filter(
    (column, index) =>
      index === 0 || (!hidden.has(column.id) && (column.showFrom === undefined || width >= column.showFrom)),
  )
}

/** The tracks of a row as CSS, and the least width of all of them in pixels. */
export function tracksOf(columns: readonly ColumnHead[]): { template: string; least: number } {
  const template = columns
    .map((column) => (column.grow ? `minmax(${column.width}px,1fr)` : `${column.width}px`))
    .join(" ")
  return { template, least: columns.reduce((sum, column) => sum + column.width, 0) }
}
