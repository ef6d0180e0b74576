"use client"

import { useState } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { TextField } from "@/components/ui/text-field"
import type { Assurance } from "./use-assurance"

type CheckChoiceProps = { assurance: Assurance; chosen: readonly string[]; onChange: (ids: readonly string[]) => void }

/** Which checks a line rests on, found by a word of their sentence or of their workstream. */
export function CheckChoice({ assurance, chosen, onChange }: CheckChoiceProps) {
  const [text, setText] = useState("")
  const places = new Map(assurance.roadmap.workstreams.map(({ id, name }) => [`${id}`, name]))
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = assurance.checks.map(({ id, sentence, workstreamId }) => ({
    ...{ id: `${id}`, sentence },
    place: (workstreamId && places.get(workstreamId)) || "",
  }))
  const found = rows.filter(({ id, sentence, place }) =>
    words.length === 0
      ? true
      : chosen.includes(id) || words.every((word) => `${sentence} ${place}`.toLowerCase().includes(word)),
  )
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-2 text-meta">Checks, {chosen.length} chosen</legend>
      <TextField
        label="Find a check"
        hideLabel
        type="search"
        placeholder="Find a check"
        value={text}
        onChange={setText}
      />
      <ul className="mt-1.5 max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {found.map(({ id, sentence, place }) => (
          <li key={id} className="px-2.5 py-1.5">
            <Checkbox
              label={sentence}
              hint={place}
              checked={chosen.includes(id)}
              onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          </li>
        ))}
        {found.length === 0 ? <li className="px-2.5 py-1.5 text-ink-3">No matching checks.</li> : null}
      </ul>
    </fieldset>
  )
}
