import fc from "fast-check"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { findCycle } from "@/lib/plan/schedule/cycles"
import { linkTypes, type Network, type NetworkLink, type NodeRef, type WorkStatus } from "@/lib/plan/schedule/network"
import { fromMonday, item, monday, workstream } from "@/lib/plan/schedule/test-network"
import type { Estimates, SimulatedRisk, SimulationSettings, ThreePoints } from "./estimates"
import { type SimulationModel, simulationModel } from "./model"

const halves = (least: number, most: number) => fc.integer({ min: 2 * least, max: 2 * most }).map((half) => half / 2)
const near = fc.option(fc.integer({ min: -15, max: 10 }).map((after) => dayOf(ordinalOf(monday) + after)))
const works = fc.record({
  likely: fc.option(halves(0, 8), { freq: 5 }),
  percent: fc.integer({ min: 0, max: 100 }),
  status: fc.constantFrom<WorkStatus>("not_started", "not_started", "in_progress", "blocked", "done", "dropped"),
  startNoEarlierThan: near,
  actualStart: near,
  actualFinish: near,
})
const wishes = fc.record({
  from: fc.nat(99),
  to: fc.nat(99),
  type: fc.constantFrom(...linkTypes),
  lag: halves(-3, 4),
})

/** Small plans with all that a plan may hold: statuses, dates, dropped work, empty workstreams, all link types. */
export const plans = fc
  .tuple(
    fc.array(fc.array(works, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    fc.array(wishes, { maxLength: 14 }),
    fc.boolean(),
  )
  .map(([groups, wanted, progressOverride]): Network => {
    const items = groups.flatMap((group, at) =>
      group.map((work, index) => item(`i${at}.${index}`, work.likely, { ...work, workstreamId: `w${at}` })),
    )
    const line: NodeRef[] = groups.flatMap((group, at) => [
      { kind: "workstream", id: `w${at}` },
      ...group.map((_, index): NodeRef => ({ kind: "item", id: `i${at}.${index}` })),
      { kind: "gate", id: `g${at}` },
    ])
    const links: NetworkLink[] = []
    const bare = {
      ...{ items, progressOverride },
      workstreams: groups.map((_, at) => workstream(`w${at}`, at + 1)),
      gates: groups.map((_, at) => ({ id: `g${at}`, phaseId: "phase", passedOn: at === 3 ? monday : null })),
    }
    for (const [at, { from, to, type, lag }] of wanted.entries()) {
      const [first = 0, second = 0] = [from % line.length, to % line.length].sort((a, b) => a - b)
      const [before, after] = [line[first], line[second]]
      if (!before || !after || before === after) continue
      const link = { id: `l${at}`, from: before, to: after, type, lag }
      if (!findCycle({ ...bare, links: [...links, link] })) links.push(link)
    }
    return { ...bare, links }
  })

export const plain: SimulationSettings = { shape: "beta_pert", correlation: 0 }
export const noEstimates: Estimates = { items: new Map(), workstreams: new Map() }

export function modelOf(
  network: Network,
  more: {
    estimates?: Estimates
    risks?: readonly SimulatedRisk[]
    settings?: SimulationSettings
    finishGateId?: string
  } = {},
): SimulationModel {
  const options = more.finishGateId === undefined ? fromMonday : { ...fromMonday, finishGateId: more.finishGateId }
  const model = simulationModel(
    network,
    options,
    more.estimates ?? noEstimates,
    more.risks ?? [],
    more.settings ?? plain,
  )
  if (!model.ok) throw new Error(JSON.stringify(model.refusal))
  return model.value
}

/** The same spread around every likely duration. */
export const spreadOver = ({ items, workstreams }: Network, low = 0.5, high = 2): Estimates => {
  const around = ({ likely }: { likely: number | null }): ThreePoints => ({
    optimistic: (likely ?? 1) * low,
    likely: likely ?? 1,
    pessimistic: (likely ?? 1) * high,
  })
  return {
    items: new Map(items.map((work) => [work.id, around(work)])),
    workstreams: new Map(workstreams.map((work) => [work.id, around(work)])),
  }
}

/** Of every kind one: certain, likely, with three points and with two, on one workstream and on all. */
export const risksOver = ({ workstreams }: Network): readonly SimulatedRisk[] => [
  risk("certain", 1, [2, null, 2], ["w0"]),
  risk("likely", 0.7, [1, 2, 8], ["w0", "w1", "nowhere"]),
  risk(
    "rare",
    0.1,
    [1, null, 30],
    workstreams.map(({ id }) => id),
  ),
]

export const risk = (
  id: string,
  probability: number,
  [optimistic, likely, pessimistic]: readonly [number, number | null, number],
  workstreamIds: readonly string[],
): SimulatedRisk => ({ id, probability, delay: { optimistic, likely, pessimistic }, workstreamIds })
