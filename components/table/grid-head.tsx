// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is laid out by hand; table elements would bring their own layout
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell is in the tab order, the rows and groups around it are not
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows and cells choose their role at run time

"use client"

import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import type { ColumnHead } from "./column"

/** A column and its direction; null is the order the rows came in. */
export type Sort = { column: string; direction: "ascending" | "descending" } | null

type GridHeadProps = {
  columns: readonly ColumnHead[]
  sort: Sort
  /** Columns that can be sorted. */
  sortable: ReadonlySet<string>
  onSort: ((sort: Sort) => void) | undefined
}

/** First press ascending, second descending, third as they came. */
function nextSort(sort: Sort, column: string): Sort {
  if (sort?.column !== column) return { column, direction: "ascending" }
  return sort.direction === "ascending" ? { column, direction: "descending" } : null
}

export function GridHead({ columns, sort, sortable, onSort }: GridHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-[30px] border-line border-b bg-surface text-ink-3 text-meta [grid-template-columns:var(--tracks)]"
      >
        {columns.map((column, at) => {
          const direction = sort?.column === column.id ? sort.direction : undefined
          const canSort = onSort !== undefined && sortable.has(column.id)
          return (
            <div
              key={column.id}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={at + 1}
              aria-sort={canSort ? (direction ?? "none") : undefined}
              className={cn(
                "flex min-w-0 items-center bg-surface px-1.5",
                at === 0 && "sticky left-0 z-10 pl-5",
                at === columns.length - 1 && "pr-5",
                column.align === "end" && "justify-end text-right",
              )}
            >
              {canSort ? (
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column.id))}
                  className={cn(
                    "inset-focus -mx-1 inline-flex h-6 min-w-0 items-center gap-0.5 rounded-sm px-1 hover:bg-hover hover:text-ink",
                    direction && "text-ink",
                    column.align === "end" && "flex-row-reverse",
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  {direction ? <Icon name={direction === "ascending" ? "arrow-up" : "arrow-down"} size={12} /> : null}
                </button>
              ) : (
                <span className="truncate">{column.header}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Totals, one row at the bottom that stays in view. */
export function GridFoot({ columns, rowIndex }: { columns: readonly ColumnHead[]; rowIndex: number }) {
  return (
    <div role="rowgroup" className="sticky bottom-0 z-20">
      <div
        role="row"
        aria-rowindex={rowIndex}
        className="grid h-[32px] border-line border-t bg-surface text-ink-3 text-meta [grid-template-columns:var(--tracks)]"
      >
        {columns.map((column, at) => (
          <div
            key={column.id}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={at + 1}
            className={cn(
              "flex min-w-0 items-center whitespace-nowrap px-1.5",
              at === 0 && "sticky left-0 z-10 bg-surface pl-5",
              at === columns.length - 1 && "pr-5",
              column.align === "end" && "justify-end text-right",
            )}
          >
            {column.footer}
          </div>
        ))}
      </div>
    </div>
  )
}
