import { preload } from "react-dom"
import { ComponentsPage } from "@/components/catalogue/components-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Components" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Components({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["components", "roadmap"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <ComponentsPage programmeId={programmeId} />
}
