import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { sayDay } from "@/components/ui/day-text"
import { groupedText } from "@/lib/base/kernel/grouped"
import type { Words } from "@/lib/records/kind"
import { type Slot, writeValue } from "@/lib/records/slot"

const dash = <span className="text-ink-3">–</span>

/** A value as cells and panels show it: people with their faces, days in the year's short form, nothing as a dash. */
export function RecordValue({ slot, value, words }: { slot: Slot; value: unknown; words: Words }): ReactNode {
  const { kind } = slot.field
  const said = writeValue(slot, value, words)
  if (said === "") return kind.target === "person" ? <span className="text-ink-3">No one</span> : dash
  if (kind.target === "person" && typeof value === "string")
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        <Avatar name={said} size={16} decorative />
        <span className="truncate">{said}</span>
      </span>
    )
  if (kind.control === "day" && typeof value === "string") return sayDay(value, words.today)
  if (kind.control === "link" && typeof value === "object" && value !== null && "url" in value && "id" in value) {
    const { url, id } = value
    return typeof url === "string" ? (
      <a href={url} target="_blank" rel="noopener noreferrer" className="truncate underline underline-offset-2">
        {String(id)}
      </a>
    ) : (
      said
    )
  }
  const shown = kind.unit === "money" ? groupedText(said) : said
  return (
    <span className="truncate" title={said}>
      {shown}
    </span>
  )
}
