import { PreloadedAnswers } from "@/components/door/data/preloaded-answers"
import { ForecastPage } from "@/components/plan/forecast/forecast-page"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { getForecast, getForecastSettings, listForecasts } from "@/lib/plan/forecast/contract"
import { listScenarios } from "@/lib/plan/forecast/scenario-contract"
import { registerContracts } from "@/lib/plan/risks/contract"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { loadAnswers } from "@/lib/serve/api/server/loaders"

export const metadata = { title: "Forecast" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Forecast({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <PreloadedAnswers
      answers={
        await loadAnswers(programmeId, [
          getRoadmap,
          listWorkItems,
          getForecast,
          listForecasts,
          getForecastSettings,
          registerContracts.list,
          listScenarios,
        ])
      }
    >
      <ForecastPage programmeId={programmeId} />
    </PreloadedAnswers>
  )
}
