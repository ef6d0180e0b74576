import { AuditPage } from "@/components/audit/audit-page"
import { AtHand } from "@/components/data/at-hand"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { listEvents } from "@/lib/audit/contract"
import { listComponents } from "@/lib/catalogue/contract"
import { getRoadmap } from "@/lib/roadmap/contract"

export const metadata = { title: "Audit" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Audit({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand answers={await loadAnswers(programmeId, [getRoadmap, listComponents, [listEvents, { limit: 200 }]])}>
      <AuditPage programmeId={programmeId} />
    </AtHand>
  )
}
