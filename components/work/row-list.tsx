// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out as a grid by hand; table elements would bring their own layout
// biome-ignore-all lint/suspicious/noArrayIndexKey: columns never change places
"use client"

import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"

export type ListRow<Row> =
  | { readonly kind: "row"; readonly id: string; readonly row: Row }
  | { readonly kind: "head"; readonly id: string; readonly head: ReactNode }

type RowListProps<Row> = {
  label: string
  /** Widths of the columns, as CSS grid tracks. */
  tracks: string
  /** The same on a small screen, and which cells it shows. */
  narrowTracks?: string
  narrowCells?: readonly number[]
  heads: readonly ReactNode[]
  rows: readonly ListRow<Row>[]
  cells: (row: Row) => readonly ReactNode[]
  /** A key pressed on a row; true where it was taken. */
  onKey?: (row: Row, event: KeyboardEvent) => boolean
  onOpen?: (row: Row) => void
  selected?: ReadonlySet<string>
  empty?: ReactNode
}

/** Rows of one height under a head, walked by arrows; what keys do on a row is the page's. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { label, narrowTracks = props.tracks, narrowCells, heads, rows, cells, onKey, onOpen, selected, empty } = props
  const box = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const own = rows.filter(({ kind }) => kind === "row")
  const focusable = own.some(({ id }) => id === current) ? current : (own[0]?.id ?? null)
  const focusAt = (at: number) => {
    const next = own[Math.max(0, Math.min(own.length - 1, at))]
    if (next) box.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, id: string, row: Row) => {
    if (onKey?.(row, event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = own.findIndex((each) => each.id === id)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: own.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      focusAt(to)
    } else if (event.key === "Enter") onOpen?.(row)
  }
  const style: CSSProperties & Record<"--tracks" | "--narrow", string> = {
    "--tracks": props.tracks,
    "--narrow": narrowTracks,
  }
  const tracks = "grid-cols-(--tracks) max-md:grid-cols-(--narrow)"
  const shownAt = (at: number) => (narrowCells && !narrowCells.includes(at) ? "max-md:hidden" : "")
  return (
    <div ref={box} role="grid" aria-label={label} className="min-h-0 flex-1 overflow-y-auto">
      <div
        role="row"
        tabIndex={-1}
        style={style}
        className={cn(
          "sticky top-0 z-10 grid h-(--row) items-center gap-2 border-line border-b bg-surface px-5 text-ink-2 text-meta max-md:px-4",
          tracks,
        )}
      >
        {heads.map((head, at) => (
          <div key={at} role="columnheader" tabIndex={-1} className={cn("truncate last:text-right", shownAt(at))}>
            {head}
          </div>
        ))}
      </div>
      {own.length === 0 ? empty : null}
      {rows.map((each) =>
        each.kind === "head" ? (
          <div
            key={each.id}
            role="row"
            tabIndex={-1}
            className="flex h-(--row) items-center gap-2 border-line border-b bg-sunken px-5 text-meta max-md:px-4"
          >
            <div role="gridcell" tabIndex={-1} className="flex min-w-0 flex-1 items-center gap-2">
              {each.head}
            </div>
          </div>
        ) : (
          <div
            key={each.id}
            role="row"
            data-row={each.id}
            tabIndex={each.id === focusable ? 0 : -1}
            aria-selected={selected?.has(each.id) ?? false}
            onFocus={() => setCurrent(each.id)}
            onClick={(event) => event.currentTarget.focus()}
            onDoubleClick={() => onOpen?.(each.row)}
            onKeyDown={(event) => onKeyDown(event, each.id, each.row)}
            style={style}
            className={cn(
              "inset-focus grid h-(--row) cursor-default items-center gap-2 border-line border-b px-5 [content-visibility:auto] hover:bg-hover focus:bg-selected focus:shadow-[inset_2px_0_0_var(--accent)] max-md:px-4",
              tracks,
              selected?.has(each.id) && "bg-selected",
            )}
          >
            {cells(each.row).map((cell, at) => (
              <div
                key={at}
                role="gridcell"
                tabIndex={-1}
                className={cn("min-w-0 truncate last:text-right", shownAt(at))}
              >
                {cell}
              </div>
            ))}
          </div>
        ),
      )}
    </div>
  )
}
