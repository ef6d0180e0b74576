import { AtHand } from "@/components/data/at-hand"
import { ImportPage } from "@/components/exchange/import-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { getRoadmap } from "@/lib/roadmap/contract"

export const metadata = { title: "Import a project file" }

/** The file is read by the server when it is chosen. */
export default async function Import({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap])}>
      <ImportPage programmeId={programmeId} />
    </AtHand>
  )
}
