"use client"

import { type ReactNode, useState } from "react"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { EmptyState } from "@/components/ui/empty-state"
import { Select } from "@/components/ui/select"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { judgeTimeOff, timeOff } from "@/lib/team/time-off"
import { workSchedule } from "@/lib/team/work-schedule"
import { PeopleTabs } from "./people-tabs"

type PartProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

/** People: who is away when. */
export function TimeOffPage({ programmeId }: { programmeId: string }) {
  const tabs = <PeopleTabs programmeId={programmeId} current="/time-off" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Time off">
      {(roadmap) => <TimeOff {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

/** People: how much of a week each works, with dated changes. */
export function SchedulesPage({ programmeId }: { programmeId: string }) {
  const tabs = <PeopleTabs programmeId={programmeId} current="/schedules" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Schedules">
      {(roadmap) => <Schedules {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

function TimeOff({ programmeId, tabs, roadmap }: PartProps) {
  const lookups = useProgrammeLookups(roadmap)
  const { person, choice } = usePerson(roadmap)
  if (!person) return <NoPeople title="Time off" tabs={tabs} />
  return (
    <RecordPage
      {...{ programmeId, tabs, lookups, of: timeOff, rule: judgeTimeOff }}
      title="Time off"
      empty="No time off is entered yet; everybody counts as there on every working day."
      addHint="Such as Holiday"
      addChoices={choice}
      draftOf={(name) => ({ name, personId: person, startDay: roadmap.today, finishDay: roadmap.today })}
      bulk={["personId", "startDay", "finishDay", "share"]}
    />
  )
}

function Schedules({ programmeId, tabs, roadmap }: PartProps) {
  const lookups = useProgrammeLookups(roadmap)
  const { person, choice } = usePerson(roadmap)
  if (!person) return <NoPeople title="Schedules" tabs={tabs} />
  return (
    <RecordPage
      {...{ programmeId, tabs, lookups, of: workSchedule }}
      title="Schedules"
      empty="No schedule is entered yet; everybody counts as full-time."
      addHint="Such as 80% until March"
      addChoices={choice}
      draftOf={(name) => ({ name, personId: person, startDay: roadmap.today })}
      bulk={["personId", "startDay", "share"]}
    />
  )
}

/** Whom the next record is about; the first by name until somebody else is chosen. */
function usePerson({ people }: RoadmapView) {
  const options = people.filter(({ removed }) => !removed).map(({ id, name }) => ({ value: id, label: name }))
  const [chosen, setChosen] = useState<string | null>(null)
  const person = chosen ?? options[0]?.value ?? null
  return {
    person,
    choice: (
      <div className="w-44">
        <Select label="Person" hideLabel value={person} options={options} onChange={setChosen} />
      </div>
    ),
  }
}

const NoPeople = ({ title, tabs }: { title: string; tabs: ReactNode }) => (
  <>
    <PageBar title={title} tabs={tabs} />
    <PageBody>
      <EmptyState>Nobody is in this programme yet; add people under Settings.</EmptyState>
    </PageBody>
  </>
)
