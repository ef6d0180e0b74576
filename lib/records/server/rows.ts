import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { Field, Fields, RecordType, View } from "../record"
import { ownOf } from "../slot"

/** A row as PostgreSQL writes it in JSON, by the names of its columns. */
type Row = Readonly<Record<string, unknown>>

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The column that holds a part of a field: `delay` and `Likely` are in `delay_likely`. */
export const columnOf = (name: string, suffix: string): string => snake(`${name}${suffix}`)

/** The columns of the members that are given. */
export function cellsOf({ fields }: RecordType, members: object): Row {
  const cells: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(members)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field || value === undefined) continue
    const given = value === null ? null : field.kind.toCells(value)
    for (const suffix of field.kind.columns) cells[columnOf(name, suffix)] = given?.[suffix] ?? null
  }
  return cells
}

/** The values of presets that a new record begins with. */
export const initialOf = ({ fields }: RecordType): Row =>
  Object.fromEntries(
    Object.entries<Field<unknown>>(fields).flatMap(([name, { initial }]) =>
      initial === undefined ? [] : [[name, initial]],
    ),
  )

export function viewOf<F extends Fields, Code extends string>(of: RecordType<F, Code>, row: Row): View<F>
export function viewOf({ fields }: RecordType, row: Row): object {
  const values = Object.entries<Field<unknown>>(fields).map(([name, { kind, initial }]) => {
    const cells = Object.fromEntries(kind.columns.map((suffix) => [suffix, row[columnOf(name, suffix)] ?? null]))
    return [name, kind.fromCells(cells) ?? initial ?? null]
  })
  const { id, number, version, created_at, updated_at } = row
  const head = { id, number, version, createdAt: instant(created_at), updatedAt: instant(updated_at), own: ownOf(row) }
  return { ...head, ...Object.fromEntries(values) }
}

const instant = (value: unknown): string => new Date(String(value)).toISOString()

/** A row in JSON; amounts of money as text, because a number of JSON would lose digits. */
function rowOf({ fields }: RecordType): string {
  const amounts = Object.entries<Field<unknown>>(fields).flatMap(([name, { kind }]) =>
    kind.unit === "money" ? [columnOf(name, "")] : [],
  )
  if (amounts.length === 0) return "to_jsonb(t)"
  const texts = amounts.map((column) => `'${column}', trim_scale(t."${column}")::text`)
  return `to_jsonb(t) || jsonb_build_object(${texts.join(", ")})`
}

export async function findRow(tx: Transaction, of: RecordType, programmeId: Id, id: Id): Promise<Row | null> {
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `SELECT ${rowOf(of)} AS row FROM "${of.table}" t WHERE id = $1::uuid AND programme_id = $2::uuid AND removed_at IS NULL`,
    id,
    programmeId,
  )
  return rows[0]?.row ?? null
}

/** All that were not removed, by number. */
export async function findRows(tx: Pick<Transaction, "$queryRawUnsafe">, of: RecordType, programmeId: Id) {
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `SELECT ${rowOf(of)} AS row FROM "${of.table}" t WHERE programme_id = $1::uuid AND removed_at IS NULL ORDER BY number`,
    programmeId,
  )
  return rows.map(({ row }) => row)
}

/** The programme is held, so that no number is given twice. */
export async function nextNumber(tx: Transaction, of: RecordType, programmeId: Id): Promise<number> {
  await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
  const rows = await tx.$queryRawUnsafe<{ next: number }[]>(
    `SELECT (coalesce(max(number), 0) + 1)::int AS next FROM "${of.table}" WHERE programme_id = $1::uuid`,
    programmeId,
  )
  return rows[0]?.next ?? 1
}

/** Writes a new row; columns that are not given are null. */
export async function insertRow(tx: Transaction, of: RecordType, cells: Row): Promise<Row> {
  const columns = Object.keys(cells)
    .map((column) => `"${column}"`)
    .join(", ")
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `INSERT INTO "${of.table}" AS t (${columns})
     SELECT ${columns} FROM jsonb_populate_record(null::"${of.table}", $1::jsonb) RETURNING ${rowOf(of)} AS row`,
    JSON.stringify(cells),
  )
  const [made] = rows
  if (!made) throw new Error(`no row of ${of.table} was written`)
  return made.row
}

/** Changes a row as it was looked at; null when it has another version now or is not there. */
export async function updateRow(
  tx: Transaction,
  of: RecordType,
  at: { readonly programmeId: Id; readonly id: Id; readonly version: number | null; readonly removed: boolean },
  cells: Row,
): Promise<Row | null> {
  const columns = Object.keys(cells).map((column) => `"${column}"`)
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `UPDATE "${of.table}" AS t SET (${[...columns, "version"].join(", ")}) =
       (SELECT ${[...columns.map((column) => `given.${column}`), "t.version + 1"].join(", ")}
        FROM jsonb_populate_record(null::"${of.table}", $1::jsonb) AS given)
     WHERE id = $2::uuid AND programme_id = $3::uuid AND ($4::int IS NULL OR version = $4::int)
       AND removed_at IS ${at.removed ? "NOT NULL" : "NULL"}
     RETURNING ${rowOf(of)} AS row`,
    JSON.stringify(cells),
    at.id,
    at.programmeId,
    at.version,
  )
  return rows[0]?.row ?? null
}
