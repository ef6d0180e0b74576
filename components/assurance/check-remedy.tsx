"use client"

import Link from "next/link"
import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { peopleOptions } from "@/components/plan/roadmap/choices"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { DateField } from "@/components/ui/date-field"
import { addDays } from "@/components/ui/day-text"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { addWorkItem, changeWorkItem } from "@/lib/serve/api/generated/addresses"
import type { CheckPartProps } from "./check-panel"

/** What to do about a check that is not met, and the way to make work of it. */
export function CheckRemedy({ detail, assurance }: CheckPartProps) {
  const { check, remedy } = detail
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<{ id: string; title: string } | null>(null)
  const isMet = check.verdict === "met" || check.waived
  const mayAdd = assurance.roadmap.me.may.editWork !== "no" && !isMet
  if (!remedy && !mayAdd) return null
  return (
    <Section
      title="Remedy"
      action={
        mayAdd && !open && !made ? (
          <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
            Create work item
          </Button>
        ) : null
      }
    >
      {remedy ? (
        <>
          <p className="text-pretty">{remedy.todo}</p>
          {remedy.use ? (
            <pre className="mt-1.5 whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2 font-mono text-meta">
              {remedy.use}
            </pre>
          ) : null}
          {remedy.answers.length > 0 ? (
            <p className="mt-1 text-ink-3 text-meta">Answers {remedy.answers.join(", ")}</p>
          ) : null}
        </>
      ) : (
        <p className="text-ink-3">This release has no remedy for it.</p>
      )}
      {open ? (
        <WorkForm
          {...{ detail, assurance }}
          onDone={(item) => {
            setOpen(false)
            setMade(item)
          }}
        />
      ) : null}
      {made ? (
        <InlineNotice kind="good" className="mt-2">
          Work item created:{" "}
          <Link className="underline" href={`/programmes/${assurance.programmeId}/roadmap/stages?item=${made.id}`}>
            {made.title}
          </Link>
        </InlineNotice>
      ) : null}
    </Section>
  )
}

type WorkFormProps = CheckPartProps & { onDone: (item: { id: string; title: string } | null) => void }

function WorkForm({ detail, assurance, onDone }: WorkFormProps) {
  const { check, remedy } = detail
  const { programmeId, roadmap } = assurance
  const [title, setTitle] = useState(`Meet: ${check.sentence}`.slice(0, 200))
  const [ownerId, setOwnerId] = useState<string | null>(check.ownerId)
  const [deadline, setDeadline] = useState<string | null>(addDays(roadmap.today, 14))
  const [workstreamId, setWorkstreamId] = useState<string | null>(check.workstreamId)
  const adding = useContract(addWorkItem)
  const changing = useContract(changeWorkItem)
  const refusal = [adding.data, changing.data].find((each) => each?.ok === false)
  const create = async () => {
    if (workstreamId === null) return
    const description = [check.reason, remedy?.todo ?? "", remedy?.use ?? ""].filter(Boolean).join("\n\n")
    const added = await adding.mutateAsync({ programmeId, workstreamId, title, description, ownerId })
    if (!added.ok) return
    const { id, version } = added.value
    if (deadline !== null) {
      const dated = await changing.mutateAsync({ programmeId, workItemId: id, version, deadline })
      if (!dated.ok) return
    }
    onDone({ id, title })
  }
  return (
    <form
      aria-label="Create work item"
      className="mt-2 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextField label="Title" value={title} maxLength={200} onChange={setTitle} />
      {check.workstreamId === null ? (
        <Combobox
          label="Workstream"
          options={roadmap.workstreams.map(({ id, name }) => ({ value: id, label: name }))}
          value={workstreamId}
          placeholder="Choose a workstream"
          onChange={setWorkstreamId}
        />
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Combobox
          label="Owner"
          options={peopleOptions(roadmap, ownerId)}
          value={ownerId}
          placeholder="Unassigned"
          clearLabel="Unassigned"
          onChange={setOwnerId}
        />
        <DateField label="Due" value={deadline} today={roadmap.today} onCommit={setDeadline} />
      </div>
      {refusal?.ok === false ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={adding.isPending || changing.isPending}
          disabled={!title.trim() || workstreamId === null}
        >
          Create
        </Button>
        <Button onClick={() => onDone(null)}>Cancel</Button>
      </div>
    </form>
  )
}
