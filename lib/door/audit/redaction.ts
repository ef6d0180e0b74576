import type { ProgrammePermission } from "@/lib/door/access/permissions"

/** Members of a type's events that only some may see: those of fields with `see`. */
export type Guarded = { readonly members: readonly string[]; readonly see: ProgrammePermission }
type Told = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }

/** The members that a reader must not see, by the type of record that events begin with. */
export type HiddenMembers = ReadonlyMap<string, ReadonlySet<string>>

/** What is hidden from somebody who may do what `may` says. */
export const hiddenMembers = (
  types: readonly { readonly type: string; readonly guarded?: readonly Guarded[] }[],
  may: (permission: ProgrammePermission) => boolean,
): HiddenMembers =>
  new Map(
    types.flatMap(({ type, guarded = [] }) => {
      const members = guarded.filter(({ see }) => !may(see)).flatMap((each) => each.members)
      return members.length > 0 ? [[type, new Set(members)] as const] : []
    }),
  )

/** The members of an event that the reader must not see; none for most. */
export const hiddenOf = (hidden: HiddenMembers, type: string): ReadonlySet<string> | null =>
  hidden.get(type.slice(0, type.lastIndexOf("."))) ?? null

/** What an event tells, without those members: neither among what was added, nor in what changed or was before. */
export function redacted<Event extends Told>(event: Event, hidden: HiddenMembers): Event {
  const names = hiddenOf(hidden, event.type)
  if (names === null) return event
  const without = (members: object) => Object.fromEntries(Object.entries(members).filter(([name]) => !names.has(name)))
  const data = Object.entries(without(event.data)).map(([name, value]) => {
    const inner = (name === "changes" || name === "before") && typeof value === "object" && value !== null
    return [name, inner ? without(value) : value]
  })
  return { ...event, data: Object.fromEntries(data) }
}
