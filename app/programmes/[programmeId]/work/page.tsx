import { preload } from "react-dom"
import { MyWorkPage } from "@/components/roadmap/my-work-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "My work" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Work({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["roadmap", "work-items"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <MyWorkPage programmeId={programmeId} />
}
