import { EvidencePage } from "@/components/assurance/evidence-page"
import { AtHand } from "@/components/data/at-hand"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listChecks } from "@/lib/assurance/contract"
import { listEvidence } from "@/lib/assurance/evidence-contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { listWaivers } from "@/lib/assurance/waiver-contract"
import { listFactSets } from "@/lib/facts/contract"
import { getRoadmap } from "@/lib/roadmap/contract"

export const metadata = { title: "Evidence" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Evidence({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand
      answers={
        await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap, listEvidence, listWaivers, listFactSets])
      }
    >
      <EvidencePage programmeId={programmeId} />
    </AtHand>
  )
}
