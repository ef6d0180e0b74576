"use client"

import { ArchitectureTabs } from "@/components/design/catalogue/architecture-tabs"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { environment } from "@/lib/design/environments/environment"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

/** Architecture: the workspaces of the programme's scope, from which facts must come. */
export function EnvironmentsPage({ programmeId }: { programmeId: string }) {
  const tabs = <ArchitectureTabs programmeId={programmeId} current="environments" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Architecture: Environments">
      {(roadmap) => <Environments {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type EnvironmentsProps = { programmeId: string; tabs: React.ReactNode; roadmap: RoadmapView }

function Environments({ programmeId, tabs, roadmap }: EnvironmentsProps) {
  const [cloud = "azure"] = roadmap.programme.clouds
  return (
    <RecordPage
      {...{ programmeId, tabs, of: environment, lookups: useProgrammeLookups(roadmap) }}
      title="Architecture: Environments"
      empty="No environment is registered yet. Facts count only when they come from a registered workspace."
      addHint="Name of a Databricks workspace"
      draftOf={(name) => ({ name, cloud })}
      bulk={["cloud", "production", "ownerId"]}
    />
  )
}
