import type { Release } from "./release"
import { type Thing, thingsOf } from "./things"

export type PackPart = Thing["part"]
export type FieldChange = { readonly field: string; readonly from: string | null; readonly to: string | null }
/** What became of one thing of the pack between two releases; `id` is its part and key, as `check:network-closed`. */
export type PackChange = Pick<Thing, "id" | "part" | "key" | "name" | "within" | "clouds"> & {
  readonly what: "added" | "changed" | "retired"
  /** What is different; empty for what was added or retired. */
  readonly fields: readonly FieldChange[]
}

/**
 * What one release has other than another: stages, workstreams, activities, links, checks, criteria, phases and
 * components that were added, changed or retired, in the order of the newer release, the retired ones last.
 */
export function differenceOf(from: Release, to: Release): PackChange[] {
  const old = thingsOf(from)
  const now = thingsOf(to)
  const later = [...now.values()].flatMap((thing): PackChange[] => {
    const before = old.get(thing.id)
    if (!before) return [changeOf(thing, "added", [])]
    const fields = Object.keys(thing.fields).flatMap((field): FieldChange[] => {
      const [was, is] = [before.fields[field] ?? null, thing.fields[field] ?? null]
      return was === is ? [] : [{ field, from: was, to: is }]
    })
    return fields.length > 0 ? [changeOf(thing, "changed", fields)] : []
  })
  const retired = [...old.values()].filter(({ id }) => !now.has(id)).map((thing) => changeOf(thing, "retired", []))
  return [...later, ...retired]
}

const changeOf = (
  { id, part, key, name, within, clouds }: Thing,
  what: PackChange["what"],
  fields: readonly FieldChange[],
): PackChange => ({ ...{ id, part, key, name, within, clouds }, what, fields })
