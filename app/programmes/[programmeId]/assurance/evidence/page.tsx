import { EvidencePage } from "@/components/assurance/evidence-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listChecks } from "@/lib/assurance/contract"
import { listEvidence } from "@/lib/assurance/evidence-contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { listWaivers } from "@/lib/assurance/waiver-contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { listFactSets } from "@/lib/platform/facts/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Evidence" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Evidence({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers
      answers={
        await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap, listEvidence, listWaivers, listFactSets])
      }
    >
      <EvidencePage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
