"use client"

import { useMemo, useState } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Section } from "@/components/shell/section"
import { IconButton } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { TextField } from "@/components/ui/text-field"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { estimateText, readEstimate } from "@/lib/plan/roadmap/estimate-text"
import { estimateOf } from "@/lib/plan/roadmap/replan"
import type { ItemReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { withEstimate } from "./draft"

type EstimateChangesProps = {
  readonly work: Work
  readonly changes: WhatIf
  /** Ids of items, the strongest drivers first; they are offered first. */
  readonly drivers: readonly string[]
  readonly onChange: (changes: WhatIf) => void
}

/** Other estimates for some items, in working days. */
export function EstimateChanges({ work, changes, drivers, onChange }: EstimateChangesProps) {
  const known = useMemo(() => new Map(work.items.map((item) => [item.id, item])), [work.items])
  const options = useMemo(() => itemOptions(work, drivers), [work, drivers])
  const taken = new Set<string>(changes.plan.items.map(({ id }) => id))
  const add = (id: string | null) => {
    const item = work.items.find((each) => each.id === id)
    if (item) onChange(withEstimate(changes, item, estimateOf(item) ?? { optimistic: 1, likely: 1, pessimistic: 1 }))
  }
  return (
    <Section title="Estimates">
      <ul>
        {changes.plan.items.map((replan) => {
          const item = known.get(replan.id)
          return item ? (
            <EstimateChange
              key={replan.id}
              item={item}
              replan={replan}
              onChange={(estimate) => onChange(withEstimate(changes, item, estimate))}
            />
          ) : null
        })}
      </ul>
      <Combobox
        label="Change estimate of"
        hideLabel
        placeholder="Change estimate of…"
        options={options.filter(({ value }) => !taken.has(value))}
        value={null}
        onChange={add}
      />
    </Section>
  )
}

function itemOptions({ roadmap, items }: Work, drivers: readonly string[]) {
  const places = new Map(roadmap.workstreams.map(({ id, name }) => [id, name]))
  const rank = new Map(drivers.map((id, at) => [id, at]))
  const order = ({ id }: WorkItemView) => rank.get(id) ?? drivers.length
  return items
    .filter(({ status }) => status !== "done" && status !== "dropped")
    .toSorted((a, b) => order(a) - order(b))
    .map((item) => ({
      value: String(item.id),
      label: item.title,
      hint: `${estimateText(item) || "no estimate"}, ${places.get(item.workstreamId) ?? ""}`,
    }))
}

type EstimateChangeProps = {
  item: WorkItemView
  replan: ItemReplan
  onChange: (estimate: NonNullable<ItemReplan["estimate"]> | null) => void
}

function EstimateChange({ item, replan, onChange }: EstimateChangeProps) {
  const wanted = replan.estimate ? estimateText(replan.estimate) : ""
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const commit = () => {
    if (draft === null) return
    const read = readEstimate(draft, item)
    if (!read.ok) return setProblem(read.refusal)
    setProblem(undefined)
    setDraft(null)
    if (read.value) onChange(read.value)
  }
  return (
    <li className="mb-2 grid grid-cols-[minmax(0,1fr)_112px_24px] items-center gap-x-2">
      <span className="min-w-0">
        <span className="block truncate" title={item.title}>
          {item.title}
        </span>
        <span className="block text-ink-3 text-meta">now {estimateText(item) || "no estimate"}</span>
      </span>
      <TextField
        label={`Estimate of ${item.title} in this what-if, working days`}
        hideLabel
        value={draft ?? wanted}
        error={problem}
        onChange={setDraft}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit()
        }}
      />
      <IconButton icon="close" size="small" label={`Reset ${item.title}`} onClick={() => onChange(null)} />
    </li>
  )
}
