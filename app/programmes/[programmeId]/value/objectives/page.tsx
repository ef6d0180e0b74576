import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ObjectivesPage } from "@/components/value/objectives-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { objectiveContracts } from "@/lib/value/contract"

export const metadata = { title: "Objectives" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Objectives({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [objectiveContracts.list, getRoadmap])}>
      <ObjectivesPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
