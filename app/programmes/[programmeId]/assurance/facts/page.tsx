import { EarlyAnswers } from "@/components/data/early-answers"
import { FactsPage } from "@/components/facts/facts-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Import facts" }

/** Only the frame: what it shows comes from the API. */
export default async function Facts({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["checks", "sign-offs", "roadmap", "fact-bundle"]} />
      <FactsPage programmeId={programmeId} />
    </>
  )
}
