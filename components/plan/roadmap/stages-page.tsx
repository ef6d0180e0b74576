"use client"

import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { RoadmapTabs } from "./roadmap-tabs"
import { StagesView } from "./stages-view"
import { useWork } from "./use-work"
import { WorkProvider } from "./work-context"

/** Roadmap: Stages. The page brings the frame; the rows come from the API and are computed here. */
export function StagesPage({ programmeId }: { programmeId: string }) {
  const answer = useWork(programmeId)
  if (answer.state === "ready")
    return (
      <WorkProvider work={answer.work}>
        <StagesView work={answer.work} />
      </WorkProvider>
    )
  return (
    <>
      <PageBar title="Roadmap: Stages" tabs={<RoadmapTabs programmeId={programmeId} />} />
      <PageBody fit="fill">
        {answer.state === "waiting" ? (
          <SkeletonRows rows={16} label="Loading the roadmap" />
        ) : (
          <EmptyState action={<Button onClick={answer.retry}>Try again</Button>}>
            {answer.refusal?.detail ?? "The roadmap couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
