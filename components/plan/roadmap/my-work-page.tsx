"use client"

import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { WorkTabs } from "@/components/work/work-tabs"
import { MyWorkView } from "./my-work-view"
import { useWork } from "./use-work"
import { WorkProvider } from "./work-context"

/** My work: what is mine, by what it asks of me now. */
export function MyWorkPage({ programmeId }: { programmeId: string }) {
  const answer = useWork(programmeId)
  if (answer.state === "ready")
    return (
      <WorkProvider work={answer.work}>
        <MyWorkView work={answer.work} />
      </WorkProvider>
    )
  return (
    <>
      <PageBar title="My work" tabs={<WorkTabs programmeId={programmeId} current="" />} />
      <PageBody fit="fill">
        {answer.state === "waiting" ? (
          <SkeletonRows rows={10} label="Loading your work" />
        ) : (
          <EmptyState action={<Button onClick={answer.retry}>Try again</Button>}>
            {answer.refusal?.detail ?? "Your work couldn't be loaded."}
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}
