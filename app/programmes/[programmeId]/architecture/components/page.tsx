import { ComponentsPage } from "@/components/design/catalogue/components-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listComponents } from "@/lib/design/catalogue/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Components" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Components({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listComponents, getRoadmap])}>
      <ComponentsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
