"use client"

import type { ReactNode } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getOverview } from "@/lib/serve/api/generated/addresses"
import { ragOverride } from "@/lib/steering/rag-override"
import { RagMark } from "./rag-mark"
import { ReportsTabs } from "./reports-tabs"
import { RulesForm } from "./rules-form"

/** Reports: by which rules the programme is green, amber or red, and who says otherwise. */
export function StatusPage({ programmeId }: { programmeId: string }) {
  const tabs = <ReportsTabs programmeId={programmeId} current="status" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Reports: Status rules">
      {(roadmap) => <Status {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type StatusProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }
/** A new override ends after so many days. */
const DAYS = 14
const first = { dimension: "schedule", colour: "amber" } as const

function Status({ programmeId, tabs, roadmap }: StatusProps) {
  const until = dayOf(ordinalOf(roadmap.today) + DAYS)
  return (
    <RecordPage
      {...{ programmeId, tabs, of: ragOverride, lookups: useProgrammeLookups(roadmap) }}
      title="Reports: Status rules"
      empty="No override. Each status is what its rule says."
      addHint="Override a status: why?"
      draftOf={(reason) => ({ ...first, reason, untilDay: until })}
      bulk={["untilDay"]}
      above={() => <Rules {...{ programmeId, roadmap }} />}
    />
  )
}

function Rules({ programmeId, roadmap }: Omit<StatusProps, "tabs">) {
  const { data } = useAnswer(getOverview, { programmeId })
  const { me, programme } = roadmap
  return (
    <div className="border-line border-b">
      <table className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th>Area</th>
            <th>Status</th>
            <th>Measured</th>
            <th>Rule</th>
          </tr>
        </thead>
        <tbody>
          {(data?.rag.dimensions ?? []).map(({ dimension, name, status, figure, whole, override }) => (
            <tr
              key={dimension}
              className="h-9 border-line border-b last:border-b-0 max-md:grid max-md:h-auto max-md:px-4 max-md:py-2"
            >
              <td className="w-28 pl-5 font-semibold max-md:pl-0">{name}</td>
              <td className="w-28">
                <RagMark status={status} />
              </td>
              <td className="pr-4">
                {figure}
                {override ? <span className="ml-2 text-ink-3 text-meta">{override.reason}</span> : null}
              </td>
              <td className="pr-5 text-ink-3 text-meta">{whole}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RulesForm
        programmeId={programmeId}
        currency={programme.currency}
        mayEdit={me.role === "lead" && !programme.archived}
      />
    </div>
  )
}
