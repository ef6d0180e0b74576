import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { BudgetsPage } from "@/components/value/budgets-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Budgets" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Budgets({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap])}>
      <BudgetsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
