import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { KpisPage } from "@/components/value/kpis-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { kpiContracts, objectiveContracts } from "@/lib/value/contract"

export const metadata = { title: "KPIs" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Kpis({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers
      answers={await loadAnswers(programmeId, [kpiContracts.list, objectiveContracts.list, getRoadmap])}
    >
      <KpisPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
