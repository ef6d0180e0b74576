import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ChangesPage } from "@/components/steering/changes-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { changeRequestContracts } from "@/lib/steering/contract"

export const metadata = { title: "Change requests" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Changes({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [changeRequestContracts.list, getRoadmap])}>
      <ChangesPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
