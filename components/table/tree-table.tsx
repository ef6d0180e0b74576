"use client"

import {
  createColumnHelper,
  createExpandedRowModel,
  type RowData,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table"
import { useCallback, useMemo, useState } from "react"
import type { Line, RowTone } from "./column"
import { Grid, type GridOptions } from "./grid"

type TreeTableProps<Row extends RowData> = GridOptions<Row> & {
  /** The outermost rows. Keep the objects of unchanged rows: a row draws again when its object changes. */
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** Stable; undefined or empty for a leaf. */
  childrenOf: (row: Row) => readonly Row[] | undefined
  /** Ids of closed rows, kept by the caller (in the address, in storage); by itself it starts with all open. */
  collapsed?: ReadonlySet<string>
  onCollapsedChange?: (collapsed: ReadonlySet<string>) => void
}

const features = tableFeatures({ rowExpandingFeature, expandedRowModel: createExpandedRowModel() })

/**
 * A tree of rows in one fast table: virtual, with sticky header and first column, by keyboard throughout.
 * Arrows move; Right and Left open and close; Enter or F2 edits, Escape cancels; Space selects; Shift extends.
 */
export function TreeTable<Row extends RowData>(props: TreeTableProps<Row>) {
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set())
  const collapsed = props.collapsed ?? own
  const change = props.onCollapsedChange ?? setOwn
  const lines = useLines(props.rows, props.idOf, props.childrenOf, collapsed)
  const expand = (id: string, open: boolean) => {
    const next = new Set(collapsed)
    if (open) next.delete(id)
    else next.add(id)
    change(next)
  }
  return <Grid {...props} lines={lines} tree onExpand={expand} toneOf={props.toneOf ?? toneByLevel} />
}

function toneByLevel<Row>(line: Line<Row>): RowTone {
  if (line.expanded === undefined) return "plain"
  return line.level === 1 ? "group" : "strong"
}

function useLines<Row extends RowData>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  childrenOf: (row: Row) => readonly Row[] | undefined,
  collapsed: ReadonlySet<string>,
): readonly Line<Row>[] {
  const columns = useMemo(() => createColumnHelper<typeof features, Row>().columns([]), [])
  const getSubRows = useCallback((row: Row) => childrenOf(row), [childrenOf])
  const expanded = useMemo(() => openRows(rows, idOf, childrenOf, collapsed), [rows, idOf, childrenOf, collapsed])
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: idOf,
    getSubRows,
    state: { expanded },
    autoResetExpanded: false,
  })
  const shown = table.getRowModel().rows
  return useMemo(() => {
    const at = new Map(shown.map((row, index) => [row.id, index]))
    const top = rows.length
    return shown.map((row) => ({
      id: row.id,
      row: row.original,
      level: row.depth + 1,
      place: row.index + 1,
      siblings: row.getParentRow()?.subRows.length ?? top,
      expanded: row.subRows.length > 0 ? !collapsed.has(row.id) : undefined,
      parent: row.parentId === undefined ? -1 : (at.get(row.parentId) ?? -1),
    }))
  }, [shown, rows.length, collapsed])
}

function openRows<Row extends RowData>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  childrenOf: (row: Row) => readonly Row[] | undefined,
  collapsed: ReadonlySet<string>,
): Record<string, boolean> {
  const open: Record<string, boolean> = {}
  const visit = (row: Row) => {
    const inside = childrenOf(row) ?? []
    if (inside.length === 0) return
    if (!collapsed.has(idOf(row))) open[idOf(row)] = true
    inside.forEach(visit)
  }
  rows.forEach(visit)
  return open
}
