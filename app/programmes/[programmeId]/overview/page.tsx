import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { Overview } from "@/components/reports/overview"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadOverview } from "@/lib/reports/server/loaders"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { askContracts } from "@/lib/steering/contract"
import { kpiContracts } from "@/lib/value/contract"

export const metadata = { title: "Overview" }

export default async function OverviewPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  const [brought, answers] = await Promise.all([
    loadOverview(programmeId),
    loadAnswers(programmeId, [kpiContracts.list, askContracts.list, getRoadmap]),
  ])
  return (
    <PreloadedAnswers answers={answers}>
      <Overview programmeId={programmeId} brought={brought} />
    </PreloadedAnswers>
  )
}
