"use client"

import { type ReactNode, useMemo } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useWork, type Work } from "@/components/plan/roadmap/use-work"
import { WorkProvider } from "@/components/plan/roadmap/work-context"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { addressesOf } from "@/lib/records/addresses"
import type { ViewOf } from "@/lib/records/record"
import { getStaffing, listSprintLines } from "@/lib/serve/api/generated/addresses"
import type { Staffing } from "@/lib/team/person-days"
import { byDates, type SprintView, sprint } from "@/lib/work/sprint"
import type { SprintLine } from "@/lib/work/sprint-result"
import { team } from "@/lib/work/team"
import { type WorkTab, WorkTabs } from "./work-tabs"

/** The programme's work with its sprints, earliest first. */
export type SprintWork = Work & {
  readonly sprints: readonly SprintView[]
  readonly teams: readonly ViewOf<typeof team>[]
  readonly lines: readonly SprintLine[]
  /** What is known of people's days: schedules, time off, other programmes. */
  readonly staffing: Staffing
  readonly mayPlan: boolean
}

type WithWorkProps = {
  programmeId: string
  title: string
  tab: WorkTab
  children: (work: SprintWork) => ReactNode
}

/** A page about work in sprints; until its answers are there, its frame. */
export function WithWork({ programmeId, title, tab, children }: WithWorkProps) {
  const answer = useWork(programmeId)
  const sprints = useAnswer(addressesOf(sprint).list, { programmeId })
  const teams = useAnswer(addressesOf(team).list, { programmeId })
  const lines = useAnswer(listSprintLines, { programmeId })
  const staffing = useAnswer(getStaffing, { programmeId })
  const work = answer.state === "ready" ? answer.work : null
  const all = useMemo(
    (): SprintWork | null =>
      work && sprints.data && teams.data && lines.data && staffing.data
        ? {
            ...work,
            ...{ sprints: byDates(sprints.data.items), teams: teams.data.items, lines: lines.data.items },
            staffing: staffing.data,
            mayPlan: sprints.data.may.edit,
          }
        : null,
    [work, sprints.data, teams.data, lines.data, staffing.data],
  )
  if (work && all) return <WorkProvider work={work}>{children(all)}</WorkProvider>
  const failed = [sprints, teams, lines, staffing].find(({ error }) => error)
  const problem =
    answer.state === "refused" ? (answer.refusal?.detail ?? "This couldn't be loaded.") : failed?.error?.message
  const retry = () => (answer.state === "refused" ? answer.retry() : void failed?.refetch())
  return (
    <>
      <PageBar title={title} tabs={<WorkTabs programmeId={programmeId} current={tab} />} />
      <PageBody fit="fill">
        {problem ? (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>{problem}</EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading" />
        )}
      </PageBody>
    </>
  )
}
