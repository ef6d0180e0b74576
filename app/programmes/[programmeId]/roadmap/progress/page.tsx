import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ProgressPage } from "@/components/plan/progress/progress-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getProgress } from "@/lib/plan/quality/progress-contract"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { listBaselines } from "@/lib/plan/roadmap/timeline-contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Progress" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Progress({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap, listWorkItems, listBaselines, getProgress])}>
      <ProgressPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
