import { ChecklistPage } from "@/components/assurance/checklist-page"
import { AtHand } from "@/components/data/at-hand"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { getRoadmap } from "@/lib/roadmap/contract"

export const metadata = { title: "Checklist" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Checklist({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap])}>
      <ChecklistPage programmeId={programmeId} />
    </AtHand>
  )
}
