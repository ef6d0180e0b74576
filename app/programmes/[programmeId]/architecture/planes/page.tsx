import { preload } from "react-dom"
import { PlanesPage } from "@/components/catalogue/planes-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Planes" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Planes({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["components", "roadmap"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <PlanesPage programmeId={programmeId} />
}
