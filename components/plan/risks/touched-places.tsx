"use client"

import Link from "next/link"
import { Section } from "@/components/shell/section"
import { IconButton } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { EntryChange } from "./entry-change"

type TouchedPlacesProps = {
  readonly programmeId: string
  readonly line: RegisterLine
  readonly roadmap: RoadmapView
  /** Null for readers. */
  readonly onChange: ((change: EntryChange) => void) | null
}

/** The workstreams and gates that it delays when it happens. */
export function TouchedPlaces({ programmeId, line, roadmap, onChange }: TouchedPlacesProps) {
  const workstreams = roadmap.workstreams.filter(({ id }) => line.workstreamIds.includes(id))
  const gates = roadmap.gates.filter(({ id }) => line.gateIds.includes(id))
  const base = `/programmes/${programmeId}/roadmap`
  const rows = [
    ...workstreams.map(({ id, name }) => ({
      ...{ id: String(id), name, href: `${base}/stages?workstream=${id}` },
      without: { workstreamIds: line.workstreamIds.filter((each) => each !== id) },
    })),
    ...gates.map(({ id, key, name }) => ({
      ...{ id: String(id), name, href: `${base}/forecast?gate=${key}` },
      without: { gateIds: line.gateIds.filter((each) => each !== id) },
    })),
  ]
  const taken = new Set(rows.map(({ id }) => id))
  const options = [
    ...roadmap.workstreams.map(({ id, name }) => ({ value: String(id), label: name, hint: "workstream" })),
    ...roadmap.gates.map(({ id, name }) => ({ value: String(id), label: name, hint: "gate" })),
  ].filter(({ value }) => !taken.has(value))
  const add = (chosen: string | null) => {
    const workstream = roadmap.workstreams.find(({ id }) => id === chosen)
    const gate = roadmap.gates.find(({ id }) => id === chosen)
    if (workstream) onChange?.({ workstreamIds: [...line.workstreamIds, workstream.id] })
    else if (gate) onChange?.({ gateIds: [...line.gateIds, gate.id] })
  }
  return (
    <Section title="Touches">
      {rows.length === 0 ? <p className="mb-1 text-ink-3">No workstream or gate.</p> : null}
      <ul>
        {rows.map(({ id, name, href, without }) => (
          <li key={id} className="flex min-h-7 items-center gap-2">
            <Link
              href={href}
              className="min-w-0 flex-1 truncate rounded-sm decoration-1 underline-offset-2 hover:underline"
            >
              {name}
            </Link>
            {onChange ? (
              <IconButton
                icon="close"
                size="small"
                label={`It does not touch ${name}`}
                onClick={() => onChange(without)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {onChange ? (
        <Combobox
          label="Add a workstream or gate"
          hideLabel
          placeholder="Add a workstream or gate…"
          options={options}
          value={null}
          onChange={add}
        />
      ) : null}
    </Section>
  )
}
