"use client"

import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useWork } from "@/components/plan/roadmap/use-work"
import { WorkProvider } from "@/components/plan/roadmap/work-context"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { ForecastView } from "./forecast-view"
import { useForecastAnswers } from "./use-forecast"

/** Roadmap: Forecast. The page brings the frame; the answers come from the API. */
export function ForecastPage({ programmeId }: { programmeId: string }) {
  const work = useWork(programmeId)
  const answers = useForecastAnswers(programmeId)
  const { data } = answers.newest
  // All at once: what came late would push the rest down.
  const isComing = [answers.runs, answers.register, answers.settings].some(({ isPending }) => isPending)
  if (work.state === "ready" && data && !isComing)
    return (
      <WorkProvider work={work.work}>
        <ForecastView work={work.work} answers={answers} newest={data} />
      </WorkProvider>
    )
  const refusal = work.state === "refused" ? (work.refusal?.detail ?? null) : (answers.newest.error?.message ?? null)
  const isWaiting = work.state === "waiting" || (work.state === "ready" && (answers.newest.isPending || isComing))
  const retry = () => {
    if (work.state === "refused") work.retry()
    void answers.newest.refetch()
  }
  return (
    <>
      <PageBar title="Roadmap: Forecast" tabs={<RoadmapTabs programmeId={programmeId} page="forecast" />} />
      <PageBody>
        {isWaiting ? (
          <SkeletonRows rows={14} label="Loading the forecast" />
        ) : (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>
            {refusal ?? "The forecast couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
