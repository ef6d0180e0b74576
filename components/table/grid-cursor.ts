"use client"

import { useState } from "react"

export type Cursor = { id: string; row: number; column: string; editing: boolean }

/** The cell in the tab order. It follows its row by what that is known by (`keyOf` its id); when the row is gone it stays at the same height. */
export function useCursor(
  lines: readonly { id: string }[],
  columns: readonly { id: string }[],
  keyOf: (id: string) => string,
) {
  const [cursor, put] = useState<Cursor>({ id: "", row: 0, column: "", editing: false })
  const isHere = (line: { id: string } | undefined) => line !== undefined && keyOf(line.id) === cursor.id
  const found = isHere(lines[cursor.row]) ? cursor.row : lines.findIndex(isHere)
  const row = found === -1 ? Math.max(0, Math.min(cursor.row, lines.length - 1)) : found
  const column = Math.max(
    0,
    columns.findIndex((head) => head.id === cursor.column),
  )
  const editing = cursor.editing && found !== -1
  return { id: cursor.id, row, column, editing, put, stopEditing: () => put((was) => ({ ...was, editing: false })) }
}
