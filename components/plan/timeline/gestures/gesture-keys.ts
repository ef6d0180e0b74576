import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import { beginMove, changesPlan, type Gesture, nextTarget, nextType, stepped } from "@/lib/plan/timeline/gesture"
import { mayMove, mayResize } from "@/lib/plan/timeline/hit"
import type { TimelineModel } from "@/lib/plan/timeline/rows"

/** What a key does while a gesture is under way. */
export type GestureStep =
  | { readonly act: "go"; readonly gesture: Gesture; readonly reveal?: number }
  | { readonly act: "commit" | "cancel" | "none" }

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">

/** The gesture that a key begins on a row: `m` moves, `r` resizes, `l` links. Null: no such key, or not on this row. */
export function beginByKey(
  { key, ctrlKey, metaKey, altKey }: Press,
  { rows }: TimelineModel,
  at: number,
  selected: ReadonlySet<string>,
): Gesture | null {
  const row = rows[at]
  if (!row?.span || ctrlKey || metaKey || altKey) return null
  if (key === "m") return beginMove(row, rows, selected)
  if (key === "r") return mayResize(row) && mayMove(row) ? { kind: "resize", id: row.id, days: 0 } : null
  if (key === "l" && (row.kind !== "phase" || row.gate)) return { kind: "link", from: row.id, to: null, type: "FS" }
  return null
}

/** Arrows go a working day, with Shift a week; for a link up and down choose where to, and `t` its type. */
export function stepByKey(
  press: Press,
  gesture: Gesture,
  model: TimelineModel,
  calendar: CompiledCalendar,
): GestureStep {
  if (press.key === "Escape") return { act: "cancel" }
  if (press.key === "Enter") return changesPlan(gesture) ? { act: "commit" } : { act: "cancel" }
  if (gesture.kind === "link") return linkStep(press.key, gesture, model)
  const days = press.shiftKey ? calendar.offsets.length : 1
  if (press.key === "ArrowRight") return { act: "go", gesture: stepped(gesture, model, calendar, days) }
  if (press.key === "ArrowLeft") return { act: "go", gesture: stepped(gesture, model, calendar, -days) }
  return { act: "none" }
}

function linkStep(key: string, gesture: Extract<Gesture, { kind: "link" }>, model: TimelineModel): GestureStep {
  if (key === "t") return { act: "go", gesture: nextType(gesture) }
  const step = key === "ArrowDown" || key === "j" ? 1 : key === "ArrowUp" || key === "k" ? -1 : null
  if (step === null) return { act: "none" }
  const at = model.indexOf.get(gesture.to ?? gesture.from) ?? 0
  const to = nextTarget(model.rows, gesture.from, at, step)
  if (to === null) return { act: "none" }
  return { act: "go", gesture: { ...gesture, to: model.rows[to]?.id ?? null }, reveal: to }
}
