import { LandscapePage } from "@/components/design/landscape/landscape-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listComponents } from "@/lib/design/catalogue/contract"
import { landscapeContracts } from "@/lib/design/landscape/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Landscape" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Landscape({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [landscapeContracts.list, getRoadmap, listComponents])}>
      <LandscapePage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
