import { GapsPage } from "@/components/design/gaps/gaps-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { getAssessment, listAssessmentSnapshots, questionContracts } from "@/lib/design/gaps/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Gaps" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Gaps({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  const asked = [questionContracts.list, getAssessment, listAssessmentSnapshots, getRoadmap]
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, asked)}>
      <GapsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
