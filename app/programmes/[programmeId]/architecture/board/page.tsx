import { BoardPage } from "@/components/design/landscape/board-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listComponents } from "@/lib/design/catalogue/contract"
import { landscapeContracts } from "@/lib/design/landscape/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Board" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function ArchitectureBoard({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [landscapeContracts.list, getRoadmap, listComponents])}>
      <BoardPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
