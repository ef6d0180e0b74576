"use client"

import { useState } from "react"
import { useShortcut } from "@/components/shell/shortcuts"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Pill } from "@/components/ui/pill"
import { Popover } from "@/components/ui/popover"
import { TextField } from "@/components/ui/text-field"
import { filterChoices, filterSlots, noFilter, type RecordFilter } from "@/lib/records/filter"
import type { Slot } from "@/lib/records/slot"
import { type Row, useRecordActions } from "./record-actions"

type RecordFilterProps = {
  records: readonly Row[]
  filter: RecordFilter
  onChange: (filter: RecordFilter) => void
}

const BUTTON_ID = "record-filter"
/** More values than these are found by typing. */
const MOST_TICKS = 12

/** The filters that are on, each with a way to take it off, and the button that chooses them; `f` opens it. */
export function RecordFilterButton({ records, filter, onChange }: RecordFilterProps) {
  const { slots, words } = useRecordActions()
  useShortcut("f", "Filter", () => document.getElementById(BUTTON_ID)?.click())
  const chips = filterSlots(slots).flatMap((slot) => {
    const keys = filter.values[slot.name] ?? []
    if (keys.length === 0) return []
    const names = filterChoices(slot, records, words).filter(({ key }) => keys.includes(key))
    return [{ slot, words: `${slot.field.about.label.toLowerCase()}: ${names.map(({ name }) => name).join(", ")}` }]
  })
  return (
    <>
      {filter.text ? (
        <Pill onRemove={() => onChange({ ...filter, text: "" })} removeLabel="Clear the search">
          “{filter.text}”
        </Pill>
      ) : null}
      {chips.map(({ slot, words: said }) => (
        <Pill
          key={slot.name}
          onRemove={() => onChange({ ...filter, values: { ...filter.values, [slot.name]: [] } })}
          removeLabel={`Clear ${said}`}
        >
          {said}
        </Pill>
      ))}
      <Popover
        label="Filter"
        align="end"
        className="w-[560px] max-w-[calc(100vw-24px)] p-4"
        trigger={(trigger) => (
          <Button {...trigger} id={BUTTON_ID} kbd="F">
            Filter
          </Button>
        )}
      >
        {() => <FilterForm {...{ records, filter, onChange }} />}
      </Popover>
    </>
  )
}

function FilterForm({ records, filter, onChange }: RecordFilterProps) {
  const { slots } = useRecordActions()
  const [text, setText] = useState(filter.text) // the address follows a moment later
  return (
    <div className="flex max-h-[70vh] flex-col gap-4 overflow-y-auto">
      <TextField
        label="Words in any field"
        value={text}
        onChange={(next) => {
          setText(next)
          onChange({ ...filter, text: next })
        }}
        data-autofocus=""
      />
      <div className="grid grid-cols-3 gap-5 max-md:grid-cols-1">
        {filterSlots(slots).map((slot) => (
          <FilterGroup key={slot.name} {...{ slot, records, filter, onChange }} />
        ))}
      </div>
      <div className="flex justify-end">
        <Button onClick={() => onChange(noFilter)}>Clear all</Button>
      </div>
    </div>
  )
}

function FilterGroup({ slot, records, filter, onChange }: RecordFilterProps & { slot: Slot }) {
  const { words } = useRecordActions()
  const choices = filterChoices(slot, records, words)
  if (choices.length < 2) return null
  const chosen = filter.values[slot.name] ?? []
  const put = (key: string, on: boolean) => {
    const keys = on ? [...chosen, key] : chosen.filter((each) => each !== key)
    onChange({ ...filter, values: { ...filter.values, [slot.name]: keys } })
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ink-3 text-meta">{slot.field.about.label}</legend>
      {choices.slice(0, MOST_TICKS).map(({ key, name, count }) => (
        <Checkbox
          key={key}
          label={`${name} (${count})`}
          checked={chosen.includes(key)}
          onChange={(on) => put(key, on)}
        />
      ))}
    </fieldset>
  )
}
