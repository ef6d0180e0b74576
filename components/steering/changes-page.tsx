"use client"

import type { ReactNode } from "react"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { RecordPanel } from "@/components/records/record-panel"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { changeRequest, judgeChangeRequest } from "@/lib/steering/change-request"
import { steeringWords } from "@/lib/steering/event-words"
import { DecideForm } from "./decide-form"
import { ReportsTabs } from "./reports-tabs"

/** Reports: changes of scope, dates or budget, and who agreed. */
export function ChangesPage({ programmeId }: { programmeId: string }) {
  const tabs = <ReportsTabs programmeId={programmeId} current="changes" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Reports: Change requests">
      {(roadmap) => <Changes {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type ChangesProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Changes({ programmeId, tabs, roadmap }: ChangesProps) {
  return (
    <RecordPage<(typeof changeRequest)["fields"], "decided-already" | "not-by-hand" | "not-assessed">
      {...{ programmeId, tabs, of: changeRequest, rule: judgeChangeRequest, lookups: useProgrammeLookups(roadmap) }}
      title="Reports: Change requests"
      empty="No change requests yet. Type what should change in the line above."
      addHint="What should change?"
      draftOf={(title) => ({ title })}
      bulk={["kind", "gateId", "ownerId"]}
      panel={(row, onClose, onRemove) => (
        <RecordPanel
          {...{ programmeId, row, words: steeringWords, onClose, onRemove }}
          eyebrow={`Change request ${row.number}`}
          without={["title", "decidedOn", "decidedById", "decisionNote", "baseline"]}
          canEdit={({ decidedOn }) => decidedOn === null}
          lead={<DecideForm {...{ programmeId, row, roadmap }} />}
        />
      )}
    />
  )
}
