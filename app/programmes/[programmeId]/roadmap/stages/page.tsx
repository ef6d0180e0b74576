import { EarlyAnswers } from "@/components/data/early-answers"
import { StagesPage } from "@/components/roadmap/stages-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Stages" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Stages({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["roadmap", "work-items"]} />
      <StagesPage programmeId={programmeId} />
    </>
  )
}
