import { preload } from "react-dom"
import { AuditPage } from "@/components/audit/audit-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Audit" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Audit({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["events?limit=200", "roadmap"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <AuditPage programmeId={programmeId} />
}
