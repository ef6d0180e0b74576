import { AtHand } from "@/components/data/at-hand"
import { MyWorkPage } from "@/components/roadmap/my-work-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listChecks } from "@/lib/assurance/contract"
import { getRoadmap, listWorkItems } from "@/lib/roadmap/contract"

export const metadata = { title: "My work" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Work({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems, listChecks])}>
      <MyWorkPage programmeId={programmeId} />
    </AtHand>
  )
}
