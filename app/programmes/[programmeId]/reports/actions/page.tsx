import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ActionsPage } from "@/components/steering/actions-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { actionContracts } from "@/lib/steering/contract"

export const metadata = { title: "Actions" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Actions({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [actionContracts.list, getRoadmap])}>
      <ActionsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
