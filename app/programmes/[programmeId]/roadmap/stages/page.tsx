import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { StagesPage } from "@/components/plan/roadmap/stages-page"
import { listChecks } from "@/lib/assurance/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Stages" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Stages({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems, listChecks])}>
      <StagesPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
