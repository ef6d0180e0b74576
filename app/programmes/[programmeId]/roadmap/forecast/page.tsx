import { AtHand } from "@/components/data/at-hand"
import { ForecastPage } from "@/components/forecast/forecast-page"
import { requireMember } from "@/lib/access/server/page-actor"
import { loadAnswers } from "@/lib/api/server/loaders"
import { getForecast, getForecastSettings, listForecasts } from "@/lib/forecast/contract"
import { listScenarios } from "@/lib/forecast/scenario-contract"
import { listRegister } from "@/lib/risks/contract"
import { getRoadmap, listWorkItems } from "@/lib/roadmap/contract"

export const metadata = { title: "Forecast" }

/** Drawn with its answers; the browser goes on from the same ones. */
export default async function Forecast({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <AtHand
      answers={
        await loadAnswers(programmeId, [
          getRoadmap,
          listWorkItems,
          getForecast,
          listForecasts,
          getForecastSettings,
          listRegister,
          listScenarios,
        ])
      }
    >
      <ForecastPage programmeId={programmeId} />
    </AtHand>
  )
}
