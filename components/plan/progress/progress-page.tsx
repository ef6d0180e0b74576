"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useWork } from "@/components/plan/roadmap/use-work"
import { WorkProvider } from "@/components/plan/roadmap/work-context"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { getProgress, listBaselines } from "@/lib/serve/api/generated/addresses"
import { ProgressView } from "./progress-view"

/** Roadmap: Progress. Where the plan stands against a baseline, in working days. */
export function ProgressPage({ programmeId }: { programmeId: string }) {
  const [query] = useQueryOfPage()
  const baselineId = query.get("baseline") ?? undefined
  const work = useWork(programmeId)
  const baselines = useAnswer(listBaselines, { programmeId })
  const progress = useAnswer(getProgress, { programmeId, ...(baselineId && { baselineId }) })
  if (work.state === "ready" && progress.data && baselines.data)
    return (
      <WorkProvider work={work.work}>
        <ProgressView work={work.work} progress={progress.data} baselines={baselines.data.items} />
      </WorkProvider>
    )
  const isWaiting = work.state === "waiting" || progress.isPending || baselines.isPending
  const retry = () => {
    if (work.state === "refused") work.retry()
    void Promise.all([progress.refetch(), baselines.refetch()])
  }
  return (
    <>
      <PageBar title="Roadmap: Progress" tabs={<RoadmapTabs programmeId={programmeId} page="progress" />} />
      <PageBody>
        {isWaiting ? (
          <SkeletonRows rows={14} label="Loading the progress" />
        ) : (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>
            {progress.error?.message ?? "The progress couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
