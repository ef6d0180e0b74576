"use client"

import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { useWork } from "@/components/plan/roadmap/use-work"
import { WorkProvider } from "@/components/plan/roadmap/work-context"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { TimelineView } from "./timeline-view"

/** Roadmap: Timeline. The page brings the frame; the plan is computed here from the API's answers. */
export function TimelinePage({ programmeId }: { programmeId: string }) {
  const answer = useWork(programmeId)
  if (answer.state === "ready")
    return (
      <WorkProvider work={answer.work}>
        <TimelineView work={answer.work} />
      </WorkProvider>
    )
  return (
    <>
      <PageBar title="Roadmap: Timeline" tabs={<RoadmapTabs programmeId={programmeId} page="timeline" />} />
      <PageBody fit="fill">
        {answer.state === "waiting" ? (
          <SkeletonRows rows={16} label="Loading the plan" />
        ) : (
          <EmptyState action={<Button onClick={answer.retry}>Try again</Button>}>
            {answer.refusal?.detail ?? "The plan couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
