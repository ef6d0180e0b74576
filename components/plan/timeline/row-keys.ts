import type { TimelineRow } from "@/lib/plan/timeline/rows"

/** What a key asks for on a row of the chart. */
export type RowCommand =
  | { readonly act: "go"; readonly to: number; readonly extend: boolean }
  | { readonly act: "fold" | "open" | "select" | "clear" }

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">

/** The keys of a treegrid whose rows are in focus, after the ARIA Authoring Practices. Null: not ours. */
export function rowCommand(press: Press, rows: readonly TimelineRow[], at: number, page: number): RowCommand | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  const row = rows[at]
  if (press.key === "ArrowRight") {
    if (row?.expanded === false) return { act: "fold" }
    return row?.expanded && rows[at + 1] ? go(at + 1, false) : null
  }
  if (press.key === "ArrowLeft") {
    if (row?.expanded) return { act: "fold" }
    return row && row.parent >= 0 ? go(row.parent, false) : null
  }
  const acts = { Enter: "open", " ": "select", Escape: "clear" } as const
  if (press.key === "Enter" || press.key === " " || press.key === "Escape") return { act: acts[press.key] }
  const to = destination(press.key, at, rows.length, page)
  return to === null ? null : go(Math.max(0, Math.min(rows.length - 1, to)), press.shiftKey)
}

function destination(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "j":
      return at + 1
    case "ArrowUp":
    case "k":
      return at - 1
    case "PageDown":
      return at + page
    case "PageUp":
      return at - page
    case "Home":
      return 0
    case "End":
      return count - 1
    default:
      return null
  }
}

const go = (to: number, extend: boolean): RowCommand => ({ act: "go", to, extend })
