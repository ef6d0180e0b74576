"use client"

import { type ReactNode, useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { RecordPanel } from "@/components/records/record-panel"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { listWorkItems } from "@/lib/serve/api/generated/addresses"
import { ask, judgeAsk } from "@/lib/steering/ask"
import { steeringWords } from "@/lib/steering/event-words"
import { AnswerForm } from "./answer-form"
import { AskDelay } from "./ask-delay"
import { ReportsTabs } from "./reports-tabs"

/** Reports: the decisions that are wanted, and what was decided. */
export function AsksPage({ programmeId }: { programmeId: string }) {
  const tabs = <ReportsTabs programmeId={programmeId} current="asks" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Reports: Asks">
      {(roadmap) => <Asks {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type AsksProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Asks({ programmeId, tabs, roadmap }: AsksProps) {
  const { data } = useAnswer(listWorkItems, { programmeId })
  const work = useMemo(
    () => ({ "work-item": (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })) }),
    [data],
  )
  const { today, programme, me } = roadmap
  return (
    <RecordPage<(typeof ask)["fields"], "decided-already" | "not-an-option">
      {...{ programmeId, tabs, of: ask, rule: judgeAsk, lookups: useProgrammeLookups(roadmap, work) }}
      title="Reports: Asks"
      empty="No decision is wanted. Type what has to be decided in the line above."
      addHint="What has to be decided?"
      draftOf={(title) => ({ title })}
      bulk={["deciderId", "dueDay"]}
      panel={(row, onClose, onRemove) => (
        <RecordPanel
          {...{ programmeId, row, words: steeringWords, onClose, onRemove }}
          eyebrow={`Ask ${row.number}`}
          without={["title", "chosen", "conditions", "decidedOn", "decidedById"]}
          canEdit={({ decidedOn }, { name }) => decidedOn === null || !settled.has(name)}
          lead={
            <AnswerForm {...{ programmeId, row, today, me }} people={roadmap.people} archived={programme.archived} />
          }
          more={<AskDelay {...{ programmeId, row }} />}
        />
      )}
    />
  )
}

const settled: ReadonlySet<string> = new Set(["options", "recommended", "deciderId"])
