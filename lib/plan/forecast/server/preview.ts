import { type CompiledCalendar, compileCalendar } from "@/lib/base/calendar/working-calendar"
import { ordinalOf } from "@/lib/base/kernel/day"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { noChange, withChange } from "@/lib/plan/roadmap/replan"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { carriedOver } from "../carried-over"
import { arePercentagesSaid } from "../chance"
import { confirmedShareOf, gateForecast } from "../forecast"
import { inputsOf } from "../inputs"
import type { ForecastInputs } from "../inputs-shapes"
import type { PercentileDays } from "../percentile"
import type { NoForecast, PreviewView } from "../views"
import { switched } from "../what-if"
import type { WhatIf } from "../what-if-shape"
import { findNewestRun, isOf } from "./run"
import { forecastView } from "./run-rows"
import { type Snapshot, takeSnapshot } from "./snapshot"
import { type Draws, tryOut } from "./try-out"

/** A preview draws so many: its P80 then lies within about a fiftieth of the spread, soon enough to follow a hand. */
const PREVIEW_TRIALS = 2_000

type Refusal = NoForecast | "no-such-part"
type Days = { readonly gates: ReadonlyMap<string, PercentileDays>; readonly percentages: boolean }

/** What a change would do to each gate, against the plan as it stands with the same draws. Nothing is kept. */
export const previewForecast = (actor: ProgrammeActor, whatIf: WhatIf): Promise<Result<PreviewView, Refusal>> =>
  shiftsOf(actor, whatIf, PREVIEW_TRIALS)

let isReady = false

/**
 * Makes one preview for nobody. The first of a process waits for code, threads and the plan; who opens a page with the
 * forecast may soon drag a bar, and should not be the one who waits.
 */
export function makePreviewsReady(actor: ProgrammeActor): void {
  if (isReady) return
  isReady = true
  previewForecast(actor, { plan: noChange, risks: [] }).catch(() => {
    isReady = false
  })
}

/** More than these tell nothing new, and every reader may ask for them again and again. */
const MOST_COMPARED = 100_000

/** The same with as many trials as the programme's forecasts have, up to a hundred thousand. */
export const compareWhatIf = async (actor: ProgrammeActor, whatIf: WhatIf): Promise<Result<PreviewView, Refusal>> =>
  shiftsOf(actor, whatIf, Math.min(MOST_COMPARED, (await takeSnapshot(actor)).trials))

async function shiftsOf(actor: ProgrammeActor, whatIf: WhatIf, trials: number): Promise<Result<PreviewView, Refusal>> {
  const snapshot = await takeSnapshot(actor)
  if (!isThere(snapshot, whatIf)) return refuse("no-such-part")
  return compared(actor, snapshot, changed(snapshot, whatIf), trials)
}

/** What it would do to each gate if items were otherwise; for what other domains decide about work. Nothing is kept. */
export async function previewItems(
  actor: ProgrammeActor,
  revise: (item: WorkItemView) => WorkItemView,
): Promise<Result<PreviewView, NoForecast>> {
  const snapshot = await takeSnapshot(actor)
  const { parts, register, inputs } = snapshot
  const would = inputsOf({ ...parts, items: parts.items.map(revise) }, register, inputs.settings, inputs.statusDay)
  return compared(actor, snapshot, would, PREVIEW_TRIALS)
}

async function compared(
  actor: ProgrammeActor,
  snapshot: Snapshot,
  inputs: ForecastInputs,
  trials: number,
): Promise<Result<PreviewView, NoForecast>> {
  const draws = { seed: snapshot.seed, trials }
  const [now, would] = await Promise.all([daysNow(snapshot, draws), daysOf(inputs, { ...draws, watched: 0 })])
  if (!now.ok) return now
  if (!would.ok) return would
  const kept = await keptOnce(actor, snapshot)
  const gates = Array.from(would.value.gates, ([gateId, days]) => {
    const tried = { now: now.value.gates.get(gateId) ?? days, would: days }
    const before = kept?.gates.get(gateId)
    const shift = kept && before ? carriedOver(before, tried, kept.calendar) : tried
    return { gateId, ...shift, days: ordinalOf(shift.would.p80) - ordinalOf(shift.now.p80) }
  })
  return ok({
    ...{ trials, gates, percentages: (kept ?? now.value).percentages },
    startsFrom: kept ? ("kept-forecast" as const) : ("plan-of-now" as const),
  })
}

