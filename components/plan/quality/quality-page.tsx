"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useWork } from "@/components/plan/roadmap/use-work"
import { WorkProvider } from "@/components/plan/roadmap/work-context"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { getQuality } from "@/lib/serve/api/generated/addresses"
import { QualityView } from "./quality-view"

/** Roadmap: Quality. How sound the schedule is, by the fourteen DCMA points. */
export function QualityPage({ programmeId }: { programmeId: string }) {
  const work = useWork(programmeId)
  const quality = useAnswer(getQuality, { programmeId })
  if (work.state === "ready" && quality.data)
    return (
      <WorkProvider work={work.work}>
        <QualityView work={work.work} quality={quality.data} />
      </WorkProvider>
    )
  const isWaiting = work.state === "waiting" || quality.isPending
  const retry = () => {
    if (work.state === "refused") work.retry()
    void quality.refetch()
  }
  return (
    <>
      <PageBar title="Roadmap: Quality" tabs={<RoadmapTabs programmeId={programmeId} page="quality" />} />
      <PageBody>
        {isWaiting ? (
          <SkeletonRows rows={14} label="Loading the schedule quality" />
        ) : (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>
            {quality.error?.message ?? "The schedule quality couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
