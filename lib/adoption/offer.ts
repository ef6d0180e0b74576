import type { Cloud } from "@/lib/pack/clouds"
import type { FieldChange, PackChange } from "@/lib/pack/difference"

/** What a programme has of the pack, under the pack's ids. */
export type Mine = {
  /** What is different in the programme; a field that is missing is as the older release has it. */
  readonly fields: Readonly<Record<string, string | null>>
  readonly removed: boolean
  /** Why it stays as it is, whatever the release says: closed work, a signature. Null when nothing holds it. */
  readonly held: string | null
  /** Why it stays although the release has it no longer: begun work, evidence. */
  readonly heldAsRetired: string | null
  /** Fields that stay though they are still the older release's, such as an estimate that somebody confirmed. */
  readonly keeps: readonly string[]
}
export type OfferedField = FieldChange & {
  /** What the programme made of it; it stays. Null where nobody touched it. */
  readonly kept: string | null
}
/** `open` can be taken over, `kept` was edited or is in use here and stays, `with` comes with the release as it is. */
export type Offer = Omit<PackChange, "fields" | "clouds"> & {
  readonly state: "open" | "kept" | "with"
  readonly fields: readonly OfferedField[]
  readonly reason: string | null
}

type Programme = { readonly mine: ReadonlyMap<string, Mine>; readonly clouds: readonly Cloud[] }

/**
 * What a programme may take over of the changes between two releases. What it has already, what it left out and what is
 * for other clouds is not offered; what was edited here is shown and kept.
 */
export function offersOf(changes: readonly PackChange[], { mine, clouds }: Programme): Offer[] {
  const added = new Set(changes.flatMap(({ id, what }) => (what === "added" ? [id] : [])))
  const isThere = (id: string) => {
    const found = mine.get(id)
    return (found !== undefined && !found.removed) || added.has(id)
  }
  const offered: Offer[] = changes.flatMap((change): Offer[] => {
    const { fields: _, clouds: own, ...rest } = change
    const offer = (state: Offer["state"], fields: readonly OfferedField[], reason: string | null = null): Offer[] => [
      { ...rest, state, fields, reason },
    ]
    if (change.part === "component")
      return offer(
        "with",
        change.fields.map((field) => ({ ...field, kept: null })),
      )
    const found = mine.get(change.id)
    if (change.what === "added") {
      if (found && !found.removed) return []
      if (change.within !== null && !isThere(change.within)) return []
      if (own.length > 0 && !own.some((cloud) => clouds.includes(cloud))) return []
      return offer("open", [])
    }
    if (!found || found.removed) return []
    return change.what === "retired" ? retired(found, offer) : changed(change, found, offer)
  })
  const left = new Set(offered.map(({ id }) => id))
  const hasEnds = (key: string) =>
    key
      .split(">")
      .slice(0, 2)
      .every((end) => endIds(end).some((id) => left.has(id) || isKept(id, mine)))
  return offered.filter(({ part, what, key }) => part !== "link" || what !== "added" || hasEnds(key))
}

type Make = (state: Offer["state"], fields: readonly OfferedField[], reason?: string | null) => Offer[]

function retired(found: Mine, offer: Make): Offer[] {
  const isEdited = Object.keys(found.fields).length > 0
  if (found.heldAsRetired !== null) return offer("kept", [], found.heldAsRetired)
  return isEdited ? offer("kept", [], "edited here") : offer("open", [])
}

function changed({ fields }: PackChange, found: Mine, offer: Make): Offer[] {
  const open = fields.flatMap((field): OfferedField[] => {
    const own = found.fields[field.field]
    if (found.keeps.includes(field.field)) return [{ ...field, kept: own ?? field.from ?? "" }]
    if (own === undefined || own === field.from) return [{ ...field, kept: null }]
    return own === field.to ? [] : [{ ...field, kept: own ?? "" }]
  })
  if (open.length === 0) return []
  if (found.held !== null) return offer("kept", open, found.held)
  return open.every(({ kept }) => kept !== null) ? offer("kept", open, "edited here") : offer("open", open)
}

/** What an end of a link may be. */
export const endIds = (key: string): string[] => [`activity:${key}`, `workstream:${key}`, `gate:${key}`]

const isKept = (id: string, mine: ReadonlyMap<string, Mine>): boolean => {
  const found = mine.get(id)
  return found !== undefined && !found.removed
}

/** The links that an added activity brings with it: nobody takes over one without the other. */
export function linksWith(offers: readonly Offer[]): ReadonlyMap<string, string> {
  const added = new Set(offers.flatMap(({ id, part, what }) => (part === "activity" && what === "added" ? [id] : [])))
  return new Map(
    offers.flatMap(({ id, part, key }) => {
      if (part !== "link") return []
      const [from = "", to = ""] = key.split(">")
      const owner = [`activity:${to}`, `activity:${from}`].find((end) => added.has(end))
      return owner ? [[id, owner] as const] : []
    }),
  )
}

/** What taking some offers over means: the offers themselves, their links, and only what is open. */
export function takenOf(offers: readonly Offer[], asked: readonly string[] | "all"): Offer[] {
  const owners = linksWith(offers)
  const open = offers.filter(({ state }) => state === "open")
  const wanted = asked === "all" ? new Set(open.map(({ id }) => id)) : new Set(asked)
  return open.filter(({ id }) => wanted.has(owners.get(id) ?? id))
}
