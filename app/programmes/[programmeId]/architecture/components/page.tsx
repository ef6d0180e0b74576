import { ComponentsPage } from "@/components/catalogue/components-page"
import { AtHand } from "@/components/data/at-hand"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listComponents } from "@/lib/catalogue/contract"
import { getRoadmap } from "@/lib/roadmap/contract"

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
