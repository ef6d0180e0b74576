"use client"

import { CellInput } from "@/components/table/cell-input"
import type { EditorProps } from "@/components/table/column"
import { Combobox } from "@/components/ui/combobox"
import { readDay } from "@/components/ui/day-text"
import type { Option } from "@/components/ui/option-list"
import { Select } from "@/components/ui/select"
import { isDay } from "@/lib/base/kernel/day"
import { estimateText, readEstimate } from "@/lib/plan/roadmap/estimate-text"
import type { ItemRow, WorkRow, WorkstreamRow } from "@/lib/plan/roadmap/tree-rows"
import type { WorkItemChange } from "@/lib/plan/roadmap/work-item-shapes"
import { peopleOptions, phaseOptions, roleOptions, statusOptions } from "./choices"
import { itemNumbers, numberProblems } from "./item-numbers"
import { useWorkActions } from "./work-context"

type Edit = EditorProps<WorkRow>
type DayField = "startNoEarlierThan" | "deadline" | "actualStart" | "actualFinish"

/** Changes an item's row by the editor; a stage's row is never edited. */
function useItemEdit() {
  const { work } = useWorkActions()
  return (row: ItemRow, change: WorkItemChange) => void work.editor.change([row.item], change)
}

export function NameEditor({ row, done }: Edit) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  if (row.kind !== "item" && row.kind !== "workstream") return null
  const commit = (text: string) => {
    const name = text.trim()
    if (name === "") return "Enter a name."
    if (row.kind === "item" && name.length > 200) return "Use at most 200 characters."
    if (row.kind === "item") edit(row, { title: name })
    else void work.saveWorkstream(row.workstream, { name })
    return undefined
  }
  return <CellInput label={`Name of ${row.name}`} initial={row.name} onCommit={commit} done={done} />
}

export function StatusEditor({ row, done }: Edit) {
  const { setStatus } = useWorkActions()
  if (row.kind !== "item") return null
  return (
    <Select
      label={`Status of ${row.name}`}
      hideLabel
      look="bare"
      autoOpen
      options={statusOptions}
      value={row.status}
      onChange={(status) => setStatus([row.item], status)}
      onClose={done}
    />
  )
}

/** One of a list for an item or a workstream, found by typing. */
function ChoiceEditor(props: {
  label: string
  options: readonly Option[]
  value: string | null
  none: string
  onChange: (value: string | null) => void
  done: Edit["done"]
}) {
  const { label, options, value, none, onChange, done } = props
  return (
    <Combobox
      label={label}
      hideLabel
      look="bare"
      autoOpen
      options={options}
      value={value}
      clearLabel={none}
      placeholder={none}
      onChange={onChange}
      onClose={done}
      className="flex-1"
    />
  )
}

export function OwnerEditor({ row, done }: Edit) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  if (row.kind !== "item" && row.kind !== "workstream") return null
  const change = (ownerId: string | null) =>
    row.kind === "item" ? edit(row, { ownerId }) : void work.saveWorkstream(row.workstream, { ownerId })
  const value = row.owner?.id ?? null
  const options = peopleOptions(work.roadmap, value)
  return (
    <ChoiceEditor {...{ options, value, done }} label={`Owner of ${row.name}`} none="Unassigned" onChange={change} />
  )
}

export function RoleEditor({ row, done }: Edit) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  if (row.kind !== "item" && row.kind !== "workstream") return null
  const change = (roleKey: string | null) =>
    row.kind === "item" ? edit(row, { roleKey }) : void work.saveWorkstream(row.workstream, { roleKey })
  const value = row.kind === "item" ? row.item.roleKey : row.workstream.roleKey
  const options = roleOptions(work.roadmap)
  return <ChoiceEditor {...{ options, value, done }} label={`Role for ${row.name}`} none="No role" onChange={change} />
}

export function PhaseEditor({ row, done }: Edit) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  if (row.kind !== "item") return null
  const options = phaseOptions(work.roadmap)
  const change = (phaseId: string | null) => edit(row, { phaseId })
  return (
    <ChoiceEditor
      {...{ options, done }}
      value={row.item.phaseId}
      label={`Phase of ${row.name}`}
      none="As its workstream"
      onChange={change}
    />
  )
}

export function EstimateEditor({ row, done }: Edit) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  const known = estimatedOf(row)
  if (!known) return null
  const commit = (text: string) => {
    const read = readEstimate(text, known)
    if (!read.ok) return read.refusal
    if (row.kind === "item") edit(row, { estimate: read.value })
    if (row.kind === "workstream") void work.saveWorkstream(row.workstream, { estimate: read.value })
    return undefined
  }
  return (
    <CellInput
      label={`Estimate of ${row.name} in working days`}
      initial={estimateText(known)}
      placeholder="Days, e.g. 2 / 4 / 8"
      align="end"
      onCommit={commit}
      done={done}
    />
  )
}

const estimatedOf = (row: WorkRow): ItemRow["item"] | WorkstreamRow["workstream"] | null =>
  row.kind === "item" ? row.item : row.kind === "workstream" ? row.workstream : null

export function NumberEditor({ row, done, field }: Edit & { field: "percent" | "points" | "effortDays" }) {
  const edit = useItemEdit()
  if (row.kind !== "item") return null
  const commit = (text: string) => {
    const number = itemNumbers[field](text)
    if (field === "percent") {
      if (number === null || !Number.isInteger(number) || number < 0 || number > 100) return "Enter 0 to 100."
      edit(row, { percent: number })
    } else if (text.trim() !== "" && (number === null || number < 0)) return numberProblems[field]
    else edit(row, { [field]: number })
    return undefined
  }
  const initial = row.item[field]
  return (
    <CellInput
      label={`${numberNames[field]} of ${row.name}`}
      initial={initial === null ? "" : String(initial)}
      align="end"
      inputMode="decimal"
      onCommit={commit}
      done={done}
    />
  )
}

const numberNames = { percent: "% complete", points: "Points", effortDays: "Effort" } as const
const dayNames: Record<DayField, string> = {
  startNoEarlierThan: "Start no earlier than",
  deadline: "Deadline",
  actualStart: "Actual start",
  actualFinish: "Actual finish",
}

export function DayEditor({ row, done, field }: Edit & { field: DayField }) {
  const edit = useItemEdit()
  const { work } = useWorkActions()
  if (row.kind !== "item") return null
  const commit = (text: string) => {
    const day = text.trim() === "" ? null : readDay(text, work.roadmap.today)
    if (text.trim() !== "" && (day === null || !isDay(day))) return "Enter a date, such as 14 Mar."
    edit(row, { [field]: day })
    return undefined
  }
  return (
    <CellInput
      label={`${dayNames[field]}: ${row.name}`}
      initial={row.item[field] ?? ""}
      placeholder="e.g. 14 Mar"
      onCommit={commit}
      done={done}
    />
  )
}
