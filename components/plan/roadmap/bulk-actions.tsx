"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Menu } from "@/components/ui/menu"
import { Popover } from "@/components/ui/popover"
import { TextField } from "@/components/ui/text-field"
import { readEstimate } from "@/lib/plan/roadmap/estimate-text"
import { statusNames } from "@/lib/plan/roadmap/say-change"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import { workStatuses } from "@/lib/plan/roadmap/work-item"
import type { Estimate, WorkItemChange, WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { peopleOptions, phaseOptions, roleOptions } from "./choices"
import { useWorkActions } from "./work-context"

/** What can be done with several items alike. */
export function BulkActions({ rows }: { rows: readonly ItemRow[] }) {
  const { work, setStatus } = useWorkActions()
  const items = rows.map(({ item }) => item)
  const change = (each: WorkItemChange) => void work.editor.change(items, each)
  const choice = { hideLabel: true, value: null, className: "w-28" } as const
  return (
    <>
      <Menu
        label="Status of the selected work"
        trigger={(props) => <Button {...props}>Status</Button>}
        entries={workStatuses.map((status, index) => ({
          id: status,
          label: statusNames[status],
          kbd: `${index + 1}`,
          onSelect: () => setStatus(items, status),
        }))}
      />
      <Combobox
        {...choice}
        label="Owner of the selected work"
        placeholder="Owner"
        clearLabel="Unassigned"
        options={peopleOptions(work.roadmap, null)}
        onChange={(ownerId) => change({ ownerId })}
      />
      <Combobox
        {...choice}
        label="Role for the selected work"
        placeholder="Role"
        clearLabel="No role"
        options={roleOptions(work.roadmap)}
        onChange={(roleKey) => change({ roleKey })}
      />
      <Combobox
        {...choice}
        label="Phase of the selected work"
        placeholder="Phase"
        clearLabel="As its workstream"
        options={phaseOptions(work.roadmap)}
        onChange={(phaseId) => change({ phaseId })}
      />
      <Popover
        label="Estimate of the selected work"
        className="w-64 p-3"
        trigger={(props) => <Button {...props}>Estimate</Button>}
      >
        {(close) => (
          <EstimateForm
            onDone={(estimate) => {
              close()
              change({ estimate })
            }}
          />
        )}
      </Popover>
      {items.some(isToConfirm) ? (
        <Button onClick={() => void work.editor.change(items.filter(isToConfirm), { estimateConfirmed: true })}>
          Confirm estimates
        </Button>
      ) : null}
    </>
  )
}

const isToConfirm = ({ likely, estimateConfirmed }: WorkItemView) => likely !== null && !estimateConfirmed

function EstimateForm({ onDone }: { onDone: (estimate: Estimate | null) => void }) {
  const [text, setText] = useState("")
  const [problem, setProblem] = useState<string>()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const read = readEstimate(text, { optimistic: null, likely: null, pessimistic: null })
        if (read.ok) onDone(read.value)
        else setProblem(read.refusal)
      }}
    >
      <TextField
        label="Working days each"
        hint="4, or 2 / 4 / 8. Leave empty to clear the estimate."
        value={text}
        onChange={setText}
        error={problem}
      />
      <div className="mt-3 flex justify-end">
        <Button type="submit" variant="primary">
          Set estimate
        </Button>
      </div>
    </form>
  )
}
