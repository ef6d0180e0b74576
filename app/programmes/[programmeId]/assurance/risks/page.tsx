import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
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
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listRegister, getRoadmap])}>
      <RisksPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
