"use client"

import {
  createColumnHelper,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table"
import { useMemo } from "react"
import { once } from "@/lib/base/kernel/once"
import type { Column, Line } from "./column"
import { Grid, type GridOptions } from "./grid"
import type { Sort } from "./grid-head"

type DataTableProps<Row extends RowData> = GridOptions<Row> & {
  /** Already filtered; sorting happens here. Keep the objects of unchanged rows. */
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** Kept by the caller, in the address. Columns with a `value` can be sorted. */
  sort?: Sort
  onSortChange?: (sort: Sort) => void
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/** Flat rows in the same grid as `TreeTable`, sorted by its headers. Text sorts by language, numbers by size, nothing last. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, idOf, columns, sort = null, onSortChange } = props
  const lines = useSortedLines(rows, idOf, columns, sort)
  const sortable = useMemo(
    () => new Set(columns.filter((column) => column.value).map((column) => column.id)),
    [columns],
  )
  return <Grid {...props} lines={lines} tree={false} sort={sort} sortable={sortable} onSort={onSortChange} />
}

const words = once(() => new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" }))

function useSortedLines<Row extends RowData>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  columns: readonly Column<Row>[],
  sort: Sort,
): readonly Line<Row>[] {
  const heads = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row: Row) => column.value?.(row) ?? undefined, {
          id: column.id,
          sortUndefined: "last",
          sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
        }),
      ),
    )
  }, [columns])
  const sorting = useMemo(() => (sort ? [{ id: sort.column, desc: sort.direction === "descending" }] : []), [sort])
  const table = useTable({ features, columns: heads, data: rows, getRowId: idOf, state: { sorting } })
  const shown = table.getRowModel().rows
  return useMemo(
    () =>
      shown.map((row, index) => ({
        id: row.id,
        row: row.original,
        level: 1,
        place: index + 1,
        siblings: shown.length,
        parent: -1,
      })),
    [shown],
  )
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b
  return words().compare(String(a), String(b))
}
