"use client"

import { useState } from "react"

export type Cursor = { id: string; row: number; column: string; editing: boolean }

/** The cell in the tab order. It follows its row by id; when the row is gone it stays at the same height. */
export function useCursor(lines: readonly { id: string }[], columns: readonly { id: string }[]) {
  const [cursor, put] = useState<Cursor>({ id: "", row: 0, column: "", editing: false })
  const still = lines[cursor.row]?.id === cursor.id
  const found = still ? cursor.row : lines.findIndex((line) => line.id === cursor.id)
  const row = found === -1 ? Math.max(0, Math.min(cursor.row, lines.length - 1)) : found
  const column = Math.max(
    0,
    columns.findIndex((head) => head.id === cursor.column),
  )
  const editing = cursor.editing && found !== -1
  return { id: cursor.id, row, column, editing, put, stopEditing: () => put((was) => ({ ...was, editing: false })) }
}
