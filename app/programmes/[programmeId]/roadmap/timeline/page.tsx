import { EarlyAnswers } from "@/components/data/early-answers"
import { TimelinePage } from "@/components/timeline/timeline-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Timeline" }

/** Only the frame: the plan is computed in the browser from the API's answers, asked for while the page is on its way. */
export default async function Timeline({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["roadmap", "work-items"]} />
      <TimelinePage programmeId={programmeId} />
    </>
  )
}
