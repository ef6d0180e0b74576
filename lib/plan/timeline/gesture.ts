import { type CompiledCalendar, workingDayAt, workingIndex } from "@/lib/base/calendar/working-calendar"
import { type LinkType, linkTypes } from "@/lib/plan/schedule/network"
import { type Hit, mayMove, mayResize } from "./hit"
import type { DaySpan, TimelineModel, TimelineRow } from "./rows"

/** What a pointer or a few keys are about to change. Days are working days; negative is earlier, or shorter. */
export type Gesture =
  | { readonly kind: "move"; readonly ids: readonly string[]; readonly days: number }
  | { readonly kind: "resize"; readonly id: string; readonly days: number }
  /** `to` is null while it points at nothing that it may be linked with. */
  | { readonly kind: "link"; readonly from: string; readonly to: string | null; readonly type: LinkType }

/** Begins what the part that was taken is for; null where that row does not allow it. Selected rows move together. */
export function beginAt(
  { row, part }: Hit,
  rows: readonly TimelineRow[],
  selected: ReadonlySet<string>,
): Gesture | null {
  if (part === "knob") return { kind: "link", from: row.id, to: null, type: "FS" }
  if (part === "end" && mayResize(row)) return mayMove(row) ? { kind: "resize", id: row.id, days: 0 } : null
  return beginMove(row, rows, selected)
}

/** Begins to move a row, with the others that are selected when it is one of them. */
export function beginMove(
  row: TimelineRow,
  rows: readonly TimelineRow[],
  selected: ReadonlySet<string>,
): Extract<Gesture, { kind: "move" }> | null {
  const ids = selected.has(row.id)
    ? rows.filter((each) => selected.has(each.id) && mayMove(each)).map(({ id }) => id)
    : mayMove(row)
      ? [row.id]
      : []
  return ids.length > 0 ? { kind: "move", ids, days: 0 } : null
}

/**
 * The gesture once the pointer is elsewhere.
 * @param moved calendar days that the pointer went, may be fractional
 * @param over the row under the pointer
 */
export function dragged(
  gesture: Gesture,
  { rows, indexOf }: Pick<TimelineModel, "rows" | "indexOf">,
  calendar: CompiledCalendar,
  { moved, over }: { readonly moved: number; readonly over: TimelineRow | undefined },
): Gesture {
  if (gesture.kind === "link") return { ...gesture, to: over && mayLink(gesture.from, over) ? over.id : null }
  const id = gesture.kind === "move" ? gesture.ids[0] : gesture.id
  const span = rows[indexOf.get(id ?? "") ?? -1]?.span
  if (!span) return gesture
  const edge = gesture.kind === "move" ? span.start : span.finish + 1
  const days = workingIndex(calendar, edge + Math.round(moved)) - workingIndex(calendar, edge)
  return withDays(gesture, span, calendar, days)
}

/** The gesture some working days later or earlier. */
export function stepped(
  gesture: Gesture,
  { rows, indexOf }: Pick<TimelineModel, "rows" | "indexOf">,
  calendar: CompiledCalendar,
  days: number,
): Gesture {
  if (gesture.kind === "link") return gesture
  const span = rows[indexOf.get((gesture.kind === "move" ? gesture.ids[0] : gesture.id) ?? "") ?? -1]?.span
  return span ? withDays(gesture, span, calendar, gesture.days + days) : gesture
}

/** A bar keeps at least one working day. */
function withDays(
  gesture: Exclude<Gesture, { kind: "link" }>,
  span: DaySpan,
  calendar: CompiledCalendar,
  days: number,
) {
  const length = workingIndex(calendar, span.finish + 1) - workingIndex(calendar, span.start)
  return { ...gesture, days: gesture.kind === "resize" ? Math.max(1 - length, days) : days }
}

/** The link with the next of the four types. */
export function nextType(gesture: Extract<Gesture, { kind: "link" }>): Gesture {
  return { ...gesture, type: linkTypes[(linkTypes.indexOf(gesture.type) + 1) % linkTypes.length] ?? "FS" }
}

/** Phases take part in links by their gate; nothing is linked with itself. */
const mayLink = (from: string, { id, kind, gate, span }: TimelineRow): boolean =>
  id !== from && span !== null && (kind !== "phase" || gate !== null)

/** The next row in a direction that a link may lead to; null when there is none. */
export function nextTarget(rows: readonly TimelineRow[], from: string, at: number, step: -1 | 1): number | null {
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index]
    if (row && mayLink(from, row)) return index
  }
  return null
}

/** Whether there is anything to commit. */
export const changesPlan = (gesture: Gesture): boolean =>
  gesture.kind === "link" ? gesture.to !== null : gesture.days !== 0

/** Where the bars that are taken would lie if nothing held them; empty for a link. */
export function ghostSpans(
  gesture: Gesture,
  { rows, indexOf }: Pick<TimelineModel, "rows" | "indexOf">,
  calendar: CompiledCalendar,
): ReadonlyMap<string, DaySpan> {
  const ids = gesture.kind === "move" ? gesture.ids : gesture.kind === "resize" ? [gesture.id] : []
  const shift = gesture.kind === "link" ? 0 : gesture.days
  const spans = new Map<string, DaySpan>()
  for (const id of ids) {
    const span = rows[indexOf.get(id) ?? -1]?.span
    if (!span) continue
    const later = (day: number) => workingDayAt(calendar, workingIndex(calendar, day) + shift)
    const finish = Math.max(later(span.finish), span.start)
    spans.set(
      id,
      gesture.kind === "move" ? { start: later(span.start), finish: later(span.finish) } : { ...span, finish },
    )
  }
  return spans
}
