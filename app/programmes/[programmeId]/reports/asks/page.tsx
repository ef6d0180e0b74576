import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { AsksPage } from "@/components/steering/asks-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { askContracts } from "@/lib/steering/contract"

export const metadata = { title: "Asks" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Asks({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [askContracts.list, getRoadmap])}>
      <AsksPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
