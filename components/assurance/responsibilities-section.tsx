"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { noRefusal, refusalOf } from "@/components/people/accounts/refusal"
import { Row, RowList } from "@/components/people/accounts/row-list"
import { Section } from "@/components/people/accounts/section"
import { peopleOptions } from "@/components/plan/roadmap/choices"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { DateField } from "@/components/ui/date-field"
import { EmptyState } from "@/components/ui/empty-state"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Pill } from "@/components/ui/pill"
import { Select } from "@/components/ui/select"
import { useToasts } from "@/components/ui/toasts"
import { nameOfResponsibility } from "@/lib/assurance/responsibility"
import type { ResponsibilityView } from "@/lib/assurance/responsibility-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import {
  addResponsibility,
  endResponsibility,
  getRoadmap,
  listResponsibilities,
} from "@/lib/serve/api/generated/addresses"

/** Who answers for what and so may sign for it, with deputies for a time. */
export function ResponsibilitiesSection({ programmeId }: { programmeId: string }) {
  const answer = useAnswer(listResponsibilities, { programmeId })
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  const [adding, setAdding] = useState(false)
  if (!answer.data || !roadmap) return null
  const mayManage = roadmap.me.may.manage
  const current = answer.data.items.filter(
    ({ ended, untilDay }) => !ended && (untilDay === null || untilDay >= roadmap.today),
  )
  const missing = answer.data.keys.filter((key) => !current.some((each) => each.key === key))
  return (
    <Section
      title="Signatories"
      note="Signatories sign off success criteria and gates. This is separate from access and delivery roles."
      actions={
        mayManage && !adding ? (
          <Button icon="plus" onClick={() => setAdding(true)}>
            Assign signatory
          </Button>
        ) : null
      }
    >
      {adding ? (
        <ResponsibilityForm {...{ programmeId, roadmap }} keys={answer.data.keys} onDone={() => setAdding(false)} />
      ) : null}
      {missing.length > 0 ? (
        <p className="mb-2 max-w-[68ch] text-pretty text-ink-2">
          No signatory yet for {missing.map((key) => nameOfResponsibility(key).toLowerCase()).join(", ")}. Criteria and
          gates that need their signature can't be signed off.
        </p>
      ) : null}
      {current.length === 0 ? (
        adding ? null : (
          <EmptyState className="px-0 py-2">No signatories yet.</EmptyState>
        )
      ) : (
        <RowList label="Signatories">
          {current.map((held) => (
            <HeldRow key={held.id} {...{ held, programmeId, roadmap, mayManage }} />
          ))}
        </RowList>
      )}
    </Section>
  )
}

type HeldRowProps = { held: ResponsibilityView; programmeId: string; roadmap: RoadmapView; mayManage: boolean }

function HeldRow({ held, programmeId, roadmap, mayManage }: HeldRowProps) {
  const ending = useContract(endResponsibility)
  const toasts = useToasts()
  const { id: responsibilityId, version, name, person, deputy, fromDay, untilDay } = held
  const end = async () => {
    const result = await ending.mutateAsync({ programmeId, responsibilityId, version })
    const done = `${person.name} is no longer signatory for ${name.toLowerCase()}`
    toasts.show(result.ok ? { text: done } : { text: result.detail, kind: "refused" })
  }
  const days = `${fromDay > roadmap.today ? "from" : "since"} ${sayDay(fromDay, roadmap.today)}`
  return (
    <Row
      title={name}
      marks={deputy ? <Pill>Deputy</Pill> : null}
      detail={`${person.name}, ${days}${untilDay ? ` until ${sayDay(untilDay, roadmap.today)}` : ""}`}
      actions={
        mayManage ? (
          <Button
            variant="danger"
            busy={ending.isPending}
            aria-label={`End: ${person.name}, signatory for ${name}`}
            onClick={() => void end()}
          >
            End
          </Button>
        ) : null
      }
    />
  )
}

type FormProps = { programmeId: string; roadmap: RoadmapView; keys: readonly string[]; onDone: () => void }

function ResponsibilityForm({ programmeId, roadmap, keys, onDone }: FormProps) {
  const [key, setKey] = useState<string | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const [deputy, setDeputy] = useState(false)
  const [fromDay, setFromDay] = useState<string | null>(roadmap.today)
  const [untilDay, setUntilDay] = useState<string | null>(null)
  const [refusal, setRefusal] = useState(noRefusal)
  const adding = useContract(addResponsibility)
  const save = async () => {
    if (!key || !personId || !fromDay) return
    const result = await adding.mutateAsync({ programmeId, key, personId, deputy, fromDay, untilDay })
    setRefusal(refusalOf(result))
    if (result.ok) onDone()
  }
  return (
    <form
      aria-label="Assign signatory"
      className="mb-3 flex max-w-[860px] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="flex flex-wrap items-start gap-2">
        <Select
          label="Signatory for"
          options={keys.map((value) => ({ value, label: nameOfResponsibility(value) }))}
          value={key}
          onChange={setKey}
          className="w-[180px]"
        />
        <Combobox
          label="Person"
          options={peopleOptions(roadmap, personId)}
          value={personId}
          onChange={setPersonId}
          className="min-w-[180px] flex-1"
        />
        <DateField label="From" value={fromDay} today={roadmap.today} onCommit={setFromDay} className="w-[140px]" />
        <DateField label="Until" value={untilDay} today={roadmap.today} onCommit={setUntilDay} className="w-[140px]" />
      </div>
      <Checkbox
        label="Temporary deputy"
        hint="A deputy signs on behalf of the signatory until this date."
        checked={deputy}
        onChange={setDeputy}
      />
      {refusal.sentence ? <InlineNotice>{refusal.sentence}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={adding.isPending} disabled={!key || !personId || !fromDay}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}
