import { AtHand } from "@/components/data/at-hand"
import { StagesPage } from "@/components/roadmap/stages-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listChecks } from "@/lib/assurance/contract"
import { getRoadmap, listWorkItems } from "@/lib/roadmap/contract"

export const metadata = { title: "Stages" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Stages({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems, listChecks])}>
      <StagesPage programmeId={programmeId} />
    </AtHand>
  )
}
