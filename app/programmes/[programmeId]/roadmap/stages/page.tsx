import { preload } from "react-dom"
import { StagesPage } from "@/components/roadmap/stages-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Stages" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Stages({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["roadmap", "work-items"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <StagesPage programmeId={programmeId} />
}
