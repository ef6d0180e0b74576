import { EnvironmentsPage } from "@/components/design/environments/environments-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { environmentContracts } from "@/lib/design/environments/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Environments" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Environments({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [environmentContracts.list, getRoadmap])}>
      <EnvironmentsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
