import { AtHand } from "@/components/data/at-hand"
import { RisksPage } from "@/components/risks/risks-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listRegister } from "@/lib/risks/contract"
import { getRoadmap } from "@/lib/roadmap/contract"

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
