"use client"

import { useEffect, useRef } from "react"
import { useShortcut } from "@/components/shell/shortcuts"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Icon } from "@/components/ui/icon"
import { Pill } from "@/components/ui/pill"
import { Popover } from "@/components/ui/popover"
import { adoptionStates } from "@/lib/design/catalogue/adoption"
import { adoptionNames } from "@/lib/design/catalogue/event-words"
import { type CatalogueFilter, noFilter, statusName, statusNames } from "@/lib/design/catalogue/filter"

type Named = { readonly key: string; readonly name: string }
type FilterProps = {
  filter: CatalogueFilter
  sections: readonly Named[]
  onChange: (filter: CatalogueFilter) => void
}

/** Finds a component by any name it has or had; `/` goes there. */
export function CatalogueSearch({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useShortcut("/", "Search the catalogue", () => input.current?.focus())
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = text
  }, [text])
  return (
    <span className="relative w-60 max-md:min-w-40 max-md:flex-1">
      <Icon name="search" size={14} className="pointer-events-none absolute top-[7px] left-2 text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label="Search by current or former name"
        placeholder="Current or former name"
        defaultValue={text}
        onChange={(event) => onChange(event.target.value)}
        className="h-7 w-full rounded-md border border-line-field bg-surface pr-2 pl-7 text-[12.5px] placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0"
      />
    </span>
  )
}

/** The button that chooses by section, adoption and status. */
export function CatalogueFilterButton(props: FilterProps) {
  const button = useRef<HTMLSpanElement>(null)
  useShortcut("f", "Filter the catalogue", () => button.current?.querySelector("button")?.click())
  return (
    <span ref={button} className="contents">
      <Popover
        label="Filter"
        align="end"
        className="w-[min(560px,calc(100vw-24px))] p-4"
        trigger={(trigger) => (
          <Button {...trigger} kbd="F">
            Filter
          </Button>
        )}
      >
        {() => <FilterForm {...props} />}
      </Popover>
    </span>
  )
}

function FilterForm({ filter, sections, onChange }: FilterProps) {
  return (
    <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
      <Ticks
        label="Section"
        choices={sections.map(({ key, name }) => ({ value: key, label: name }))}
        list={filter.sections}
        onChange={(next) => onChange({ ...filter, sections: next })}
      />
      <div className="flex flex-col gap-4">
        <Ticks
          label="Adoption"
          choices={adoptionStates.map((value) => ({ value, label: adoptionNames[value] }))}
          list={filter.adoptions}
          onChange={(next) => onChange({ ...filter, adoptions: next })}
        />
        <Ticks
          label="Status"
          choices={Object.keys(statusNames).map((value) => ({ value, label: statusName(value) }))}
          list={filter.statuses}
          onChange={(next) => onChange({ ...filter, statuses: next })}
        />
        <Button variant="quiet" className="self-end" onClick={() => onChange(noFilter)}>
          Clear filters
        </Button>
      </div>
    </div>
  )
}

type TicksProps<Value extends string> = {
  label: string
  choices: readonly { value: Value; label: string }[]
  list: readonly Value[]
  onChange: (list: readonly Value[]) => void
}

function Ticks<Value extends string>({ label, choices, list, onChange }: TicksProps<Value>) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-ink-2 text-meta">{label}</legend>
      {choices.map(({ value, label: word }) => (
        <Checkbox
          key={value}
          label={word}
          checked={list.includes(value)}
          onChange={(on) => onChange(on ? [...list, value] : list.filter((each) => each !== value))}
        />
      ))}
    </fieldset>
  )
}

/** The choices that are on, each with a way to take it off. */
export function CatalogueChips({ filter, sections, onChange }: FilterProps) {
  const chips = [
    {
      id: "section",
      words: sections.filter(({ key }) => filter.sections.includes(key)).map(({ name }) => name),
      without: { sections: [] },
    },
    { id: "adoption", words: filter.adoptions.map((state) => adoptionNames[state]), without: { adoptions: [] } },
    { id: "status", words: filter.statuses.map(statusName), without: { statuses: [] } },
  ].filter(({ words }) => words.length > 0)
  return chips.map(({ id, words, without }) => (
    <Pill
      key={id}
      onRemove={() => onChange({ ...filter, ...without })}
      removeLabel={`Remove filter: ${words.join(", ")}`}
    >
      {words.join(", ")}
    </Pill>
  ))
}
