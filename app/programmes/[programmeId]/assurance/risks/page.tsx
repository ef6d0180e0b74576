import { EarlyAnswers } from "@/components/data/early-answers"
import { RisksPage } from "@/components/risks/risks-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Risks" }

/** Only the frame: the register comes from the API, asked for while the page is on its way. */
export default async function Risks({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["register", "roadmap"]} />
      <RisksPage programmeId={programmeId} />
    </>
  )
}
