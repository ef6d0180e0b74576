"use client"

import { useState } from "react"
import { SettingsFacts } from "@/components/plan/programme/settings-facts"
import { SettingsForm } from "@/components/plan/programme/settings-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import type { Day } from "@/lib/base/kernel/day"
import { call } from "@/lib/door/call"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { changeProgramme } from "@/lib/serve/api/generated/addresses"
import { Section } from "./section"
import { useAct } from "./use-act"

type ProgrammeSectionProps = { programme: ProgrammeView; today: Day; mayManage: boolean }

/** What the programme is called, for whom, where it runs, and on which days it works. */
export function ProgrammeSection({ programme, today, mayManage }: ProgrammeSectionProps) {
  const { archived } = programme
  const why = archived ? "This programme is archived and read-only." : "Only a lead can change these settings."
  const mayEdit = mayManage && !archived
  return (
    <Section title="Programme" note={mayEdit ? undefined : why}>
      {mayEdit ? (
        <SettingsForm programme={programme} today={today} />
      ) : (
        <SettingsFacts programme={programme} today={today} />
      )}
    </Section>
  )
}

/** Putting the programme away, and bringing it back. */
export function ArchiveSection({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId, version, archived, name } = programme
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const put = async (away: boolean) => {
    const text = away ? `${name} is archived` : `${name} is restored`
    await act(() => call(changeProgramme, { programmeId, version, archived: away }), { text })
    setAsking(false)
  }
  return (
    <Section title="Archive" note="An archived programme is read-only. A lead can restore it.">
      {archived ? (
        <Button busy={busy} onClick={() => void put(false)}>
          Restore programme
        </Button>
      ) : (
        <Button variant="danger" onClick={() => setAsking(true)}>
          Archive programme
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
        It becomes read-only. A lead can restore it here.
      </ConfirmDialog>
    </Section>
  )
}
