import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ReportPage } from "@/components/work/report-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"
import { getStaffing } from "@/lib/team/contract"
import { listSprintLines, sprintContracts, teamContracts } from "@/lib/work/contract"

export const metadata = { title: "Report" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Report({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  const asked = [getRoadmap, listWorkItems, sprintContracts.list, teamContracts.list, listSprintLines, getStaffing]
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, asked)}>
      <ReportPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
