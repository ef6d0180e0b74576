import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { PacksPage } from "@/components/reports/packs/packs-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { listSteeringPacks } from "@/lib/reports/pack-contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Steering packs" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function SteeringPacks({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listSteeringPacks, getRoadmap])}>
      <PacksPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
