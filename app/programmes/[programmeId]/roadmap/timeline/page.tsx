import { AtHand } from "@/components/data/at-hand"
import { TimelinePage } from "@/components/timeline/timeline-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { getRoadmap, listWorkItems } from "@/lib/roadmap/contract"

export const metadata = { title: "Timeline" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Timeline({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems])}>
      <TimelinePage programmeId={programmeId} />
    </AtHand>
  )
}
