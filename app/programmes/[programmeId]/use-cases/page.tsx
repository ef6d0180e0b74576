import { UseCasesPage } from "@/components/design/use-cases/use-cases-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { criterionContracts, useCaseContracts } from "@/lib/design/use-cases/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Use cases" }

export default async function UseCases({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  const answers = await loadAnswers(programmeId, [useCaseContracts.list, criterionContracts.list, getRoadmap])
  return (
    <PreloadedAnswers answers={answers}>
      <UseCasesPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
