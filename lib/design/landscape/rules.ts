import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { LandscapeChange, LandscapeItemView, LandscapeRefusal } from "./landscape-item"

/** No more is migrated than is planned; no item is part of, replaces or feeds itself. Pure: the screen asks it too. */
export function judgeItem(
  before: LandscapeItemView | null,
  change: LandscapeChange,
): Result<LandscapeChange, LandscapeRefusal> {
  const planned = change.planned === undefined ? (before?.planned ?? null) : change.planned
  const migrated = change.migrated === undefined ? (before?.migrated ?? null) : change.migrated
  const isTouched = change.planned !== undefined || change.migrated !== undefined
  if (isTouched && planned !== null && migrated !== null && migrated > planned) return refuse("more-than-planned")
  const named = [
    change.parentId ?? null,
    ...(change.replacesIds ?? []),
    ...(change.feedsAsIsIds ?? []),
    ...(change.feedsToBeIds ?? []),
  ]
  return before && named.includes(before.id) ? refuse("circle") : ok(change)
}

export type Linked = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly feedsAsIsIds: readonly string[]
  readonly feedsToBeIds: readonly string[]
}

/** What each link is called in a sentence, with the ids that it points at. */
const links = {
  "part of": ({ parentId }: Linked): readonly string[] => (parentId === null ? [] : [parentId]),
  feeds: ({ feedsAsIsIds }: Linked): readonly string[] => feedsAsIsIds,
  "shall feed": ({ feedsToBeIds }: Linked): readonly string[] => feedsToBeIds,
} as const

/** A circle of parents or feeds: which link, and the names along it; the last one leads back to the first. */
export type Circle = { readonly link: keyof typeof links; readonly names: readonly string[] }

/**
 * The shortest circle through an item that parents, feeds of today or feeds to come would close, with the item as it
 * shall be; null where there is none. As-is and to-be are judged apart. O(items + links).
 */
export function circleThrough(items: readonly Linked[], changed: Linked): Circle | null {
  const byId = new Map([...items.map((item) => [item.id, item] as const), [changed.id, changed] as const])
  for (const [link, next] of entriesOf(links)) {
    const names = pathBack(byId, changed, next)
    if (names) return { link, names }
  }
  return null
}

function entriesOf<Of extends object>(of: Of): [keyof Of & string, Of[keyof Of]][]
function entriesOf(of: object): [string, unknown][] {
  return Object.entries(of)
}

function pathBack(
  byId: ReadonlyMap<string, Linked>,
  start: Linked,
  next: (item: Linked) => readonly string[],
): readonly string[] | null {
  const from = new Map<string, Linked>()
  const queue = [start]
  for (const item of queue)
    for (const id of next(item)) {
      if (id === start.id) return namesTo(from, start, item)
      const target = byId.get(id)
      if (!target || from.has(id)) continue
      from.set(id, item)
      queue.push(target)
    }
  return null
}

function namesTo(from: ReadonlyMap<string, Linked>, start: Linked, last: Linked): readonly string[] {
  const names = [last.name]
  for (let at = last; at.id !== start.id; ) {
    const before = from.get(at.id)
    if (!before) break
    names.push(before.name)
    at = before
  }
  return names.toReversed()
}

/** `Core banking feeds Raw, Raw feeds Core banking: that is a circle.` At most six steps are named. */
export function sayCircle({ link, names }: Circle): string {
  const closed = [...names, names[0] ?? ""]
  const steps = closed.slice(1).map((name, at) => `${closed[at]} ${link === "part of" ? "is part of" : link} ${name}`)
  const said = steps.length > 6 ? [...steps.slice(0, 5), `${steps.length - 6} more`, ...steps.slice(-1)] : steps
  return `This would make a circle: ${said.join(", ")}.`
}
