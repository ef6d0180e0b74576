import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { CheckInPage } from "@/components/value/check-in-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { kpiContracts } from "@/lib/value/contract"

export const metadata = { title: "Check-in" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function CheckIn({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [kpiContracts.list, getRoadmap])}>
      <CheckInPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
