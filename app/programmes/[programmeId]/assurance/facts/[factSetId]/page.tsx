import { FactSetPage } from "@/components/platform/facts/fact-set-page"
import { requireMember } from "@/lib/door/access/server/page-actor"

export const metadata = { title: "Facts" }

/** Only the frame: the facts come from the API. */
export default async function FactSet({ params }: { params: Promise<{ programmeId: string; factSetId: string }> }) {
  const { programmeId: asked, factSetId } = await params
  const { programmeId } = await requireMember(asked)
  return <FactSetPage programmeId={programmeId} factSetId={factSetId} />
}
