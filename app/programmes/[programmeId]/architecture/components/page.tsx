import { ComponentsPage } from "@/components/design/catalogue/components-page"
import { AtHand } from "@/components/door/data/at-hand"
import { listComponents } from "@/lib/design/catalogue/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Components" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Components({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [listComponents, getRoadmap])}>
      <ComponentsPage programmeId={programmeId} />
    </AtHand>
  )
}
