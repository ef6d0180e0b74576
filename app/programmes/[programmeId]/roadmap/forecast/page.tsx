import { EarlyAnswers } from "@/components/data/early-answers"
import { ForecastPage } from "@/components/forecast/forecast-page"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata = { title: "Forecast" }

/** Only the frame: the forecast comes from the API, asked for while the page is on its way. */
export default async function Forecast({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await requireMember((await params).programmeId)
  return (
    <>
      <EarlyAnswers
        programmeId={programmeId}
        answers={["roadmap", "work-items", "forecast", "forecasts", "forecast-settings", "register", "scenarios"]}
      />
      <ForecastPage programmeId={programmeId} />
    </>
  )
}
