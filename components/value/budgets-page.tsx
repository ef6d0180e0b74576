"use client"

import type { ReactNode } from "react"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { budget } from "@/lib/value/cost/budget"
import { ValueTabs } from "./value-tabs"

/** Value: what may be spent in each month. */
export function BudgetsPage({ programmeId }: { programmeId: string }) {
  const tabs = <ValueTabs programmeId={programmeId} current="cost" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Value: Budgets">
      {(roadmap) => <Budgets {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type BudgetsProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Budgets({ programmeId, tabs, roadmap }: BudgetsProps) {
  return (
    <RecordPage
      {...{ programmeId, tabs, of: budget, lookups: useProgrammeLookups(roadmap) }}
      title="Value: Budgets"
      empty="No budgets yet. Name one in the line above; it begins with this month and 0."
      addHint="What is the budget for?"
      draftOf={(name) => ({ name, monthDay: roadmap.today, amount: "0" })}
      bulk={["monthDay"]}
    />
  )
}
