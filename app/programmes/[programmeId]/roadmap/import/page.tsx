import { EarlyAnswers } from "@/components/data/early-answers"
import { ImportPage } from "@/components/exchange/import-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Import a project file" }

/** Only the frame: the file is read by the server when it is chosen. */
export default async function Import({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers programmeId={programmeId} answers={["roadmap"]} />
      <ImportPage programmeId={programmeId} />
    </>
  )
}
