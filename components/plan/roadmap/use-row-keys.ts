"use client"

import { type KeyboardEvent, useRef } from "react"
import type { ItemRow, WorkRow } from "@/lib/plan/roadmap/tree-rows"
import { workStatuses } from "@/lib/plan/roadmap/work-item"
import { editOwnerCell, press, rowIndexOf } from "./table-focus"
import { useWorkActions } from "./work-context"
import { stepFrom } from "./work-place"

type RowKeys = {
  /** The rows as they stand on screen; null where one is no row of work. */
  readonly rows: readonly (WorkRow | null)[]
  readonly selected: readonly ItemRow[]
  readonly onOpen: (row: WorkRow) => void
  /** Without it nothing is added here. */
  readonly onAdd?: (row: WorkRow) => void
  /** False where the order on screen is not the order that people gave. */
  readonly mayMove: boolean
}

const PAUSE_MS = 1_000

/** What keys do on a row of work: statuses, owner, add, drop, move, open. */
export function useRowKeys({ rows, selected, onOpen, onAdd, mayMove }: RowKeys) {
  const { work, setStatus } = useWorkActions()
  const { editor } = work
  const goneTo = useRef(Number.NEGATIVE_INFINITY)

  const drop = ({ item }: ItemRow) => {
    if (item.packKey === null) void editor.remove(item)
    else if (item.status !== "dropped") setStatus([item], "dropped")
  }
  const onItemKey = (key: string, row: ItemRow): boolean => {
    const status = workStatuses[Number(key) - 1]
    if (!row.editable) return false
    if (status) {
      const isOne = selected.some(({ id }) => id === row.id)
      setStatus(isOne ? selected.map(({ item }) => item) : [row.item], status)
    } else if (key === "a") editOwnerCell() || onOpen(row)
    else if (key === "d" || key === "Delete") drop(row)
    else return false
    return true
  }
  const onRowKey = (key: string, row: WorkRow): boolean => {
    if (key === "j" || key === "k") press(key === "j" ? "ArrowDown" : "ArrowUp")
    else if (key === "x") press(" ")
    else if (key === "o") onOpen(row)
    else if (key === "c" && onAdd) onAdd(row)
    else return row.kind === "item" && onItemKey(key, row)
    return true
  }
  const move = (row: ItemRow, step: -1 | 1) => {
    const place = stepFrom(row.item, work.items, step)
    if (place) void editor.move(row.item, place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "g") goneTo.current = event.timeStamp
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0
    if (!event.altKey || step === 0 || !(event.target instanceof HTMLElement) || !event.target.dataset.col) return
    const row = rows[rowIndexOf(event.target)]
    event.preventDefault()
    if (mayMove && row?.kind === "item" && row.editable) move(row, step)
  }
  /** After `g` the next key goes to a page and is not ours. */
  const isGoing = (at: number) => at - goneTo.current < PAUSE_MS
  return {
    onKeyDown,
    onRowKey: (key: string, row: WorkRow) => !isGoing(performance.now()) && onRowKey(key, row),
  }
}
