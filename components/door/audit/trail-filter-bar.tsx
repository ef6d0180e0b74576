"use client"

import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { DateField } from "@/components/ui/date-field"
import { Pill } from "@/components/ui/pill"
import { Popover } from "@/components/ui/popover"
import { Select } from "@/components/ui/select"
import { isDay } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { type TrailFilter, wholeTrail } from "@/lib/door/audit/trail-filter"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { eventKinds } from "@/lib/reports/history"

type FilterProps = { filter: TrailFilter; roadmap: RoadmapView; onChange: (filter: TrailFilter) => void }

const ANY = "any"

/** The button that chooses by person, kind and days. */
export function TrailFilterButton({ filter, roadmap, onChange }: FilterProps) {
  const day = (name: "from" | "until", label: string) => (
    <DateField
      label={label}
      value={filter[name]}
      today={roadmap.today}
      onCommit={(value) => onChange({ ...filter, [name]: value !== null && isDay(value) ? value : null })}
    />
  )
  return (
    <Popover
      label="Filter"
      align="end"
      className="w-[min(340px,calc(100vw-24px))] p-4"
      trigger={(trigger) => <Button {...trigger}>Filter</Button>}
    >
      {() => (
        <div className="flex flex-col gap-4">
          <Combobox
            label="Who"
            value={filter.actor}
            placeholder="Anyone"
            clearLabel="Anyone"
            options={roadmap.people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(actor) => onChange({ ...filter, actor })}
          />
          <Select
            label="Subject"
            value={filter.type ?? ANY}
            options={[
              { value: ANY, label: "Anything" },
              ...eventKinds.map(({ type, name }) => ({ value: type, label: name })),
            ]}
            onChange={(type) => onChange({ ...filter, type: type === ANY ? null : type })}
          />
          <div className="grid grid-cols-2 gap-4">
            {day("from", "From")}
            {day("until", "Until")}
          </div>
          <Button variant="quiet" className="self-end" onClick={() => onChange(wholeTrail)}>
            Clear filters
          </Button>
        </div>
      )}
    </Popover>
  )
}

/** The choices that are on, each with a way to take it off. */
export function TrailChips({ filter, roadmap, onChange }: FilterProps) {
  const { actor, type, from, until } = filter
  const { today } = roadmap
  const chips = [
    ...(actor ? [{ id: "actor", words: roadmap.people.find(({ id }) => id === actor)?.name ?? "somebody" }] : []),
    ...(type ? [{ id: "type", words: eventKinds.find((kind) => kind.type === type)?.name ?? type }] : []),
    ...(from ? [{ id: "from", words: `from ${sayDay(from, today)}` }] : []),
    ...(until ? [{ id: "until", words: `until ${sayDay(until, today)}` }] : []),
  ]
  return chips.map(({ id, words }) => (
    <Pill key={id} onRemove={() => onChange({ ...filter, [id]: null })} removeLabel={`Remove filter: ${words}`}>
      {words}
    </Pill>
  ))
}
