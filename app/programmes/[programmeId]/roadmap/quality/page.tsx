import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { QualityPage } from "@/components/plan/quality/quality-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getQuality } from "@/lib/plan/quality/contract"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Quality" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Quality({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems, getQuality])}>
      <QualityPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
