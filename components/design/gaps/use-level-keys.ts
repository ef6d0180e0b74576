"use client"

import type { KeyboardEvent } from "react"
import type { GapLine } from "@/lib/design/gaps/lines"
import { FIRST_TO_BE, type QuestionView } from "@/lib/design/gaps/question"

type LevelChange = Partial<Pick<QuestionView, "asIs" | "toBe">>
type LevelKeys = {
  readonly lines: readonly GapLine[]
  readonly openId: string | null
  readonly set: (line: GapLine, change: LevelChange) => void
  readonly work: (line: GapLine) => void
}

const TYPING =
  'input:not([type="radio"]):not([type="checkbox"]),textarea,select,[contenteditable="true"],[role="combobox"]'

/**
 * The keys of a question, in its row and in the panel: 0 to 4 sets as-is, with Shift to-be; in a level's own cell it sets
 * that one and goes a row down. Backspace clears, W turns the gap into work.
 */
export function useLevelKeys({ lines, openId, set, work }: LevelKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(target instanceof HTMLElement) || target.closest(TYPING) || target.closest('[role="menu"],dialog')) return
    const row = target.closest<HTMLElement>("[data-row]")
    const id = row ? row.querySelector<HTMLElement>("[data-question]")?.dataset.question : openId
    const line = lines.find((each) => each.id === id)
    if (!line) return
    const cell = target.closest<HTMLElement>("[data-col]")
    const own = cell?.querySelector<HTMLElement>("[data-level]")?.dataset.level
    const digit = /^(?:Digit|Numpad)([0-4])$/.exec(event.code)?.[1]
    const isToBe = own === "toBe" || (own !== "asIs" && event.shiftKey) || (own === "asIs" && event.shiftKey)
    if (digit !== undefined) set(line, isToBe ? { toBe: Number(digit) } : { asIs: Number(digit) })
    else if (event.key === "Backspace") set(line, isToBe ? { toBe: FIRST_TO_BE } : { asIs: null })
    else if (event.key === "w") work(line)
    else return
    event.preventDefault()
    if (digit !== undefined && own && row && cell) goDown(row, cell)
  }
}

/** Goes to the same column of the next question, over headings. */
function goDown(row: HTMLElement, cell: HTMLElement): void {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  const after = rows
    .filter((each) => Number(each.dataset.row) > Number(row.dataset.row) && each.querySelector("[data-question]"))
    .toSorted((a, b) => Number(a.dataset.row) - Number(b.dataset.row))
  after[0]?.querySelector<HTMLElement>(`:scope > [data-col="${cell.dataset.col}"]`)?.focus()
}
