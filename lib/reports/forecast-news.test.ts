import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { type ForecastsBetween, forecastNews } from "./forecast-news"
import { event, foreseen, monday, outlook } from "./test-facts"

const was = [foreseen("g", "2026-03-02", "2026-03-05"), foreseen("h", "2026-04-02", "2026-04-05")]
const is = [foreseen("g", "2026-03-02", "2026-03-14"), foreseen("h", "2026-04-02", "2026-04-03")]
const between = (more: Partial<ForecastsBetween> = {}): ForecastsBetween => ({
  ...{ today: monday, newest: outlook(is), before: { runId: "run-1", gates: was } },
  gates: [
    { id: "g", name: "Gate 2", state: "ahead" },
    { id: "h", name: "Gate 3", state: "ahead" },
  ],
  ...{ events: [event(9, "forecast.made")], mine: new Set(["me"]) },
  ...more,
})

describe("news of forecasts", () => {
  test("are how far the first moved gate's P80 moved, and the others", () => {
    expect(forecastNews(between())).toEqual([
      {
        ...{ title: "P80 of Gate 2 moved 9 days later", detail: "from 5 Mar to 14 Mar; Gate 3 −2 d" },
        ...{ tone: "needs-you", behind: { list: "forecast", gate: "g" } },
      },
    ])
  })
  test("say why when the newest forecast followed the one that was known", () => {
    const parts = [
      { kind: "progress" as const, days: 6, with: null },
      { kind: "estimates" as const, days: 3, with: null },
    ]
    const gates = [{ gateId: "g", from: "2026-03-05", to: "2026-03-14", days: 9, parts }]
    const newest = outlook(is, { moved: { sinceRunId: "run-1", gates, causes: [] } })
    expect(forecastNews(between({ newest }))[0]?.detail).toBe("progress and delays +6 d, estimates +3 d; Gate 3 −2 d")
  })
  test("need nobody when it moved earlier, nor say a percentile from unconfirmed estimates", () => {
    const newest = outlook([foreseen("g", "2026-03-01", "2026-03-02", "2026-03-04")], { confirmedShare: 0.1 })
    expect(forecastNews(between({ newest }))[0]).toMatchObject({
      title: "Latest day of Gate 2 moved 1 day earlier",
      tone: "good",
    })
  })
  test("are quiet about gates that have passed", () => {
    const gates = [{ id: "g", name: "Gate 2", state: "passed" as const }]
    expect(forecastNews(between({ gates }))[0]?.title).toBe("1 forecast was made, and no gate moved")
  })
  test("tell the first forecast as such, as a range while estimates are unconfirmed", () => {
    expect(forecastNews(between({ before: null }))[0]).toMatchObject({
      title: "The first forecast was made",
      detail: "Gate 2: 80% likely by 14 Mar",
    })
    const newest = outlook([foreseen("g", "2026-03-02", "2026-03-14", "2026-03-20")], { confirmedShare: 0 })
    expect(forecastNews(between({ before: null, newest }))[0]?.detail).toBe(
      "Gate 2 from 2 Mar to 20 Mar, estimates unconfirmed",
    )
  })
  test("are none when nobody else made one", () => {
    expect(forecastNews(between({ events: [] }))).toEqual([])
    expect(forecastNews(between({ events: [event(9, "forecast.made", { actorId: "me" })] }))).toEqual([])
    expect(forecastNews(between({ newest: outlook(is, { statusDay: day("2026-02-01") }) }))).toHaveLength(1)
  })
})
