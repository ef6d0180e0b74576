"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/text-field"
import { call } from "@/lib/access/call"
import { updateProgramme } from "@/lib/roadmap/contract"
import type { ProgrammeView } from "@/lib/roadmap/programme"
import { noRefusal, refusalOf } from "./refusal"
import { Section } from "./section"
import { useAct } from "./use-act"
import { useDraft } from "./use-draft"

type ProgrammeSectionProps = { programme: ProgrammeView; mayManage: boolean }

/** What the programme is called, for whom, and who pays for it. */
export function ProgrammeSection({ programme, mayManage }: ProgrammeSectionProps) {
  const { id: programmeId, version } = programme
  const { name, organisation, sponsor } = programme
  const draft = useDraft({ name, organisation, sponsor: sponsor ?? "" })
  const [refusal, setRefusal] = useState(noRefusal)
  const { act, busy } = useAct()
  const save = async () => {
    const { values, changed } = draft
    const change = {
      ...(changed("name") ? { name: values.name } : {}),
      ...(changed("organisation") ? { organisation: values.organisation } : {}),
      ...(changed("sponsor") ? { sponsor: values.sponsor.trim() || null } : {}),
    }
    const saved = await act(() => call(updateProgramme, { programmeId, version, ...change }), { text: "Saved" })
    setRefusal(refusalOf(saved))
    if (saved.ok) draft.clear()
  }
  const field = (label: string, key: "name" | "organisation" | "sponsor") => (
    <TextField
      label={label}
      value={draft.values[key]}
      onChange={(text) => draft.set(key, text)}
      readOnly={!mayManage}
      error={refusal.field(key)}
    />
  )
  return (
    <Section title="Programme" note={mayManage ? undefined : "Only a lead can change this."}>
      <form
        className="flex max-w-[420px] flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {field("Name", "name")}
        {field("Organisation", "organisation")}
        {field("Sponsor", "sponsor")}
        {refusal.sentence ? <p className="text-meta text-needs-you">{refusal.sentence}</p> : null}
        {mayManage ? (
          <div>
            <Button type="submit" variant="primary" busy={busy} disabled={!draft.isChanged} className="h-8">
              Save
            </Button>
          </div>
        ) : null}
      </form>
    </Section>
  )
}

/** Putting the programme away, and bringing it back. */
export function ArchiveSection({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId, version, archived, name } = programme
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const put = async (away: boolean) => {
    const text = away ? `${name} is archived` : `${name} is back`
    await act(() => call(updateProgramme, { programmeId, version, archived: away }), { text })
    setAsking(false)
  }
  return (
    <Section title="Archive" note="An archived programme can be read and verified, and brought back; nothing else.">
      {archived ? (
        <Button busy={busy} onClick={() => void put(false)}>
          Bring it back
        </Button>
      ) : (
        <Button variant="danger" onClick={() => setAsking(true)}>
          Archive this programme
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={`Archive ${name}?`}
        confirmLabel="Archive"
        danger
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void put(true)}
      >
        Nobody can change anything in it from now on. A lead can bring it back here.
      </ConfirmDialog>
    </Section>
  )
}
