import type { MouseEvent } from "react"

export type Hit = { row: number; column: number; part: "twist" | "tick" | "cell" | "inside" }

/** What a press in the grid fell on; controls inside a cell keep their presses. */
export function hitOf(event: MouseEvent<HTMLDivElement>): Hit | null {
  const { target } = event
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return null
  const row = target.closest<HTMLElement>("[data-row]")?.dataset.row
  const column = target.closest<HTMLElement>("[data-col]")?.dataset.col
  if (row === undefined || column === undefined) return null
  const inside = target.closest("a,button,input,select,textarea,label,[role=combobox]")
  const part = target.closest("[data-twist]")
    ? "twist"
    : target.closest("[data-tick]")
      ? "tick"
      : inside
        ? "inside"
        : "cell"
  return { row: Number(row), column: Number(column), part }
}
