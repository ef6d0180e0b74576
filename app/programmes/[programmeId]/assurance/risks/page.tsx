import { AtHand } from "@/components/door/data/at-hand"
import { RisksPage } from "@/components/plan/risks/risks-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { listRegister } from "@/lib/plan/risks/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Risks" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Risks({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [listRegister, getRoadmap])}>
      <RisksPage programmeId={programmeId} />
    </AtHand>
  )
}
