"use client"

import { useMemo, useState } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import type { LinkReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { LinkView } from "@/lib/plan/roadmap/views"

type Added = Extract<LinkReplan, { add: unknown }>["add"]
type AddLinkProps = { work: Work; onAdd: (link: Added) => void }

/** Two ends, chosen one after the other; the second would start after the finish of the first. */
export function AddLink({ work, onAdd }: AddLinkProps) {
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const ends = useMemo(() => endsOf(work), [work])
  const options = useMemo(() => [...ends.values()].map(({ option }) => option), [ends])
  const [first, second] = [ends.get(from ?? ""), ends.get(to ?? "")]
  const add = () => {
    if (!first || !second) return
    onAdd({ from: first.end, to: second.end, type: "FS", lag: 0 })
    setFrom(null)
    setTo(null)
    setOpen(false)
  }
  if (!open)
    return (
      <Button size="small" variant="quiet" icon="plus" className="-ml-2" onClick={() => setOpen(true)}>
        Add dependency
      </Button>
    )
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <Combobox label="Predecessor" options={options} value={from} onChange={setFrom} />
      <Combobox label="Successor" options={options.filter(({ value }) => value !== from)} value={to} onChange={setTo} />
      <div className="flex gap-2">
        <Button disabled={!first || !second} onClick={add}>
          Add
        </Button>
        <Button variant="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

type EndOption = {
  readonly end: LinkView["from"]
  readonly option: { readonly value: string; readonly label: string; readonly hint: string }
}

function endsOf({ roadmap, items }: Work): ReadonlyMap<string, EndOption> {
  const places = new Map(roadmap.workstreams.map(({ id, name }) => [id, name]))
  const of = (end: LinkView["from"], label: string, hint: string): [string, EndOption] => [
    end.id,
    { end, option: { value: end.id, label, hint } },
  ]
  const live = items.filter(({ status }) => status !== "done" && status !== "dropped")
  return new Map([
    ...live.map(({ id, title, workstreamId }) => of({ kind: "item", id }, title, places.get(workstreamId) ?? "")),
    ...roadmap.workstreams.map(({ id, name }) => of({ kind: "workstream", id }, name, "workstream")),
    ...roadmap.gates.map(({ id, name }) => of({ kind: "gate", id }, name, "gate")),
  ])
}
