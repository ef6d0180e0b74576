"use client"

import { useId, useState } from "react"
import { CellInput } from "@/components/table/cell-input"
import type { EndEdit } from "@/components/table/column"
import { Combobox } from "@/components/ui/combobox"
import { DateField } from "@/components/ui/date-field"
import { sayOvertaken } from "@/components/ui/overtaken-text"
import { Pill } from "@/components/ui/pill"
import { Select } from "@/components/ui/select"
import { Switch } from "@/components/ui/switch"
import { readValue, type Slot, writeValue } from "@/lib/records/slot"
import { choicesOf } from "./lookups"
import { type Row, useRecordActions } from "./record-actions"

type ValueEditorProps = {
  readonly slot: Slot
  readonly row: Row
  /** In a cell, which gives the place back; without it the editor stands in a panel for good. */
  readonly done?: EndEdit
}

const bare = { hideLabel: true, look: "bare", className: "flex-1" } as const
const NONE = " none"

/** The editor of a value by its kind, the same in a cell and in a panel. */
export function ValueEditor({ slot, row, done }: ValueEditorProps) {
  const { words, nameOf, set, lookups } = useRecordActions()
  const { kind, about, presence } = slot.field
  const value = slot.valueOf(row)
  const label = `${about.label} of ${nameOf(row)}`
  const put = (next: unknown) => void set(row, slot, next)
  const mayBeEmpty = presence === "optional"
  const opened = done ? { autoOpen: true, onClose: done } : {}

  if (kind.control === "choice" && kind.options) {
    const none = mayBeEmpty ? [{ value: NONE, label: "–" }] : []
    const options = [...none, ...Object.entries(kind.options).map(([key, name]) => ({ value: key, label: name }))]
    const choose = (key: string) => {
      const read = key === NONE ? { value: null } : readValue(slot, key, words)
      if ("value" in read) put(read.value)
    }
    return (
      <Select
        {...{ ...bare, ...opened, label, options }}
        value={value === null ? null : String(value)}
        placeholder="–"
        onChange={choose}
      />
    )
  }
  if (kind.control === "relation" && kind.target) {
    const current = typeof value === "string" ? value : null
    return (
      <Combobox
        {...{ ...bare, ...opened, label }}
        options={choicesOf(lookups, kind.target, current ? [current] : [])}
        value={current}
        {...(mayBeEmpty ? { clearLabel: kind.target === "person" ? "No one" : "None" } : {})}
        placeholder={kind.target === "person" ? "No one" : "None"}
        onChange={(next) => put(next)}
      />
    )
  }
  if (kind.control === "relations" && kind.target)
    return <ManyEditor {...{ slot, row, label }} {...(done ? { done } : {})} />
  if (kind.control === "switch" && !done)
    return <Switch label={label} hideLabel checked={value === true} onChange={(next) => put(next)} />
  if (kind.control === "switch")
    return (
      <Select
        {...{ ...bare, ...opened, label }}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        value={value === null ? null : value === true ? "yes" : "no"}
        onChange={(next) => put(next === "yes")}
      />
    )
  if (kind.control === "day" && !done)
    return (
      <DateField
        label={label}
        hideLabel
        value={typeof value === "string" ? value : null}
        today={lookups.today}
        onCommit={(next) => put(next)}
        className="flex-1"
      />
    )
  const commit = (typed: string) => {
    const read = readValue(slot, typed, words)
    if ("problem" in read) return read.problem
    put(read.value)
    return undefined
  }
  const initial = writeValue(slot, value, words)
  if (done)
    return (
      <CellInput
        {...{ label, initial, done }}
        onCommit={commit}
        align={kind.control === "number" ? "end" : "start"}
        inputMode={kind.control === "number" ? "decimal" : "text"}
      />
    )
  return <PropertyInput key={initial} label={label} text={initial} onCommit={commit} />
}

/** Several records: those chosen, each with a way to take it off, and a list to add from. */
function ManyEditor({ slot, row, label, done }: ValueEditorProps & { label: string }) {
  const { words, set, lookups } = useRecordActions()
  const target = slot.field.kind.target ?? ""
  const value = slot.valueOf(row)
  const ids = Array.isArray(value) ? value.map(String) : []
  const options = choicesOf(lookups, target, []).filter((option) => !ids.includes(option.value))
  const add = (id: string | null) => {
    if (id !== null) void set(row, slot, [...ids, id])
  }
  const adder = (
    <Combobox
      {...{ ...bare, options, label }}
      {...(done ? { autoOpen: true, onClose: done } : {})}
      value={null}
      placeholder="Add…"
      onChange={add}
    />
  )
  if (done) return adder
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
      {ids.map((id) => {
        const name = words.nameOf(target, id) ?? "Removed"
        const without = () =>
          void set(
            row,
            slot,
            ids.filter((each) => each !== id),
          )
        return (
          <Pill key={id} onRemove={without} removeLabel={`Remove ${name}`}>
            {name}
          </Pill>
        )
      })}
      {adder}
    </span>
  )
}

type PropertyInputProps = {
  label: string
  text: string
  /** Called on Enter and on leaving when the text is another one. Return a sentence to refuse it. */
  onCommit: (text: string) => string | undefined
}

/** A property that is written where it stands: Enter or leaving keeps it, Escape gives back what was there. */
export function PropertyInput({ label, text, onCommit }: PropertyInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [begun, setBegun] = useState(text)
  const [problem, setProblem] = useState<string>()
  const problemId = useId()
  const commit = () => {
    if (draft === null) return
    const overtaken = draft === begun ? undefined : sayOvertaken(begun, text, draft)
    setBegun(text)
    const refusal = overtaken ?? (draft === text || draft === begun ? undefined : onCommit(draft))
    setProblem(refusal)
    if (!refusal) setDraft(null)
  }
  return (
    <span className="min-w-0 flex-1">
      <input
        type="text"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        autoComplete="off"
        placeholder="–"
        value={draft ?? text}
        onChange={(event) => {
          if (draft === null) setBegun(text)
          setDraft(event.target.value)
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit()
          if (event.key !== "Escape" || draft === null) return
          event.preventDefault()
          setDraft(null)
          setProblem(undefined)
        }}
        className="-mx-1.5 h-7 w-[calc(100%+12px)] rounded-md bg-transparent px-1.5 placeholder:text-ink-3 hover:bg-hover aria-invalid:text-needs-you"
      />
      {problem ? (
        <span id={problemId} role="alert" className="block text-meta text-needs-you">
          {problem}
        </span>
      ) : null}
    </span>
  )
}
