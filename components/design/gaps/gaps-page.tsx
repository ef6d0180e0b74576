"use client"

import { ArchitectureTabs } from "@/components/design/catalogue/architecture-tabs"
import { useContract } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { useToasts } from "@/components/ui/toasts"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { startAssessment } from "@/lib/serve/api/generated/addresses"
import { GapsBoard } from "./gaps-board"
import { useGaps } from "./use-gaps"

/** Architecture: where the programme is, where it wants to be, and what of it facts prove. */
export function GapsPage({ programmeId }: { programmeId: string }) {
  const tabs = <ArchitectureTabs programmeId={programmeId} current="gaps" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Architecture: Gaps">
      {(roadmap) => <Gaps {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type GapsProps = { programmeId: string; tabs: React.ReactNode; roadmap: RoadmapView }

function Gaps({ programmeId, tabs, roadmap }: GapsProps) {
  const [query] = useQueryOfPage()
  const lookups = useProgrammeLookups(roadmap)
  const gaps = useGaps(programmeId, lookups, query.get("with"))
  const { list, assessment, error } = gaps
  if (assessment && list.answer.data && list.records.length > 0)
    return <GapsBoard {...{ programmeId, tabs, roadmap, lookups, gaps }} dimensions={assessment.dimensions} />
  return (
    <>
      <PageBar title="Architecture: Gaps" tabs={tabs} />
      <PageBody fit="fill">
        {error ? (
          <EmptyState action={<Button onClick={() => void list.answer.refetch()}>Try again</Button>}>
            {error.message}
          </EmptyState>
        ) : assessment && list.answer.data ? (
          <Begin programmeId={programmeId} mayEdit={list.mayEdit} questions={assessment.toStart} />
        ) : (
          <SkeletonRows rows={12} label="Loading questions" />
        )}
      </PageBody>
    </>
  )
}

/** Before the first answer. */
function Begin({ programmeId, mayEdit, questions }: { programmeId: string; mayEdit: boolean; questions: number }) {
  const starting = useContract(startAssessment)
  const { show } = useToasts()
  const start = async () => {
    const answer = await starting.mutateAsync({ programmeId })
    if (!answer.ok) show({ kind: "refused", text: answer.detail })
  }
  if (questions === 0)
    return (
      <EmptyState>
        The programme's release has no assessment questions; take over a newer release in Settings to get them.
      </EmptyState>
    )
  return (
    <EmptyState
      action={
        mayEdit ? (
          <Button variant="primary" busy={starting.isPending} onClick={() => void start()}>
            Start with the first question
          </Button>
        ) : null
      }
    >
      No question is answered yet; one key each is enough.
    </EmptyState>
  )
}
