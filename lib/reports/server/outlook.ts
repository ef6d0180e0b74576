import { database } from "@/lib/base/db/client"
import { fromDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { WhatMoved } from "@/lib/plan/forecast/moved"
import { seedOf } from "@/lib/plan/forecast/seed"
import { findRuns } from "@/lib/plan/forecast/server/queries"
import { isOf } from "@/lib/plan/forecast/server/run"
import { listedColumns } from "@/lib/plan/forecast/server/run-rows"
import { takeSnapshot } from "@/lib/plan/forecast/server/snapshot"
import type { GateDays, Outlook } from "../outlook"
import type { OverviewFacts } from "../overview"

const gateColumns = { orderBy: { gateId: "asc" } } as const
const newestFirst = [{ at: "desc" as const }, { id: "desc" as const }]

/** The newest forecast of a programme without its large columns; null before the first. */
export async function findNewest(programmeId: Id) {
  const { prisma } = database()
  const run = await prisma.forecastRun.findFirst({
    ...{ where: { programmeId }, orderBy: newestFirst, select: { ...listedColumns, moved: true } },
  })
  if (!run) return null
  const [results] = await prisma.$queryRaw<{ share: number | null }[]>`
    SELECT (results->>'confirmedShare')::float8 AS share FROM forecast_run WHERE id = ${run.id}::uuid`
  return { run, confirmedShare: results?.share ?? null, gates: run.gates.map(gateDays) }
}

type GateRow = { gateId: Id; p10: Date; p50: Date; p80: Date; p90: Date }
const gateDays = ({ gateId, p10, p50, p80, p90 }: GateRow): GateDays => ({
  ...{ gateId, p10: fromDayColumn(p10), p50: fromDayColumn(p50) },
  ...{ p80: fromDayColumn(p80), p90: fromDayColumn(p90) },
})

/** What the first page tells of forecasts. Nothing is simulated: what is kept is read, and whether it still holds. */
export async function findForecasts(actor: ProgrammeActor, since: Date): Promise<OverviewFacts["forecast"]> {
  const newest = await findNewest(actor.programmeId)
  if (!newest) return { newest: null, before: null, score: null }
  const [snapshot, before, score] = await Promise.all([
    takeSnapshot(actor),
    findBefore(actor.programmeId, since),
    findScore(actor),
  ])
  const { run, confirmedShare, gates } = newest
  const outlook: Outlook = {
    ...{ runId: run.id, statusDay: fromDayColumn(run.statusDay), gates, confirmedShare },
    moved: run.moved === null ? null : WhatMoved.parse(run.moved),
    isCurrent: isOf(run, snapshot, { seed: seedOf(actor.programmeId), trials: snapshot.trials }),
  }
  return { newest: outlook, before, score }
}

async function findBefore(programmeId: Id, since: Date): Promise<OverviewFacts["forecast"]["before"]> {
  const run = await database().prisma.forecastRun.findFirst({
    ...{ where: { programmeId, at: { lte: since } }, orderBy: newestFirst },
    select: { id: true, gates: gateColumns },
  })
  return run && { runId: run.id, gates: run.gates.map(gateDays) }
}

/** Only a gate that has passed can score a forecast. */
async function findScore(actor: ProgrammeActor): Promise<string | null> {
  const { programmeId } = actor
  const passed = await database().prisma.gate.count({ where: { programmeId, passedAt: { not: null } } })
  return passed === 0 ? null : (await findRuns(actor)).score.sentence
}
