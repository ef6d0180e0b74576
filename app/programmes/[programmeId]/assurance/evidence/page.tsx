import { EvidencePage } from "@/components/assurance/evidence-page"
import { EarlyAnswers } from "@/components/data/early-answers"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Evidence" }

/** Only the frame: the rows come from the API, asked for while the page is on its way. */
export default async function Evidence({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers
        programmeId={programmeId}
        answers={["checks", "sign-offs", "roadmap", "evidence", "waivers", "fact-sets"]}
      />
      <EvidencePage programmeId={programmeId} />
    </>
  )
}
