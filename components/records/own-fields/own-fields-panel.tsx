"use client"

import { useState } from "react"
import { OvertakenFields } from "@/components/shell/overtaken-notice"
import { SidePanel } from "@/components/shell/side-panel"
import { useDraft } from "@/components/shell/use-draft"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { type CallResult, call } from "@/lib/door/call"
import { MOST_OWN_FIELDS, type OwnField, type OwnKind, ownKinds } from "@/lib/records/own-field"
import type { RecordType } from "@/lib/records/record"
import { addOwnField, changeOwnField, removeOwnField, restoreOwnField } from "@/lib/serve/api/generated/addresses"
import { newKey } from "../record-editor"

type OwnFieldsPanelProps = {
  of: RecordType
  programmeId: string
  fields: readonly OwnField[]
  onClose: () => void
  /** After a field was written. */
  onChanged: () => void
}

/** The fields that the programme added to a type of record: add, rename, remove. */
export function OwnFieldsPanel({ of, programmeId, fields, onClose, onChanged }: OwnFieldsPanelProps) {
  const toasts = useToasts()
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (asked: Promise<CallResult<unknown>>): Promise<boolean> => {
    const result = await asked
    setProblem(result.ok ? null : result.detail)
    onChanged()
    return result.ok
  }
  const remove = async ({ id: ownFieldId, version, label }: OwnField) => {
    const done = await settle(call(removeOwnField, { programmeId, ownFieldId, version }, { idempotencyKey: newKey() }))
    const undo = () => void settle(call(restoreOwnField, { programmeId, ownFieldId }, { idempotencyKey: newKey() }))
    if (done) toasts.show({ text: `Removed the field ${label}`, undo })
  }
  return (
    <SidePanel recordId="own-fields" title="Custom fields" eyebrow={of.names.many} width="wide" onClose={onClose}>
      <div className="flex flex-col gap-5 pb-6">
        {problem ? <InlineNotice kind="refused">{problem}</InlineNotice> : null}
        {fields.map((own) => (
          <OwnFieldForm
            key={`${own.id} ${own.version}`}
            own={own}
            onSave={(label, options) =>
              void settle(
                call(
                  changeOwnField,
                  { programmeId, ownFieldId: own.id, version: own.version, label, options: [...options] },
                  { idempotencyKey: newKey() },
                ),
              )
            }
            onRemove={() => void remove(own)}
          />
        ))}
        {fields.length < MOST_OWN_FIELDS ? (
          <NewField
            onAdd={(label, kind, options) =>
              settle(
                call(
                  addOwnField,
                  { programmeId, recordType: of.type, label, kind, options: [...options] },
                  { idempotencyKey: newKey() },
                ),
              )
            }
          />
        ) : null}
      </div>
    </SidePanel>
  )
}

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
]

type OwnFieldFormProps = {
  own: OwnField
  onSave: (label: string, options: readonly string[]) => void
  onRemove: () => void
}

function OwnFieldForm({ own, onSave, onRemove }: OwnFieldFormProps) {
  const draft = useDraft({ label: own.label, options: own.options.join("\n") })
  const { label, options } = draft.values
  const isSame = label.trim() === own.label && linesOf(options).join("\n") === own.options.join("\n")
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(label.trim(), linesOf(options))
      }}
    >
      <TextField
        label={ownKinds[own.kind]}
        value={label}
        onChange={(text) => draft.edit({ label: text })}
        maxLength={60}
      />
      {own.kind === "choice" ? (
        <TextArea
          label="Options, one per line"
          value={options}
          onChange={(text) => draft.edit({ options: text })}
          rows={3}
        />
      ) : null}
      <OvertakenFields draft={draft} words={{ label: "the name", options: "the options" }} />
      <div className="flex gap-2">
        <Button type="submit" disabled={isSame || label.trim() === "" || draft.overtaken.length > 0}>
          Save
        </Button>
        <Button onClick={onRemove}>Remove</Button>
      </div>
    </form>
  )
}

const kindOptions = [
  { value: "text", label: ownKinds.text },
  { value: "number", label: ownKinds.number },
  { value: "choice", label: ownKinds.choice },
  { value: "day", label: ownKinds.day },
  { value: "switch", label: ownKinds.switch },
] as const

type NewFieldProps = { onAdd: (label: string, kind: OwnKind, options: readonly string[]) => Promise<boolean> }

function NewField({ onAdd }: NewFieldProps) {
  const [label, setLabel] = useState("")
  const [kind, setKind] = useState<OwnKind>("text")
  const [options, setOptions] = useState("")
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    const done = await onAdd(label.trim(), kind, kind === "choice" ? linesOf(options) : [])
    setBusy(false)
    if (!done) return
    setLabel("")
    setOptions("")
  }
  return (
    <form
      aria-label="Add a field"
      className="flex flex-col gap-2 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField label="Name" value={label} onChange={setLabel} maxLength={60} />
      <Select label="Type" options={kindOptions} value={kind} onChange={setKind} />
      {kind === "choice" ? (
        <TextArea label="Options, one per line" value={options} onChange={setOptions} rows={3} />
      ) : null}
      <Button type="submit" variant="primary" busy={busy} disabled={label.trim() === ""}>
        Add the field
      </Button>
    </form>
  )
}
