import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import type { Network, NetworkItem, NetworkLink } from "@/lib/plan/schedule/network"
import type { EstimateShape, ThreePoints } from "@/lib/plan/simulation/estimates"
import { type SimulationModel, simulationModel } from "@/lib/plan/simulation/model"

/** Activities in rows of a hundred, each waiting for the one before it in its row and now and then for another row's. */
export function benchPlan(activities: number): Network {
  const rows = Math.max(1, Math.floor(activities / 100))
  const items = Array.from(
    { length: activities },
    (_, at): NetworkItem => ({
      ...{
        id: `item ${at}`,
        workstreamId: `row ${at % rows}`,
        likely: 1 + (at % 7),
        percent: 0,
        status: "not_started",
      },
      ...{ startNoEarlierThan: null, actualStart: null, actualFinish: null },
    }),
  )
  const links: NetworkLink[] = []
  const wait = (from: number, to: number) => {
    const [one, other] = [`item ${from}`, `item ${to}`]
    links.push({ id: `${one} ${other}`, from: ref(one), to: ref(other), type: "FS", lag: from % 11 === 0 ? 1 : 0 })
  }
  for (let at = rows; at < activities; at++) {
    wait(at - rows, at)
    if (at % 2 === 0) wait(at - rows + ((at * 7919) % rows) - (at % rows), at)
  }
  return {
    items,
    workstreams: Array.from({ length: rows }, (_, row) => ({ id: `row ${row}`, phaseId: "phase", likely: null })),
    gates: [],
    links: [...new Map(links.map((link) => [link.id, link])).values()],
  }
}

const ref = (id: string) => ({ kind: "item" as const, id })

export function benchModel(plan: Network, shape: EstimateShape): SimulationModel {
  const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
  if (!calendar.ok) throw new Error(calendar.refusal)
  const start = day("2026-03-02")
  const model = simulationModel(
    plan,
    { programmeStart: start, statusDate: start, calendar: calendar.value },
    { items: new Map(plan.items.map(({ id, likely }) => [id, around(likely ?? 1)])), workstreams: new Map() },
    [],
    { shape, correlation: 0 },
  )
  if (!model.ok) throw new Error(JSON.stringify(model.refusal))
  return model.value
}

const around = (likely: number): ThreePoints => ({ optimistic: likely * 0.7, likely, pessimistic: likely * 2.1 })
