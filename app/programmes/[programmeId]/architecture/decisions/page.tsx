import { DecisionsPage } from "@/components/design/decisions/decisions-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listDecisionsToSign } from "@/lib/assurance/decision-contract"
import { decisionContracts } from "@/lib/design/decisions/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Decisions" }

export default async function Decisions({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  const answers = await loadAnswers(programmeId, [decisionContracts.list, getRoadmap, listDecisionsToSign])
  return (
    <PreloadedAnswers answers={answers}>
      <DecisionsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
