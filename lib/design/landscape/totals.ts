import { type Disposition, dispositionNames, type LandscapeLine } from "./landscape-item"

export type Measure = "items" | "volume"
type Counted = Pick<LandscapeLine, "disposition" | "sizeBytes" | "planned" | "migrated" | "proved">

/**
 * Whether an item is done: everything that is planned for it is migrated, by claim and by proof. `proved` is null where
 * no fact can tell. What plans nothing is not done by anybody's word.
 */
export function doneOf({ planned, migrated, proved }: Pick<Counted, "planned" | "migrated" | "proved">): {
  readonly claimed: boolean
  readonly proved: boolean | null
} {
  const isPlanned = planned !== null && planned > 0
  return {
    claimed: isPlanned && migrated !== null && migrated >= planned,
    proved: proved === null ? null : isPlanned && proved >= planned,
  }
}

/** Of the planned things, the share that is migrated and that is proved, 0 to 1; null where nothing is planned or no fact tells. */
export function progressOf({ planned, migrated, proved }: Pick<Counted, "planned" | "migrated" | "proved">): {
  readonly claimed: number | null
  readonly proved: number | null
} {
  if (planned === null || planned === 0) return { claimed: null, proved: null }
  const share = (count: number) => Math.min(1, count / planned)
  return { claimed: share(migrated ?? 0), proved: proved === null ? null : share(proved) }
}

export type DispositionTotal = {
  readonly disposition: Disposition
  readonly items: number
  /** Sum of the known volumes, in bytes. */
  readonly bytes: number
  readonly unsized: number
  /** Items that are done by claim, and of them those that facts prove. */
  readonly claimed: number
  readonly proved: number
  /** Items that are done by claim and that no fact tells of. */
  readonly unknown: number
  readonly claimedBytes: number
  readonly provedBytes: number
}

const isDisposition = (key: string): key is Disposition => Object.hasOwn(dispositionNames, key)

/** Items and volume by disposition, in the declared order; dispositions that no item has are left out. */
export function totalsBy(items: readonly Counted[]): readonly DispositionTotal[] {
  const empty = { items: 0, bytes: 0, unsized: 0, claimed: 0, proved: 0, unknown: 0, claimedBytes: 0, provedBytes: 0 }
  const totals = new Map<Disposition, Omit<DispositionTotal, "disposition">>()
  for (const item of items) {
    const before = totals.get(item.disposition) ?? empty
    const { claimed, proved } = doneOf(item)
    const bytes = item.sizeBytes ?? 0
    const progress = progressOf(item)
    totals.set(item.disposition, {
      items: before.items + 1,
      bytes: before.bytes + bytes,
      unsized: before.unsized + (item.sizeBytes === null ? 1 : 0),
      claimed: before.claimed + (claimed ? 1 : 0),
      proved: before.proved + (claimed && proved ? 1 : 0),
      unknown: before.unknown + (claimed && proved === null ? 1 : 0),
      claimedBytes: before.claimedBytes + bytes * (progress.claimed ?? 0),
      provedBytes: before.provedBytes + bytes * Math.min(progress.claimed ?? 0, progress.proved ?? 0),
    })
  }
  return Object.keys(dispositionNames).flatMap((key) => {
    const total = isDisposition(key) ? totals.get(key) : undefined
    return isDisposition(key) && total ? [{ disposition: key, ...total }] : []
  })
}

/** `52 of 84 tables migrated, 34 proved`; `proved: Unknown` where no fact tells; null where nothing is planned. */
export function sayProgress({
  planned,
  migrated,
  proved,
  quantity,
}: Pick<LandscapeLine, "planned" | "migrated" | "proved" | "quantity">): string | null {
  if (planned === null || planned === 0) return null
  const noun = quantity ? ` ${quantity.unit}` : ""
  const count = (value: number) => value.toLocaleString("en-GB")
  const claimed = `${count(migrated ?? 0)} of ${count(planned)}${noun} migrated`
  return proved === null ? `${claimed}; proved: Unknown` : `${claimed}, ${count(proved)} proved`
}

/** Of things that are planned to move: how many moved by claim, how many are proved, and of how many no fact tells. */
export type Moved = {
  readonly planned: number
  readonly migrated: number
  /** Null where no fact tells of any of them; never 0 for that. */
  readonly proved: number | null
  readonly unknown: number
}

/** What moved of these items; those without a plan are left out. */
export function movedOf(lines: readonly Pick<Counted, "planned" | "migrated" | "proved">[]): Moved {
  const planned = lines.filter((line) => line.planned !== null && line.planned > 0)
  const told = planned.filter(({ proved }) => proved !== null)
  const sum = (of: readonly (number | null)[]) => of.reduce((all: number, each) => all + (each ?? 0), 0)
  return {
    planned: sum(planned.map((line) => line.planned)),
    migrated: sum(planned.map((line) => line.migrated)),
    proved: told.length === 0 ? null : sum(told.map(({ proved }) => proved)),
    unknown: sum(planned.filter(({ proved }) => proved === null).map((line) => line.migrated)),
  }
}

/** `641 of them proved, 98 Unknown`; `proved: Unknown` where no fact tells. */
export function sayProved({ proved, unknown }: Moved): string {
  if (proved === null) return "proved: Unknown"
  const rest = unknown === 0 ? "" : `, ${unknown.toLocaleString("en-GB")} Unknown`
  return `${proved.toLocaleString("en-GB")} of them proved${rest}`
}
