/** Where the cursor is and what lies around it. Rows and columns count from 0. */
export type GridPlace = {
  row: number
  column: number
  rows: number
  columns: number
  /** Rows that fit the window. */
  page: number
  /** Undefined when the row has nothing inside. */
  expanded?: boolean | undefined
  /** Index of the row it lies in, or -1. */
  parent: number
}

export type GridCommand =
  | { act: "go"; row: number; column: number; extend: boolean }
  | { act: "expand" | "collapse" | "enter" | "edit" | "open" | "select" | "select-all" | "clear" }

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

const simple: Record<string, GridCommand["act"] & ("enter" | "edit" | "select" | "clear")> = {
  Enter: "enter",
  F2: "edit",
  " ": "select",
  Escape: "clear",
}

/**
 * What a key does in a (tree) grid, after the treegrid pattern of the ARIA Authoring Practices with cells in focus:
 * in the first column Right expands and Left collapses or goes to the parent; elsewhere they move. Null: not ours.
 */
export function commandFor(press: Press, place: GridPlace): GridCommand | null {
  const mod = press.ctrlKey || press.metaKey
  if (press.altKey) return null
  if (press.key === "Enter" && press.shiftKey) return { act: "open" }
  if (mod && press.key.toLowerCase() === "a") return { act: "select-all" }
  if (press.key.startsWith("Arrow") && mod) return null
  const act = simple[press.key]
  if (act && !mod) return { act }
  return acrossCommand(press.key, place) ?? downCommand(press, place, mod)
}

function acrossCommand(key: string, place: GridPlace): GridCommand | null {
  const { row, column } = place
  if (key === "ArrowRight") {
    if (column === 0 && place.expanded === false) return { act: "expand" }
    return go(row, Math.min(place.columns - 1, column + 1))
  }
  if (key === "ArrowLeft") {
    if (column > 0) return go(row, column - 1)
    if (place.expanded === true) return { act: "collapse" }
    return place.parent >= 0 ? go(place.parent, 0) : null
  }
  return null
}

function downCommand(press: Press, place: GridPlace, mod: boolean): GridCommand | null {
  const { row, column } = place
  const last = place.rows - 1
  const clamp = (to: number) => Math.max(0, Math.min(last, to))
  switch (press.key) {
    case "ArrowDown":
      return go(clamp(row + 1), column, press.shiftKey)
    case "ArrowUp":
      return go(clamp(row - 1), column, press.shiftKey)
    case "PageDown":
      return go(clamp(row + place.page), column, press.shiftKey)
    case "PageUp":
      return go(clamp(row - place.page), column, press.shiftKey)
    case "Home":
      return mod ? go(0, column, press.shiftKey) : go(row, 0)
    case "End":
      return mod ? go(last, column, press.shiftKey) : go(row, place.columns - 1)
    default:
      return null
  }
}

const go = (row: number, column: number, extend = false): GridCommand => ({ act: "go", row, column, extend })
