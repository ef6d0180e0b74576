import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { CostPage } from "@/components/value/cost-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Cost" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Cost({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap])}>
      <CostPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
