import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { riskEffects } from "../absorbed"
import { modelOf } from "../network"
import { sayScore, scoreForecasts } from "../score"
import { makePreviewsReady } from "./preview"
import { findNewestRun, isOf } from "./run"
import { forecastView, listedColumns, runView } from "./run-rows"
import { takeSnapshot } from "./snapshot"

/** The newest run, and whether one made now would be of other inputs. */
export async function findForecast(actor: ProgrammeActor) {
  const [run, snapshot] = await Promise.all([findNewestRun(actor.programmeId), takeSnapshot(actor)])
  const draws = { seed: snapshot.seed, trials: snapshot.trials }
  const isCurrent = run !== null && isOf(run, snapshot, draws)
  const model = isCurrent ? null : modelOf(snapshot.inputs)
  makePreviewsReady(actor)
  return {
    forecast: run ? forecastView(run, snapshot.parts.gates) : null,
    outOfDate: !isCurrent,
    noForecast: model && !model.ok ? model.refusal : null,
    may: { run: actor.may("forecast.run") },
  }
}

/** What each risk would do to the finish of the plan as it stands; none where there are no dates. */
export async function findRiskEffects(actor: ProgrammeActor) {
  const effects = riskEffects((await takeSnapshot(actor)).inputs)
  return { items: effects.ok ? effects.value.map((each) => ({ ...each })) : [] }
}

export async function findRun(actor: ProgrammeActor, { runId }: { readonly runId: Id }) {
  const run = await database().prisma.forecastRun.findFirst({
    ...{ where: { id: runId, programmeId: actor.programmeId }, include: { gates: { orderBy: { gateId: "asc" } } } },
  })
  if (!run) return null
  const { parts } = await takeSnapshot(actor)
  return forecastView(run, parts.gates)
}

/** All runs, the newest first, and how they did. A run counts as made on the day that its status day says. */
export async function findRuns({ programmeId, membership }: ProgrammeActor) {
  const [rows, gates] = await Promise.all([
    database().prisma.forecastRun.findMany({
      where: { programmeId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: listedColumns,
    }),
    database().prisma.gate.findMany({ where: { programmeId, passedAt: { not: null } } }),
  ])
  const items = rows.map(runView)
  const past = items.flatMap(({ id, statusDay, gates }) =>
    gates.map((gate) => ({ runId: id, madeOn: statusDay, ...gate })),
  )
  const passed = gates.flatMap(({ id, passedAt }) =>
    passedAt ? [{ gateId: id, passedOn: dayIn(membership.timeZone, passedAt) }] : [],
  )
  const score = scoreForecasts(past, passed)
  const { scored, cameTrue, of, meanErrorDays } = score
  return {
    items,
    score: { scored: [...scored], cameTrue: [...cameTrue], of, meanErrorDays, sentence: sayScore(score) },
  }
}
