"use client"

import { type CSSProperties, type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { type MarkKind, StatusMark } from "@/components/ui/status-mark"

export type BoardColumn<Column extends string> = {
  readonly id: Column
  readonly label: string
  readonly mark: MarkKind
  /** So many cards are enough; more are said, never refused. */
  readonly limit?: number | null
}
export type BoardCard<Column extends string> = { readonly id: string; readonly column: Column }
export type BoardLane<Card> = {
  readonly id: string
  /** Empty for a board without lanes. */
  readonly name: string
  readonly meta?: ReactNode
  readonly cards: readonly Card[]
}

type BoardProps<Column extends string, Card extends BoardCard<Column>> = {
  label: string
  columns: readonly BoardColumn<Column>[]
  lanes: readonly BoardLane<Card>[]
  nameOf: (card: Card) => string
  content: (card: Card) => ReactNode
  mayMove: boolean
  onMove: (card: Card, column: Column) => void
  onOpen: (card: Card) => void
  /** A key on a card that the board has no meaning for; true where it was taken. */
  onKey?: (card: Card, event: KeyboardEvent) => boolean
  /** Stands at the head of a cell: a quick add. */
  cellHead?: (laneId: string, column: Column) => ReactNode
  /** The one column that a small screen shows. */
  narrowColumn?: Column
}

/** Cards by column and lane; moved by dragging or with Alt and arrows. Lanes off screen are not laid out. */
export function Board<Column extends string, Card extends BoardCard<Column>>(props: BoardProps<Column, Card>) {
  const { label, columns, lanes, narrowColumn } = props
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [dragged, setDragged] = useState<Card | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const all = lanes.flatMap(({ cards }) => cards)
  const target = over ? columns.find(({ id }) => over.endsWith(` ${id}`)) : undefined
  const hidden = (id: Column) => narrowColumn !== undefined && id !== narrowColumn && "max-md:hidden"
  const tracks = "grid grid-cols-[repeat(var(--columns),minmax(0,1fr))] max-md:grid-cols-1"
  const style: CSSProperties & Record<"--columns", number> = { "--columns": columns.length }
  const endDrag = () => {
    setDragged(null)
    setOver(null)
  }
  return (
    <section aria-label={label} style={style} className="min-h-0 flex-1 overflow-y-auto">
      <div className={cn(tracks, "sticky top-0 z-10 border-line border-b bg-surface")}>
        {columns.map((column) => {
          const moving = dragged !== null && dragged.column !== column.id && target?.id === column.id ? 1 : 0
          const count = all.filter((card) => card.column === column.id).length + moving
          return (
            <h2 key={column.id} className={cn("flex h-(--row) items-center gap-2 px-4 text-body", hidden(column.id))}>
              <StatusMark kind={column.mark} withWord={false} />
              <span className="font-medium">{column.label}</span>
              <span className="font-normal text-ink-3">{count}</span>
              <Limit limit={column.limit ?? null} count={count} />
            </h2>
          )
        })}
      </div>
      {lanes.map((lane) => {
        const isClosed = closed.has(lane.id)
        return (
          <div key={lane.id} className="[contain-intrinsic-size:auto_120px] [content-visibility:auto]">
            {lane.name ? (
              <LaneHead
                lane={lane}
                isClosed={isClosed}
                onToggle={() => {
                  const next = new Set(closed)
                  isClosed ? next.delete(lane.id) : next.add(lane.id)
                  setClosed(next)
                }}
              />
            ) : null}
            {isClosed ? null : (
              <div className={cn(tracks, "border-line border-b")}>
                {columns.map(({ id }) => (
                  <Cell
                    key={id}
                    {...{ props, lane, dragged, over, setOver, setDragged, endDrag }}
                    column={id}
                    className={hidden(id) || ""}
                  />
                ))}
              </div>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Limit({ limit, count }: { limit: number | null; count: number }) {
  if (limit === null) return null
  const over = count - limit
  return (
    <span className={cn("rounded-sm px-1.5 font-normal text-meta", over > 0 ? "bg-warn-wash text-warn" : "text-ink-3")}>
      limit {limit}
      {over > 0 ? `, ${over} over` : ""}
    </span>
  )
}

type LaneHeadProps = { lane: BoardLane<unknown>; isClosed: boolean; onToggle: () => void }

function LaneHead({ lane, isClosed, onToggle }: LaneHeadProps) {
  return (
    <div className="flex h-(--row) items-center gap-3 border-line border-b bg-sunken px-4">
      <button
        type="button"
        aria-expanded={!isClosed}
        onClick={onToggle}
        className="flex min-w-0 items-center gap-2 font-semibold"
      >
        <Icon name={isClosed ? "chevron-right" : "chevron-down"} size={14} />
        <span className="truncate">{lane.name}</span>
      </button>
      <div className="ml-auto flex flex-none items-center gap-3 text-ink-2 text-meta">{lane.meta}</div>
    </div>
  )
}

type CellProps<Column extends string, Card extends BoardCard<Column>> = {
  props: BoardProps<Column, Card>
  lane: BoardLane<Card>
  column: Column
  dragged: Card | null
  over: string | null
  setOver: (cell: string | null) => void
  setDragged: (card: Card | null) => void
  endDrag: () => void
  className: string
}

function Cell<Column extends string, Card extends BoardCard<Column>>(cell: CellProps<Column, Card>) {
  const { props, lane, column, dragged, over, className } = cell
  const key = `${lane.id} ${column}`
  const cards = lane.cards.filter((card) => card.column === column)
  const isHome = dragged !== null && lane.cards.some(({ id }) => id === dragged.id)
  const takes = isHome && dragged.column !== column && over === key
  const allow = (event: DragEvent) => {
    if (!isHome) return
    event.preventDefault()
    if (over !== key) cell.setOver(key)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes what is dropped; keys of the cards do the same
    <div
      onDragOver={allow}
      onDrop={(event) => {
        event.preventDefault()
        if (takes) props.onMove(dragged, column)
        cell.endDrag()
      }}
      className={cn(
        "flex min-h-14 min-w-0 flex-col gap-1.5 border-line border-r p-2 last:border-r-0",
        takes && "bg-selected",
        className,
      )}
    >
      {props.cellHead?.(lane.id, column)}
      {cards.map((card) => (
        <CardBox key={card.id} {...{ cell, card }} />
      ))}
      {takes ? <div className="h-14 rounded-md border border-accent border-dashed" /> : null}
    </div>
  )
}

function CardBox<Column extends string, Card extends BoardCard<Column>>({
  cell,
  card,
}: {
  cell: CellProps<Column, Card>
  card: Card
}) {
  const { props, dragged, setDragged, endDrag } = cell
  const { columns, mayMove, onMove, onOpen, onKey, nameOf } = props
  const box = useRef<HTMLButtonElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = columns.findIndex(({ id }) => id === card.column)
    const step = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined
    const next = step === undefined ? undefined : columns[at + step]
    if (mayMove && next) onMove(card, next.id)
    const taken = (mayMove && next !== undefined) || (onKey?.(card, event) ?? false)
    if (taken || step !== undefined) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <button
      ref={box}
      type="button"
      data-card={card.id}
      aria-label={nameOf(card)}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", nameOf(card))
        setDragged(card)
      }}
      onDragEnd={endDrag}
      onClick={() => onOpen(card)}
      onKeyDown={onKeyDown}
      className={cn(
        "inset-focus w-full rounded-md border border-line-strong bg-raised px-2.5 py-2 text-left hover:bg-hover",
        dragged?.id === card.id && "border-dashed opacity-50",
      )}
    >
      {props.content(card)}
    </button>
  )
}
