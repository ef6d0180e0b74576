import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ImportPage } from "@/components/plan/exchange/import-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Import from Microsoft Project" }

/** The file is read by the server when it is chosen. */
export default async function Import({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [getRoadmap])}>
      <ImportPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
