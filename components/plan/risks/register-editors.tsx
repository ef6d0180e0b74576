"use client"

import { createContext, use } from "react"
import { peopleOptions } from "@/components/plan/roadmap/choices"
import { CellInput } from "@/components/table/cell-input"
import type { EditorProps } from "@/components/table/column"
import { Combobox } from "@/components/ui/combobox"
import { readDay } from "@/components/ui/day-text"
import type { Option } from "@/components/ui/option-list"
import { Select } from "@/components/ui/select"
import { type Day, isDay } from "@/lib/base/kernel/day"
import { readPercent } from "@/lib/base/kernel/number-text"
import { stateNames } from "@/lib/plan/risks/event-words"
import { mayComeTrue } from "@/lib/plan/risks/materialise"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import { readEstimate } from "@/lib/plan/roadmap/estimate-text"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { delayText, type EntryChange } from "./entry-change"
import type { RegisterRow } from "./register-columns"
import { impactOptions, kindOptions, readImpact, readResponse, responseOptions } from "./register-marks"

type EditHand = {
  readonly roadmap: RoadmapView
  readonly change: (id: string, change: EntryChange) => void
  readonly happen: (line: RegisterLine) => void
}

/** What the editors of cells and panel change with. */
export const EditContext = createContext<EditHand | null>(null)

/** @throws outside an `EditContext` */
export function useEditHand(): EditHand {
  const hand = use(EditContext)
  if (!hand) throw new Error("useEditHand needs an EditContext above it")
  return hand
}

type Edit = EditorProps<RegisterRow>
const unknown = { optimistic: null, likely: null, pessimistic: null }

/** Reads `40` or `40%` as a probability; refused with a sentence. Empty is unknown. */
export function readProbability(text: string): { value: number | null } | { problem: string } {
  if (text.trim() === "") return { value: null }
  const percent = readPercent(text)
  if (percent === null || percent < 0 || percent > 100) return { problem: "Write 0 to 100 percent." }
  return { value: percent / 100 }
}

export function TitleEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const commit = (text: string) => {
    const title = text.trim()
    if (title === "") return "Write what it is."
    if (title.length > 200) return "Keep it to 200 characters."
    change(line.id, { title })
    return undefined
  }
  return <CellInput label={`Title of ${line.title}`} initial={line.title} onCommit={commit} done={done} />
}

export function ProbabilityEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const commit = (text: string) => {
    const read = readProbability(text)
    if ("problem" in read) return read.problem
    change(line.id, { probability: read.value })
    return undefined
  }
  const initial = line.probability === null ? "" : String(Number((line.probability * 100).toFixed(1)))
  return (
    <CellInput
      label={`Probability of ${line.title} in percent`}
      initial={initial}
      placeholder="40"
      align="end"
      inputMode="decimal"
      onCommit={commit}
      done={done}
    />
  )
}

export function DelayEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const commit = (text: string) => {
    const read = readEstimate(text, line.delay ?? unknown)
    if (!read.ok) return read.refusal
    change(line.id, { delay: read.value })
    return undefined
  }
  return (
    <CellInput
      label={`Delay by ${line.title} in working days`}
      initial={delayText(line.delay)}
      placeholder="5 / 10 / 25"
      align="end"
      onCommit={commit}
      done={done}
    />
  )
}

/** Reads a day as people type it; refused with a sentence. Empty is none. */
export function readDue(text: string, today: Day): { value: Day | null } | { problem: string } {
  if (text.trim() === "") return { value: null }
  const day = readDay(text, today)
  return day !== null && isDay(day) ? { value: day } : { problem: "Write a day, like 14 mar." }
}

export function DueEditor({ row: { line }, done }: Edit) {
  const { change, roadmap } = useEditHand()
  const commit = (text: string) => {
    const read = readDue(text, roadmap.today)
    if ("problem" in read) return read.problem
    change(line.id, { dueDay: read.value })
    return undefined
  }
  return (
    <CellInput
      label={`Due day of ${line.title}`}
      initial={line.dueDay ?? ""}
      placeholder="14 mar"
      onCommit={commit}
      done={done}
    />
  )
}

type PickProps<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  done: Edit["done"]
}

function Pick<Value extends string>({ done, ...rest }: PickProps<Value>) {
  return <Select {...rest} hideLabel look="bare" autoOpen onClose={done} />
}

export function KindEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const onChange = (kind: RegisterLine["kind"]) => change(line.id, { kind })
  return <Pick label={`Kind of ${line.title}`} options={kindOptions} value={line.kind} {...{ onChange, done }} />
}

export function ImpactEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const value = line.impact === null ? null : String(line.impact)
  const onChange = (impact: string) => change(line.id, { impact: readImpact(impact) })
  return <Pick label={`Impact of ${line.title}`} options={impactOptions} {...{ value, onChange, done }} />
}

export function ResponseEditor({ row: { line }, done }: Edit) {
  const { change } = useEditHand()
  const onChange = (response: string) => change(line.id, { response: readResponse(response) })
  return (
    <Pick label={`Response to ${line.title}`} options={responseOptions} value={line.response} {...{ onChange, done }} />
  )
}

export function OwnerEditor({ row: { line }, done }: Edit) {
  const { change, roadmap } = useEditHand()
  const people = roadmap.people
  return (
    <Combobox
      label={`Owner of ${line.title}`}
      hideLabel
      look="bare"
      autoOpen
      options={peopleOptions(roadmap, line.ownerId)}
      value={line.ownerId}
      clearLabel="No one"
      placeholder="No one"
      onChange={(id) => change(line.id, { ownerId: people.find((person) => person.id === id)?.id ?? null })}
      onClose={done}
      className="flex-1"
    />
  )
}

/** The states that may be chosen; that it came true is one of them where that can be said. */
export function stateChoices(line: RegisterLine): readonly Option<RegisterLine["state"]>[] {
  const happened = mayComeTrue(line) ? [{ value: "came_true" as const, label: "It came true" }] : []
  return [{ value: "open", label: stateNames.open }, ...happened, { value: "closed", label: stateNames.closed }]
}

export function StateEditor({ row: { line }, done }: Edit) {
  const { change, happen } = useEditHand()
  const onChange = (state: RegisterLine["state"]) => (state === "came_true" ? happen(line) : change(line.id, { state }))
  return (
    <Pick label={`State of ${line.title}`} options={stateChoices(line)} value={line.state} {...{ onChange, done }} />
  )
}
