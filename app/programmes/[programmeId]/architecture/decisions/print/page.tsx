import { DecisionsPrint } from "@/components/design/decisions/decisions-print"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { decisionContracts } from "@/lib/design/decisions/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Decisions, print view" }

export default async function Print({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [decisionContracts.list, getRoadmap])}>
      <DecisionsPrint programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
