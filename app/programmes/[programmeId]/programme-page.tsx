import type { ComponentType } from "react"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { requireMember } from "@/lib/door/access/server/page-actor"
import type { Contract } from "@/lib/door/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

/** A page of a programme, for its members: drawn with the answers that it reads, from which the browser goes on. */
export function programmePage(
  Page: ComponentType<{ programmeId: string }>,
  reads: readonly (Contract | readonly [Contract, object])[],
) {
  return async function ProgrammePage({ params }: { params: Promise<{ programmeId: string }> }) {
    const { programmeId } = await requireMember((await params).programmeId)
    return (
      <PreloadedAnswers answers={await loadAnswers(programmeId, reads)}>
        <Page programmeId={programmeId} />
      </PreloadedAnswers>
    )
  }
}
