import { redirect } from "next/navigation"
import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { RisksPage } from "@/components/plan/risks/risks-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { registerContracts } from "@/lib/plan/risks/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Risks" }

type Asked = {
  params: Promise<{ programmeId: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Drawn with its answers; the browser goes on from the same ones. Earlier addresses named an entry by `entry`. */
export default async function Risks({ params, searchParams }: Asked) {
  const { programmeId } = await requireMember((await params).programmeId)
  const { entry } = await searchParams
  if (typeof entry === "string")
    redirect(`/programmes/${programmeId}/assurance/risks?open=${encodeURIComponent(entry)}`)
  return (
    <PreloadedAnswers answers={await loadAnswers(programmeId, [registerContracts.list, getRoadmap])}>
      <RisksPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
