import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { Guarded } from "@/lib/door/audit/redaction"

/** Where the rows of a type of record lie, so that others can point at them and call them by name. */
export type KnownRecords = {
  /** Permanent: stands in links and relations. */
  readonly type: string
  readonly table: string
  /** The column that a row is called by. */
  readonly title: string
  /** Rows have `removed_at`; what was removed keeps its name and is not pointed at any more. */
  readonly removable: boolean
  /** Another column that may name a row of it in events, such as a person's user. */
  readonly alias?: string
  /** The column of the person who owns a row. */
  readonly owner?: string
  /** What of its events not everybody may see who reads the programme. */
  readonly guarded?: readonly Guarded[]
}

const shared = globalThis as typeof globalThis & { lakewardKnownRecords?: Map<string, KnownRecords> }
const known = (): Map<string, KnownRecords> => {
  shared.lakewardKnownRecords ??= new Map()
  return shared.lakewardKnownRecords
}

/** Each domain says where its records lie, once, beside its operations. */
export function knowRecords(...records: readonly KnownRecords[]): void {
  for (const each of records) known().set(each.type, each)
}

export const knownRecords = (): readonly KnownRecords[] => [...known().values()]

type Asking = Pick<Transaction, "programme">
export type KnownKeys = {
  readonly areThere: (tx: Asking, programmeId: Id, keys: readonly string[]) => Promise<boolean>
  /** The names of each key, the present one first. */
  readonly names: (
    tx: Asking,
    programmeId: Id,
  ) => Promise<readonly { readonly key: string; readonly names: readonly string[] }[]>
}
const sharedKeys = globalThis as typeof globalThis & { lakewardKnownKeys?: Map<string, KnownKeys> }
const knownKeys = (): Map<string, KnownKeys> => {
  sharedKeys.lakewardKnownKeys ??= new Map()
  return sharedKeys.lakewardKnownKeys
}

/** The same for what is known by keys and lies in no table, such as the catalogue. */
export function knowKeys(type: string, keys: KnownKeys): void {
  knownKeys().set(type, keys)
}

/** What is known by keys under this name; null where it is records that have ids. */
export const keysOfType = (type: string): KnownKeys | null => knownKeys().get(type) ?? null

/** Whether all of these are records of that type in the programme. @throws for a type that nobody registered */
export async function areThere(
  tx: Asking & Pick<Transaction, "$queryRawUnsafe">,
  programmeId: Id,
  type: string,
  ids: readonly Id[],
): Promise<boolean> {
  if (ids.length === 0) return true
  const keys = knownKeys().get(type)
  if (keys) return keys.areThere(tx, programmeId, ids)
  const where = known().get(type)
  if (!where) throw new Error(`no records are known as ${type}`)
  const asked = [...new Set(ids)]
  const rows = await tx.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM "${where.table}"
     WHERE programme_id = $1::uuid AND id = ANY($2::uuid[])${where.removable ? " AND removed_at IS NULL" : ""}`,
    programmeId,
    asked,
  )
  return rows[0]?.count === asked.length
}

/** Whether a record of a type by that name is in the programme; types that nobody registered have none. */
export const isThere = async (
  tx: Pick<Transaction, "$queryRawUnsafe" | "programme">,
  programmeId: Id,
  type: string,
  id: Id,
) => known().has(type) && (await areThere(tx, programmeId, type, [id]))

/** Who owns a record, of a type whose records have an owner. */
export async function ownerOf(tx: Pick<Transaction, "$queryRawUnsafe">, programmeId: Id, type: string, id: Id) {
  const where = known().get(type)
  if (!where?.owner) return null
  const rows = await tx.$queryRawUnsafe<{ owner: Id | null }[]>(
    `SELECT "${where.owner}"::text AS owner FROM "${where.table}" WHERE programme_id = $1::uuid AND id = $2::uuid`,
    programmeId,
    id,
  )
  return rows[0]?.owner ?? null
}

/** Names of what these ids stand for in a programme, also of what was removed; other ids have none. */
export async function namesOfRecords(programmeId: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const parts = knownRecords().flatMap(({ table, title, alias }) =>
    ["id", ...(alias ? [alias] : [])].map(
      (column) =>
        `SELECT ${column} AS id, "${title}" AS name FROM "${table}" WHERE programme_id = $1 AND ${column} = ANY($2::uuid[])`,
    ),
  )
  if (parts.length === 0 || ids.length === 0) return new Map()
  const { rows } = await database().pool.query<{ id: Id; name: string }>({
    name: `names-of-records-${parts.length}`,
    text: parts.join(" UNION ALL "),
    values: [programmeId, ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
