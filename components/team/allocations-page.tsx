"use client"

import { useMemo, useState } from "react"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { Select } from "@/components/ui/select"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { allocation, judgeAllocation } from "@/lib/team/allocation"
import { PeopleTabs } from "./people-tabs"

/** A quarter: what an allocation takes at first. */
const QUARTER = 90
const NOBODY = "nobody"

/** People: who works for the programme, as what, when and how much; placeholders too. */
export function AllocationsPage({ programmeId }: { programmeId: string }) {
  const tabs = <PeopleTabs programmeId={programmeId} current="/allocations" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Allocations">
      {(roadmap) => <Allocations {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type AllocationsProps = { programmeId: string; tabs: React.ReactNode; roadmap: RoadmapView }

function Allocations({ programmeId, tabs, roadmap }: AllocationsProps) {
  const { deliveryRoles, today } = roadmap
  const people = roadmap.people.filter(({ removed }) => !removed)
  const [person, setPerson] = useState(NOBODY)
  const role = useMemo(
    () => ({ role: deliveryRoles.map(({ key, name }) => ({ value: key, label: name })) }),
    [deliveryRoles],
  )
  const chosen = people.find(({ id }) => id === person)
  return (
    <RecordPage
      {...{ programmeId, tabs, of: allocation, rule: judgeAllocation, lookups: useProgrammeLookups(roadmap, role) }}
      title="Allocations"
      empty="Nobody is allocated yet; allocate the first person."
      addHint={chosen ? `What ${chosen.name} works on` : "Name of the placeholder, such as Data engineer 2"}
      addChoices={
        <div className="w-44">
          <Select
            label="Person"
            hideLabel
            value={person}
            options={[
              { value: NOBODY, label: "Placeholder" },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setPerson}
          />
        </div>
      }
      draftOf={(name) => ({
        ...{ name, startDay: today, finishDay: dayOf(ordinalOf(today) + QUARTER) },
        ...(chosen ? { personId: chosen.id, roleKey: chosen.roleKey } : {}),
      })}
      bulk={["personId", "roleKey", "startDay", "finishDay", "share", "certainty"]}
    />
  )
}
