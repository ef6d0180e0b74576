"use client"

import { type ReactNode, useState } from "react"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { noFilter, statusChoices, type WorkFilter } from "@/lib/plan/roadmap/filter"
import { byRank, type Order, type Ordering, orderings } from "@/lib/plan/roadmap/order"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { statusChoiceName } from "./filter-chips"

export type FilterFormProps = {
  roadmap: RoadmapView
  filter: WorkFilter
  /** Left out, with its change, where rows stand in one order only. */
  order?: Order
  onFilter: (filter: WorkFilter) => void
  onOrder?: (order: Order) => void
}

/** What is shown, and in which order. */
export function FilterForm({ roadmap, filter, order, onFilter, onOrder }: FilterFormProps) {
  const put = (part: Partial<WorkFilter>) => onFilter({ ...filter, ...part })
  const [text, setText] = useState(filter.text) // the address follows a moment later
  const [owner = null] = filter.owners
  const [role = null] = filter.roles
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Name, number or workstream contains"
        value={text}
        onChange={(next) => {
          setText(next)
          put({ text: next })
        }}
        data-autofocus=""
      />
      <div className="grid grid-cols-[1fr_1.3fr_1.5fr] gap-5 max-md:grid-cols-1">
        <Group label="Status">
          {statusChoices.map((choice) => (
            <Tick
              key={choice}
              label={statusChoiceName(choice)}
              list={filter.statuses}
              value={choice}
              onChange={(statuses) => put({ statuses })}
            />
          ))}
          <Checkbox label="Late" checked={filter.late} onChange={(late) => put({ late })} />
        </Group>
        <Group label="Phase">
          {roadmap.phases.map(({ key, number, name }) => (
            <Tick
              key={key}
              label={`${number}. ${name}`}
              list={filter.phases}
              value={key}
              onChange={(phases) => put({ phases })}
            />
          ))}
        </Group>
        <div className="flex min-w-0 flex-col gap-3">
          <Combobox
            label="Owner"
            value={owner}
            placeholder="Anyone"
            clearLabel="Anyone"
            options={ownerOptions(roadmap)}
            onChange={(value) => put({ owners: value === null ? [] : [value] })}
          />
          <Combobox
            label="Role"
            value={role}
            placeholder="Any role"
            clearLabel="Any role"
            options={roadmap.deliveryRoles.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(value) => put({ roles: value === null ? [] : [value] })}
          />
          {order && onOrder ? <OrderChoice order={order} onOrder={onOrder} /> : null}
        </div>
      </div>
      <div className="flex justify-end">
        <Button
          variant="quiet"
          onClick={() => {
            setText("")
            onFilter(noFilter)
            onOrder?.(byRank)
          }}
        >
          Clear filters
        </Button>
      </div>
    </div>
  )
}

const ownerOptions = (roadmap: RoadmapView) => [
  { value: "me", label: "Me" },
  { value: "none", label: "Unassigned" },
  ...roadmap.people
    .filter(({ id, removed }) => !removed && id !== roadmap.me.personId)
    .map(({ id, name }) => ({ value: id, label: name, leading: <Avatar name={name} decorative /> })),
]

const orderNames: Record<Ordering, string> = {
  rank: "Manual order",
  status: "Status",
  owner: "Owner",
  start: "Start",
  finish: "Finish",
  claimed: "Claimed",
  likely: "Likely duration",
  deadline: "Deadline",
  name: "Name",
}

function OrderChoice({ order, onOrder }: Required<Pick<FilterFormProps, "order" | "onOrder">>) {
  return (
    <>
      <Select
        label="Sort within workstream"
        value={order.by}
        options={orderings.map((by) => ({ value: by, label: orderNames[by] }))}
        onChange={(by) => onOrder({ ...order, by })}
      />
      <Checkbox
        label="Descending"
        checked={order.descending}
        onChange={(descending) => onOrder({ ...order, descending })}
      />
    </>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-ink-2 text-meta">{label}</legend>
      {children}
    </fieldset>
  )
}

type TickProps<Value extends string> = {
  label: string
  list: readonly Value[]
  value: Value
  onChange: (list: readonly Value[]) => void
}

function Tick<Value extends string>({ label, list, value, onChange }: TickProps<Value>) {
  return (
    <Checkbox
      label={label}
      checked={list.includes(value)}
      onChange={(on) => onChange(on ? [...list, value] : list.filter((each) => each !== value))}
    />
  )
}
