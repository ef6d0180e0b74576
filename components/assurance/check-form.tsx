"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextArea } from "@/components/ui/text-field"
import { addCheck } from "@/lib/serve/api/generated/addresses"
import type { Assurance } from "./use-assurance"

type CheckFormProps = { assurance: Assurance; onMade: (id: string) => void; onClose: () => void }

/** A check of the programme's own, proved by evidence that a second person accepts. */
export function CheckForm({ assurance, onMade, onClose }: CheckFormProps) {
  const { programmeId, roadmap } = assurance
  const [sentence, setSentence] = useState("")
  const [workstreamId, setWorkstreamId] = useState<string | null>(null)
  const [dueGateId, setDueGateId] = useState<string | null>(null)
  const adding = useContract(addCheck)
  const refusal = adding.data?.ok === false ? adding.data : null
  const atField = refusal?.fields?.find(({ path }) => path === "sentence")?.message
  const save = async () => {
    const result = await adding.mutateAsync({ programmeId, sentence, workstreamId, dueGateId, gateId: null })
    if (result.ok) onMade(result.value.id)
  }
  const gates = roadmap.gates.map(({ id, name }) => ({ value: id, label: name }))
  const workstreams = roadmap.workstreams.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SidePanel recordId="new-check" title="Add a check" eyebrow="Attested" width="wide" onClose={onClose}>
      <form
        aria-label="Add a check"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextArea
          label="Statement to prove"
          hint="Someone submits evidence and a second person reviews it."
          value={sentence}
          onChange={setSentence}
          maxLength={300}
          autoFocus
          error={atField}
        />
        <Combobox
          label="Workstream"
          options={workstreams}
          value={workstreamId}
          placeholder="None"
          clearLabel="None"
          onChange={setWorkstreamId}
        />
        <Combobox
          label="Due at"
          options={gates}
          value={dueGateId}
          placeholder="No gate"
          clearLabel="No gate"
          onChange={setDueGateId}
        />
        {refusal && !atField ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={adding.isPending} disabled={sentence.trim() === ""}>
            Add the check
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </SidePanel>
  )
}
