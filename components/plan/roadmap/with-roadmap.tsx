"use client"

import type { ReactNode } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"

type WithRoadmapProps = {
  programmeId: string
  title: string
  tabs: ReactNode
  children: (roadmap: RoadmapView) => ReactNode
}

/** A page that needs the programme's people, phases and workstreams; until they are there, its frame. */
export function WithRoadmap({ programmeId, title, tabs, children }: WithRoadmapProps) {
  const { data, error, refetch } = useAnswer(getRoadmap, { programmeId })
  if (data) return children(data)
  return (
    <>
      <PageBar title={title} tabs={tabs} />
      <PageBody fit="fill">
        {error ? (
          <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading" />
        )}
      </PageBody>
    </>
  )
}
