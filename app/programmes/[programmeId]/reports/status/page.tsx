import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { StatusPage } from "@/components/steering/status-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { getSteeringRules, ragOverrideContracts } from "@/lib/steering/contract"

export const metadata = { title: "Status rules" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Status({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers
      answers={await loadAnswers(programmeId, [ragOverrideContracts.list, getSteeringRules, getRoadmap])}
    >
      <StatusPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
