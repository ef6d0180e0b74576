import { database, type Transaction } from "@/lib/base/db/client"
import { toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { type CommandResult, type Done, done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { forecastOf, p80sOf } from "../forecast"
import { type WhatMoved, whatMovedIt } from "../moved"
import { TAIL_TRIALS, tailsOf, watched } from "../tails"
import type { ForecastResults, ForecastView, NoForecast } from "../views"
import { forecastView, inputsOfRun, runView } from "./run-rows"
import { readSnapshot, type Snapshot } from "./snapshot"
import { type Draws, ENGINE, tryOut } from "./try-out"

type Outcome = CommandResult<ForecastView, NoForecast>
/** Who asks for the same plan at the same time shares one run. */
const running = new Map<string, Promise<Outcome>>()

/**
 * Simulates the plan as of today and keeps the forecast. The newest run is answered when it was made of the same
 * inputs by the same means; then nothing is written. All that takes time happens before the transaction.
 */
export async function runForecast(actor: ProgrammeActor): Promise<Outcome> {
  if (!actor.may(contracts.runForecast.permission)) return refuse("not-allowed")
  const snapshot = await readSnapshot(actor)
  const draws = { seed: snapshot.seed, trials: snapshot.trials }
  const name = `${actor.programmeId} ${Buffer.from(snapshot.hash()).toString("hex")} ${draws.trials}`
  const other = running.get(name)
  if (other) {
    await other
    return runForecast(actor)
  }
  const mine = makeOnce(actor, snapshot, draws).finally(() => running.delete(name))
  running.set(name, mine)
  return mine
}

async function makeOnce(actor: ProgrammeActor, snapshot: Snapshot, draws: Draws): Promise<Outcome> {
  const last = await findNewestRun(actor.programmeId)
  if (last && isOf(last, snapshot, draws)) return unchanged(forecastView(last, snapshot.parts.gates))
  const made = await simulated(snapshot, draws, last)
  if (!made.ok) return made
  return keep(actor, snapshot, draws, made.value)
}

export const findNewestRun = (programmeId: string) =>
  database().prisma.forecastRun.findFirst({
    ...{ where: { programmeId }, orderBy: [{ at: "desc" }, { id: "desc" }] },
    include: { gates: { orderBy: { gateId: "asc" } } },
  })
type Run = NonNullable<Awaited<ReturnType<typeof findNewestRun>>>

/** Whether a run was made of these inputs by these means; the inputs hold the status day. */
export const isOf = (
  run: Pick<Run, "inputsHash" | "seed" | "trials" | "engine">,
  { hash }: Pick<Snapshot, "hash">,
  { seed, trials }: Draws,
): boolean =>
  Buffer.from(run.inputsHash).equals(hash()) &&
  run.seed === BigInt(seed) &&
  run.trials === trials &&
  run.engine === ENGINE

type Made = { readonly results: ForecastResults; readonly moved: WhatMoved | null }

export async function simulated(
  { inputs }: Snapshot,
  draws: Draws,
  last: Run | null,
): Promise<Result<Made, NoForecast>> {
  const tried = await tryOut(inputs, draws)
  if (!tried.ok) return tried
  const ends = await tryOut(watched(inputs), { ...draws, trials: Math.min(draws.trials, TAIL_TRIALS), watched: 0 })
  const tails = ends.ok ? tailsOf(inputs, ends.value) : []
  const results = forecastOf(inputs, tried.value, tails)
  if (!last) return ok({ results, moved: null })
  const criticality = new Map(results.items.map((item) => [item.id, item.criticality]))
  const p80s = async (of: typeof inputs) => {
    if (of === inputs) return p80sOf(inputs, tried.value)
    const step = await tryOut(of, { ...draws, watched: 0 })
    return step.ok ? p80sOf(of, step.value) : null
  }
  const telling = {
    kept: new Map(runView(last).gates.map(({ gateId, p80 }) => [gateId, p80])),
    sinceRunId: last.id,
    weightOf: (id: string) => criticality.get(id) ?? 0,
  }
  return ok({ results, moved: await whatMovedIt(inputsOfRun(last), inputs, p80s, telling) })
}

const keep = (actor: ProgrammeActor, snapshot: Snapshot, draws: Draws, made: Made) =>
  transact(actor, contracts.runForecast, (tx) =>
    store(
      tx,
      { programmeId: actor.programmeId, at: actor.context.at, byId: actor.personId, reason: null },
      snapshot,
      draws,
      made,
    ),
  )

type By = { readonly programmeId: Id; readonly at: Date; readonly byId: Id | null; readonly reason: string | null }

/** Writes a run, in the transaction of who asked for it. */
export async function store(
  tx: Transaction,
  { programmeId, at, byId, reason }: By,
  { inputs, hash, parts }: Snapshot,
  draws: Draws,
  { results, moved }: Made,
): Promise<Done<ForecastView>> {
  const id = newId(at)
  await tx.forecastRun.create({
    data: {
      ...{ id, programmeId, at, byId, reason, statusDay: toDayColumn(inputs.statusDay), seed: BigInt(draws.seed) },
      ...{ trials: draws.trials, engine: ENGINE, inputsHash: Uint8Array.from(hash()), inputs, results },
      ...(moved ? { moved } : {}),
    },
  })
  await tx.forecastGate.createMany({
    data: results.gates.map(({ gateId, p10, p50, p80, p90 }) => ({
      ...{ programmeId, runId: id, gateId, p10: toDayColumn(p10), p50: toDayColumn(p50) },
      ...{ p80: toDayColumn(p80), p90: toDayColumn(p90) },
    })),
  })
  const row = await tx.forecastRun.findFirstOrThrow({
    ...{ where: { id, programmeId }, include: { gates: { orderBy: { gateId: "asc" } } } },
  })
  const finish = results.gates.find(({ gateId }) => gateId === results.finishGateId)
  return done(forecastView(row, parts.gates), {
    ...{ type: "forecast.made", subject: id, chain: programmeId },
    data: {
      ...{ statusDay: inputs.statusDay, seed: draws.seed, trials: draws.trials, engine: ENGINE },
      ...{ inputsHash: Buffer.from(hash()).toString("hex"), finishP80: finish?.p80 ?? null },
      ...(reason === null ? {} : { reason }),
    },
  })
}
