import { asId, type Id } from "@/lib/base/kernel/id"
import type { Words } from "../kind"
import type { RecordType } from "../record"
import type { Slot } from "../slot"
import { ID_NAME } from "./columns"
import { type RowProblem, readCell, type SheetRow } from "./row"

type Kept = { readonly id: Id; readonly version: number }
type Where = {
  readonly of: RecordType
  readonly slots: readonly Slot[]
  readonly records: readonly Kept[]
  readonly words: Words
}
export type FoundRecord = {
  readonly record: Kept | null
  /** The same for two rows that mean the same record; null where a row does not say which it means. */
  readonly token: string | null
  readonly problem: RowProblem | null
}

/** Finds the records that the rows of a file mean: by their id, else by the first key of the type that a row has. */
export class Finder {
  readonly #byId: ReadonlyMap<string, Kept>
  readonly #keys: readonly { readonly slot: Slot; readonly records: ReadonlyMap<string, readonly Kept[]> }[]

  constructor(private readonly where: Where) {
    const { of, slots, records } = where
    this.#byId = new Map(records.map((record) => [record.id, record]))
    this.#keys = of.keys
      .flatMap((key) => slots.filter(({ name }) => name === key))
      .map((slot) => ({ slot, records: byKey(slot, records) }))
  }

  find(row: SheetRow): FoundRecord {
    const id = asId(row.cells.get(ID_NAME)?.trim() ?? "")
    const named = id === null ? undefined : this.#byId.get(id)
    if (named) return { record: named, token: named.id, problem: null }
    const given = this.#keys.flatMap(({ slot, records }) => {
      const text = row.cells.get(slot.name)?.trim() ?? ""
      const read = text === "" ? null : readCell(slot, text, this.where.words)
      const key = read && "value" in read ? keyOf(read.value) : null
      return key === null ? [] : [{ slot, records, key }]
    })
    const [first] = given
    if (!first) return { record: null, token: null, problem: null }
    for (const [at, { slot, records, key }] of given.entries()) {
      const earlier = given.slice(0, at)
      // A record that has another value under an earlier key is another record.
      const fits = (records.get(key) ?? []).filter((each) => earlier.every((one) => keyIn(one.slot, each) === null))
      const [record, ...others] = fits
      if (others.length > 0) return { record: null, token: null, problem: sayMany(this.where.of, slot, fits.length) }
      if (record) return { record, token: record.id, problem: null }
    }
    return { record: null, token: `${first.slot.name} ${first.key}`, problem: null }
  }
}

const sayMany = ({ names }: RecordType, { field }: Slot, count: number): RowProblem => ({
  field: field.about.label,
  message: `${count} ${names.many} have this value. Add the column Record ID from an export to tell them apart.`,
})

function byKey(slot: Slot, records: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> {
  const found = new Map<string, Kept[]>()
  for (const record of records) {
    const key = keyIn(slot, record)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), record])
  }
  return found
}

const keyIn = (slot: Slot, record: object): string | null => keyOf(slot.valueOf(record))

/** Values that are told apart in an import; the case of letters does not matter. */
function keyOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null
  return typeof value === "string" ? value.normalize("NFC").toLowerCase() : JSON.stringify(value)
}