type Kept = Days & { readonly calendar: CompiledCalendar }
/** A new forecast is an event, which makes a new snapshot: so it is looked for once for each. */
const keptOf = new WeakMap<Snapshot, Promise<Kept | null>>()

function keptOnce(actor: ProgrammeActor, snapshot: Snapshot): Promise<Kept | null> {
  const found = keptOf.get(snapshot) ?? keptDays(actor, snapshot)
  keptOf.set(snapshot, found)
  found.catch(() => keptOf.delete(snapshot))
  return found
}

/** What the kept forecast says of each gate, while it is of this very plan, register, settings and day; else null. */
async function keptDays({ programmeId }: ProgrammeActor, snapshot: Snapshot): Promise<Kept | null> {
  const run = await findNewestRun(programmeId)
  const calendar = compileCalendar(snapshot.inputs.calendar)
  const draws = { seed: snapshot.seed, trials: snapshot.trials }
  if (!run || !calendar.ok || !isOf(run, snapshot, draws)) return null
  const { run: view, percentages } = forecastView(run, snapshot.parts.gates)
  const gates = new Map(view.gates.map(({ gateId, ...days }) => [gateId, days]))
  return { gates, percentages, calendar: calendar.value }
}

/** The snapshot as it would be. */
function changed({ parts, register, inputs }: Snapshot, { plan, risks }: WhatIf): ForecastInputs {
  const would = withChange(parts, plan, inputs.statusDay)
  return inputsOf(would, switched(register, risks), inputs.settings, inputs.statusDay)
}

/** Whether all that a change names is part of the plan. */
function isThere({ parts, register }: Snapshot, { plan, risks }: WhatIf): boolean {
  const ids = new Set([...parts.items, ...parts.workstreams, ...parts.gates, ...parts.links].map(({ id }) => id))
  const entries = new Set(register.map(({ id }) => id))
  const named = plan.links.flatMap((each) => {
    if ("add" in each) return [each.add.from.id, each.add.to.id]
    return [("change" in each ? each.change : each.remove).id]
  })
  const all = [...plan.items, ...plan.workstreams].map(({ id }) => id)
  return [...all, ...named].every((id) => ids.has(id)) && risks.every(({ id }) => entries.has(id))
}

/** The plan as it stands is tried out once for each snapshot and number of trials. */
const known = new WeakMap<Snapshot, Map<number, Promise<Result<Days, NoForecast>>>>()

function daysNow(snapshot: Snapshot, draws: Draws): Promise<Result<Days, NoForecast>> {
  const byTrials = known.get(snapshot) ?? new Map<number, Promise<Result<Days, NoForecast>>>()
  known.set(snapshot, byTrials)
  const found = byTrials.get(draws.trials) ?? daysOf(snapshot.inputs, { ...draws, ranked: false })
  byTrials.set(draws.trials, found)
  found.catch(() => byTrials.delete(draws.trials))
  return found
}

async function daysOf(inputs: ForecastInputs, draws: Draws): Promise<Result<Days, NoForecast>> {
  const tried = await tryOut(inputs, draws)
  if (!tried.ok) return tried
  const influences = Array.from(tried.value.items, ([id, each]) => ({ id, ...each }))
  const gates = inputs.gates.toSorted((a, b) => a.number - b.number).flatMap((gate) => gateForecast(gate, tried.value))
  return ok({
    gates: new Map(gates.map(({ gateId, p10, p50, p80, p90 }) => [gateId, { p10, p50, p80, p90 }])),
    percentages: arePercentagesSaid(confirmedShareOf(inputs, influences)),
  })
}
