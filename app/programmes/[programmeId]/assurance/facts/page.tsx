import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { FactsPage } from "@/components/platform/facts/facts-page"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { getFactBundle } from "@/lib/platform/facts/bundle-contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Import facts" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Facts({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [listChecks, listSignOffs, getRoadmap, getFactBundle])}>
      <FactsPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
