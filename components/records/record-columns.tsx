import type { ReactNode } from "react"
import type { Column } from "@/components/table/column"
import type { Words } from "@/lib/records/kind"
import type { Slot } from "@/lib/records/slot"
import type { Row } from "./record-actions"
import { RecordValue } from "./record-value"
import { ValueEditor } from "./value-editor"

/** What a page draws in its own way, by the name of the field or of a column of its own. */
export type OwnColumns<R extends Row> = {
  readonly cells?: Readonly<Record<string, (row: R) => ReactNode>>
  readonly editors?: Readonly<Record<string, NonNullable<Column<R>["editor"]>>>
  readonly footers?: Readonly<Record<string, ReactNode>>
  readonly canEdit?: (row: R, slot: Slot) => boolean
  /** Columns that are no fields, each after the field of that name. */
  readonly after?: Readonly<Record<string, readonly Column<R>[]>>
  /** The fields in the order of their columns; those not named are left out. */
  readonly order?: readonly string[]
}

const notShown = new Set(["prose"])

/** The columns of a type of record, from its fields. Keep the result (`useMemo`). */
export function columnsOf<R extends Row>(
  slots: readonly Slot[],
  title: string,
  words: Words,
  mayEdit: boolean,
  own: OwnColumns<R> = {},
): readonly Column<R>[] {
  const shown = slots.filter(({ field }) => !notShown.has(field.kind.control))
  const named = own.order?.flatMap((name) => shown.filter((slot) => slot.name === name)) ?? shown
  const first = named.filter(({ name }) => name === title)
  const others = named.filter(({ name }) => name !== title)
  return [...first, ...others].flatMap((slot) => [
    columnOf(slot, slot.name === title, words, mayEdit, own),
    ...(own.after?.[slot.name] ?? []).map((column) =>
      own.footers && column.id in own.footers ? { ...column, footer: own.footers[column.id] } : column,
    ),
  ])
}

function columnOf<R extends Row>(
  slot: Slot,
  isTitle: boolean,
  words: Words,
  mayEdit: boolean,
  { cells, editors, footers, canEdit }: OwnColumns<R>,
): Column<R> {
  const { name, field } = slot
  const { about, kind, fixed } = field
  const order = (row: R) => {
    const value = slot.valueOf(row)
    return value === null || value === undefined ? null : kind.order(value, words)
  }
  const plain = (row: R) => <RecordValue slot={slot} value={slot.valueOf(row)} words={words} />
  const editor = editors?.[name] ?? (({ row, done }) => <ValueEditor {...{ slot, row, done }} />)
  return {
    ...{ id: name, header: about.label, width: about.width ?? 120, value: order },
    ...(isTitle ? { grow: true, hideable: false, enterOpens: true } : {}),
    ...(kind.control === "number" ? { align: "end" as const } : {}),
    ...(about.showFrom ? { showFrom: about.showFrom } : {}),
    ...(about.hiddenAtFirst ? { hiddenAtFirst: true } : {}),
    ...(footers && name in footers ? { footer: footers[name] } : {}),
    cell: cells?.[name] ?? plain,
    ...(mayEdit && !fixed ? { editor, ...(canEdit ? { canEdit: (row: R) => canEdit(row, slot) } : {}) } : {}),
  }
}
