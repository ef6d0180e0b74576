import { ChecklistPage } from "@/components/assurance/checklist-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Checklist" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Checklist({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap])}>
      <ChecklistPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
