"use client"

import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Menu } from "@/components/ui/menu"
import type { Slot } from "@/lib/records/slot"
import { choicesOf } from "./lookups"
import { type Row, useRecordActions } from "./record-actions"

/** A list that is longer is searched and not scrolled through. */
const LONG = 24

type BulkFieldsProps = {
  /** The fields that can be set for many at once, by name. */
  names: readonly string[]
  rows: readonly Row[]
  onSet: (slot: Slot, value: unknown) => void
  onRemove?: () => void
}

/** Sets one field of the selected records to one value. */
export function BulkFields({ names, rows, onSet, onRemove }: BulkFieldsProps) {
  const { slots, lookups } = useRecordActions()
  const shown = slots.filter(({ name }) => names.includes(name))
  return (
    <>
      {shown.map((slot) => {
        const { kind, about, presence } = slot.field
        const found = kind.target ? choicesOf(lookups, kind.target, []) : []
        if (found.length > LONG)
          return (
            <Combobox
              key={slot.name}
              {...{ label: about.label, hideLabel: true, options: found, value: null, placeholder: about.label }}
              {...(presence === "optional" ? { clearLabel: kind.target === "person" ? "No one" : "None" } : {})}
              onChange={(value) => onSet(slot, value)}
            />
          )
        const options = kind.target
          ? found.map(({ value, label }) => ({ key: value, label, value }))
          : Object.entries(kind.options ?? {}).flatMap(([key, label]) => {
              const value = kind.fromCells({ "": key }) ?? kind.fromCells({ "": Number(key) })
              return value === null ? [] : [{ key, label, value }]
            })
        const none =
          presence === "optional" ? [{ key: "none", label: kind.target === "person" ? "No one" : "None" }] : []
        return (
          <Menu
            key={slot.name}
            label={`${about.label} of ${rows.length} selected`}
            trigger={(trigger) => (
              <Button {...trigger} icon="chevron-down">
                {about.label}
              </Button>
            )}
            entries={[
              ...none.map(({ key, label }) => ({ id: key, label, onSelect: () => onSet(slot, null) })),
              ...options.map(({ key, label, value }) => ({ id: key, label, onSelect: () => onSet(slot, value) })),
            ]}
          />
        )
      })}
      {onRemove ? (
        <Button icon="trash" onClick={onRemove}>
          Remove
        </Button>
      ) : null}
    </>
  )
}
