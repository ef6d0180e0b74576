"use client"

import type { ReactNode } from "react"
import { Properties, Property } from "@/components/shell/side-panel"
import type { Slot } from "@/lib/records/slot"
import { type Row, useRecordActions } from "./record-actions"
import { RecordValue } from "./record-value"
import { ValueEditor } from "./value-editor"

type RecordPropertiesProps<R extends Row> = {
  row: R
  /** Names of fields that stand elsewhere in the panel. */
  without?: readonly string[]
  /** What is drawn in its own way, by field. */
  own?: Readonly<Record<string, (row: R) => ReactNode>>
  canEdit?: (row: R, slot: Slot) => boolean
  /** More rows below. */
  children?: ReactNode
}

/** The fields of a record as rows of a panel, each changed where it stands; long texts have sections of their own. */
export function RecordProperties<R extends Row>({
  row,
  without = [],
  own,
  canEdit,
  children,
}: RecordPropertiesProps<R>) {
  const { slots, mayEdit, words } = useRecordActions()
  const shown = slots.filter(({ name, field }) => field.kind.control !== "prose" && !without.includes(name))
  return (
    <Properties>
      {shown.map((slot) => {
        const isOpen = mayEdit && !slot.field.fixed && (canEdit?.(row, slot) ?? true)
        const special = own?.[slot.name]
        return (
          <Property key={slot.name} label={slot.field.about.label}>
            {special ? (
              special(row)
            ) : isOpen ? (
              <ValueEditor slot={slot} row={row} />
            ) : (
              <RecordValue slot={slot} value={slot.valueOf(row)} words={words} />
            )}
          </Property>
        )
      })}
      {children}
    </Properties>
  )
}
