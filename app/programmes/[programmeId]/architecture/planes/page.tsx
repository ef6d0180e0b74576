import { PlanesPage } from "@/components/design/catalogue/planes-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listComponents } from "@/lib/design/catalogue/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Planes" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Planes({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listComponents, getRoadmap])}>
      <PlanesPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
