import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { RaciPage } from "@/components/team/raci-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { listRaci } from "@/lib/team/contract"

export const metadata = { title: "RACI" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Raci({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap, listRaci])}>
      <RaciPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
