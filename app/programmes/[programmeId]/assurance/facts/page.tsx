import { AtHand } from "@/components/data/at-hand"
import { FactsPage } from "@/components/facts/facts-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { getFactBundle } from "@/lib/facts/bundle-contract"
import { getRoadmap } from "@/lib/roadmap/contract"

export const metadata = { title: "Import facts" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Facts({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap, getFactBundle])}>
      <FactsPage programmeId={programmeId} />
    </AtHand>
  )
}
