import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { Kpi } from "@/lib/pack/kpi"
import type { Release } from "@/lib/pack/release"
import { loadRelease } from "@/lib/pack/server/releases"
import { findRows, viewOf } from "@/lib/records/server/rows"
import { insertRecord } from "@/lib/records/server/write"
import { addFromKpiLibrary as contract } from "../contract"
import { type KpiSource, kpi } from "../kpi"
import { objective } from "../objective"
import { monthEndAfter } from "../period"

/** Takes KPIs over from the pack, each with the first objective that it serves. */
export const addFromKpiLibrary = (actor: ProgrammeActor, { keys }: z.output<typeof contract.input>) =>
  transact(actor, contract, async (tx) => {
    const { programmeId } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const programme = await tx.programme.findFirstOrThrow({ where: { id: programmeId }, include: { stages: true } })
    const release = loadRelease(programme.packRelease)
    const known = (await findRows(tx, kpi, programmeId)).map((row) => viewOf(kpi, row).packKey)
    const stages = new Map(programme.stages.map(({ id, key }) => [key, id]))
    const events: EventDraft[] = []
    const kpiIds: Id[] = []
    for (const key of new Set(keys)) {
      const from = release.kpis.find((each) => each.key === key)
      if (!from) return refuse("not-in-library")
      if (known.includes(key)) return refuse("added-already")
      const objectiveId = await objectiveOf(tx, actor, release, from, events)
      const stageId = stages.get(from.stages[0] ?? "") ?? null
      const { view, event } = await insertRecord(tx, actor, kpi, { ...valuesOf(from), objectiveId, stageId })
      kpiIds.push(view.id)
      events.push(event)
    }
    const [first, ...others] = events
    return first ? done({ kpiIds }, first, ...others) : refuse("not-in-library")
  })

/** The programme's own objective of that key, or the pack's, which is then taken over. */
async function objectiveOf(
  tx: Transaction,
  actor: ProgrammeActor,
  release: Release,
  { objectives }: Kpi,
  events: EventDraft[],
): Promise<Id | null> {
  const from = release.objectives.find(({ key }) => key === objectives[0])
  if (!from) return null
  const known = (await findRows(tx, objective, actor.programmeId)).map((row) => viewOf(objective, row))
  const own = known.find(({ packKey }) => packKey === from.key)
  if (own) return own.id
  const { name, problem, outcome, horizonMonths, key: packKey } = from
  const horizonDay = monthEndAfter(actor.membership.today, horizonMonths)
  const { view, event } = await insertRecord(tx, actor, objective, { name, problem, outcome, horizonDay, packKey })
  events.push(event)
  return view.id
}

const sources: Readonly<Record<Kpi["source"], KpiSource>> = {
  measured: "typed",
  imported: "imported",
  attested: "typed",
}

/** What the library says of a KPI. Without a metric what is "measured" is typed until its facts are named. */
function valuesOf({ key, name, unit, direction, cadence, definition, formula, fact, usualTarget, ...from }: Kpi) {
  const range = typeof usualTarget === "object" ? usualTarget : null
  return {
    ...{ name, unit, direction, cadence, definition, calculation: formula, packKey: key },
    source: fact ? ("fact" as const) : sources[from.source],
    ...(fact ? { metric: fact.metric, factor: fact.factor } : {}),
    ...(range ? { target: range.from, targetTo: range.to } : {}),
    ...(typeof usualTarget === "number" ? { target: usualTarget } : {}),
  }
}
