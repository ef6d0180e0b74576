import { preload } from "react-dom"
import { ChecklistPage } from "@/components/assurance/checklist-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Checklist" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Checklist({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  for (const answer of ["checks", "criteria", "roadmap"])
    preload(`/api/v1/programmes/${programmeId}/${answer}`, { as: "fetch", crossOrigin: "anonymous" })
  return <ChecklistPage programmeId={programmeId} />
}
