"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { OvertakenFields } from "@/components/shell/overtaken-notice"
import { useDraft } from "@/components/shell/use-draft"
import { Button } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { ConfirmDialog } from "@/components/ui/dialog"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import type { CallRefusal } from "@/lib/door/call"
import { addCriterion, changeCriterion, removeCriterion } from "@/lib/serve/api/generated/addresses"
import { CheckChoice } from "./check-choice"
import { SignerChoice } from "./signer-choice"
import type { Assurance } from "./use-assurance"

type CriterionFormProps = {
  /** Null for a line that is being added. */
  line: SignOffView | null
  assurance: Assurance
  onDone: (id: string | null) => void
  onRemoved: () => void
}

type CriterionFields = {
  readonly name: string
  readonly signerRoles: readonly string[]
  readonly checkIds: readonly string[]
  readonly dueDay: string | null
}
const fieldsOf = (line: SignOffView | null): CriterionFields => ({
  ...{ name: line?.name ?? "", signerRoles: line?.signers ?? ["sponsor", "data-owner"] },
  ...{ checkIds: line?.checkIds ?? [], dueDay: line?.dueDay ?? null },
})
const words = { name: "the criterion", signerRoles: "who signs", checkIds: "its checks", dueDay: "the due date" }

/** A line of the checklist: what it is called, its checks, who signs, until when. */
export function CriterionForm({ line, assurance, onDone, onRemoved }: CriterionFormProps) {
  const { programmeId, roadmap } = assurance
  const draft = useDraft(fieldsOf(line))
  const { name, signerRoles, checkIds, dueDay } = draft.values
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  const adding = useContract(addCriterion)
  const changing = useContract(changeCriterion)
  const field = (path: string) => refusal?.fields?.find((each) => each.path.startsWith(path))?.message
  const save = async () => {
    const told = { programmeId, name, signerRoles: [...signerRoles], checkIds: [...checkIds], dueDay }
    const result = line
      ? await changing.mutateAsync({ ...told, criterionId: line.id, version: line.version })
      : await adding.mutateAsync(told)
    setRefusal(result.ok ? null : result)
    if (result.ok) onDone(result.value.id)
  }
  const problems = [field("signerRoles"), field("checkIds")].filter((each) => each !== undefined)
  return (
    <form
      aria-label={line ? "Edit criterion" : "Add criterion"}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label="Criterion"
        value={name}
        onChange={(text) => draft.edit({ name: text })}
        autoFocus
        maxLength={200}
        error={field("name")}
        hint="For example: “The first three use cases run in production.”"
      />
      <SignerChoice chosen={signerRoles} onChange={(roles) => draft.edit({ signerRoles: roles })} />
      <DateField label="Due" value={dueDay} today={roadmap.today} onCommit={(day) => draft.edit({ dueDay: day })} />
      <CheckChoice assurance={assurance} chosen={checkIds} onChange={(ids) => draft.edit({ checkIds: ids })} />
      {problems.map((problem) => (
        <InlineNotice key={problem}>{problem}</InlineNotice>
      ))}
      {refusal && problems.length === 0 && !field("name") ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <OvertakenFields draft={draft} words={words} />
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={adding.isPending || changing.isPending}
          disabled={draft.overtaken.length > 0}
        >
          {line ? "Save" : "Add criterion"}
        </Button>
        <Button onClick={() => onDone(null)}>Cancel</Button>
        {line?.custom ? <Removal {...{ line, programmeId, onRemoved }} onRefused={setRefusal} /> : null}
      </div>
    </form>
  )
}

type RemovalProps = {
  line: SignOffView
  programmeId: string
  onRemoved: () => void
  onRefused: (refusal: CallRefusal) => void
}

function Removal({ line, programmeId, onRemoved, onRefused }: RemovalProps) {
  const [asking, setAsking] = useState(false)
  const removing = useContract(removeCriterion)
  const toasts = useToasts()
  const remove = async () => {
    const result = await removing.mutateAsync({ programmeId, criterionId: line.id, version: line.version })
    setAsking(false)
    if (!result.ok) return onRefused(result)
    toasts.show({ text: `Removed criterion: ${line.name}` })
    onRemoved()
  }
  return (
    <>
      <Button variant="danger" className="ml-auto" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        title="Remove this criterion?"
        confirmLabel="Remove"
        danger
        busy={removing.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        Its checks stay, and the audit trail keeps its history.
      </ConfirmDialog>
    </>
  )
}
