import { AuditPage } from "@/components/door/audit/audit-page"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { listComponents } from "@/lib/design/catalogue/contract"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { listEvents } from "@/lib/door/audit/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Audit" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Audit({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers
      answers={await loadAnswers(programmeId, [getRoadmap, listComponents, [listEvents, { limit: 200 }]])}
    >
      <AuditPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
