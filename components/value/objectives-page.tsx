"use client"

import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { objective } from "@/lib/value/objective"
import { ValueTabs } from "./value-tabs"

/** Value: what the programme is for. */
export function ObjectivesPage({ programmeId }: { programmeId: string }) {
  const tabs = <ValueTabs programmeId={programmeId} current="objectives" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Value: Objectives">
      {(roadmap) => <Objectives {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type ObjectivesProps = { programmeId: string; tabs: React.ReactNode; roadmap: RoadmapView }

function Objectives({ programmeId, tabs, roadmap }: ObjectivesProps) {
  return (
    <RecordPage
      {...{ programmeId, tabs, of: objective, lookups: useProgrammeLookups(roadmap) }}
      title="Value: Objectives"
      empty="No objectives yet. Name what the programme is for in the line above, or add KPIs from the library."
      addHint="What is the programme for?"
      draftOf={(name) => ({ name })}
      bulk={["ownerId", "horizonDay"]}
    />
  )
}
