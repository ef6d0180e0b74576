"use client"

import { type ReactNode, useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { action } from "@/lib/steering/action"
import { ask } from "@/lib/steering/ask"
import { ReportsTabs } from "./reports-tabs"

/** Reports: what was promised in meetings. */
export function ActionsPage({ programmeId }: { programmeId: string }) {
  const tabs = <ReportsTabs programmeId={programmeId} current="actions" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Reports: Actions">
      {(roadmap) => <Actions {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type ActionsProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }
const asks = addressesOf<(typeof ask)["fields"], never>(ask)

function Actions({ programmeId, tabs, roadmap }: ActionsProps) {
  const { data } = useAnswer(asks.list, { programmeId })
  const wanted = useMemo(
    () => ({ ask: (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })) }),
    [data],
  )
  return (
    <RecordPage
      {...{ programmeId, tabs, of: action, lookups: useProgrammeLookups(roadmap, wanted) }}
      title="Reports: Actions"
      empty="No actions yet. Type what was promised in the line above."
      addHint="What was agreed?"
      draftOf={(title) => ({ title })}
      bulk={["ownerId", "dueDay", "state"]}
    />
  )
}
