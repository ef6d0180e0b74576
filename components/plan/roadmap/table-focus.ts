import { ROW_HEIGHT } from "@/components/table/row-window"

const HEAD = 30
const FOOT = 32

/** Puts the cursor of the table in the first cell of a row that is drawn; false while it is not. */
export function focusRow(box: HTMLElement | null, index: number): boolean {
  const cell = box?.querySelector<HTMLElement>(`[data-row="${index}"] > [data-col="0"]`)
  cell?.focus({ preventScroll: true })
  return cell !== undefined && cell !== null
}

/** Scrolls the table until a row stands between its head and its foot. */
export function scrollToRow(box: HTMLElement | null, index: number): void {
  const grid = box?.querySelector<HTMLElement>('[role="treegrid"],[role="grid"]')
  if (!grid) return
  const top = index * ROW_HEIGHT
  const room = Math.max(ROW_HEIGHT, grid.clientHeight - HEAD - FOOT)
  if (top < grid.scrollTop) grid.scrollTop = Math.max(0, top - ROW_HEIGHT)
  else if (top + ROW_HEIGHT > grid.scrollTop + room) grid.scrollTop = top + 2 * ROW_HEIGHT - room
}

/** Presses a key where the focus is. */
export function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
}

/** Begins the edit of the owner in the row that has the focus; false when that column is not there. */
export function editOwnerCell(): boolean {
  const row = document.activeElement?.closest("[data-row]")
  const cell = row?.querySelector("[data-owner]")?.closest<HTMLElement>("[data-col]")
  if (!cell) return false
  cell.focus({ preventScroll: true })
  queueMicrotask(() => press("F2")) // by then the table knows where the focus is
  return true
}

/** The index of the row that holds an element, or -1. */
export function rowIndexOf(element: Element | null): number {
  const index = element?.closest<HTMLElement>("[data-row]")?.dataset.row
  return index === undefined ? -1 : Number(index)
}
