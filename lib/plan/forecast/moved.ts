import * as z from "zod"
import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { Id } from "@/lib/base/kernel/shapes"
import { Cause, causesOf } from "./causes"
import type { ForecastInputs } from "./inputs-shapes"
import { type MoveKind, moveKinds, stepsBetween } from "./steps"

const MoveKindName = z.enum(moveKinds).meta({ id: "MoveKind" })

/** One kind of change and what it did to a P80. */
const MovePart = z
  .strictObject({
    kind: MoveKindName,
    days: z.int().meta({ description: "Calendar days; positive is later." }),
    with: MoveKindName.nullable().meta({
      description: "The kind it is counted under, where this step alone would have created a circular dependency.",
    }),
  })
  .meta({ id: "MovePart" })
export type MovePart = z.output<typeof MovePart>

/** What moved one gate, or the finish. The days of the parts add up to those of the whole. */
export const GateMove = z
  .strictObject({ gateId: Id, from: z.string(), to: z.string(), days: z.int(), parts: z.array(MovePart) })
  .meta({ id: "GateMove" })
export type GateMove = z.output<typeof GateMove>

const MoveCauses = z.strictObject({ kind: MoveKindName, count: z.int(), main: z.array(Cause) })

/** What moved the P80s since the run before. */
export const WhatMoved = z
  .strictObject({
    sinceRunId: Id.nullable(),
    gates: z.array(GateMove),
    causes: z
      .array(MoveCauses)
      .meta({ description: "What differs by kind, the largest first; `count` says how many." }),
  })
  .meta({ id: "WhatMoved" })
export type WhatMoved = z.output<typeof WhatMoved>

/** The P80 day of each gate by its id; null where the inputs cannot be planned. */
export type P80s = ReadonlyMap<string, Day>
export type SimulateP80 = (inputs: ForecastInputs) => Promise<P80s | null>

/** So many causes of each kind are named; the others are counted. */
const MAIN_CAUSES = 8

export type Telling = {
  /** The P80s of the run before as they were kept. */
  readonly kept: P80s
  readonly sinceRunId: string | null
  /** How much an item matters, 0 to 1, so that what is critical is named first. */
  readonly weightOf: (id: string) => number
}

/**
 * Splits the change of each P80 between two snapshots by applying the changes one kind at a time, in the order of
 * `moveKinds`, always with the seed, trials and engine of the later run. The parts telescope, so they add up to the
 * whole exactly; what two kinds only do together is counted under the later one. The part `method` is what the same
 * inputs say now against what was kept.
 *
 * Source: sequential (one-at-a-time) decomposition of a change, as in the variance analysis of management accounting;
 * its dependence on the order is documented in docs/forecast.md.
 */
export async function whatMovedIt(
  before: ForecastInputs,
  after: ForecastInputs,
  simulateP80: SimulateP80,
  { kept, sinceRunId, weightOf }: Telling,
): Promise<WhatMoved> {
  const stops: Stop[] = [{ kind: "method", p80s: await simulateP80(before) }]
  let last = before
  for (const { kind, inputs } of stepsBetween(before, after)) {
    const isSame = JSON.stringify(last) === JSON.stringify(inputs)
    stops.push({ kind, p80s: isSame ? (stops.at(-1)?.p80s ?? null) : await simulateP80(inputs) })
    last = inputs
  }
  const gates = after.gates.flatMap(({ id }) => gateMove(id, kept.get(id), stops))
  return { sinceRunId, gates, causes: allCauses(before, after, weightOf) }
}

type Stop = { readonly kind: MoveKind; readonly p80s: P80s | null }

/** Nothing for a gate that was not there before or has no day now. */
function gateMove(gateId: string, from: Day | undefined, stops: readonly Stop[]): GateMove[] {
  const to = stops.at(-1)?.p80s?.get(gateId)
  if (!from || !to) return []
  let at = ordinalOf(from)
  const parts = stops.map(({ kind, p80s }, index): MovePart => {
    const day = p80s?.get(gateId)
    if (!day) return { kind, days: 0, with: stops.slice(index).find((each) => each.p80s?.has(gateId))?.kind ?? null }
    const days = ordinalOf(day) - at
    at = ordinalOf(day)
    return { kind, days, with: null }
  })
  return [{ gateId, from, to, days: ordinalOf(to) - ordinalOf(from), parts }]
}

function allCauses(before: ForecastInputs, after: ForecastInputs, weightOf: Telling["weightOf"]) {
  return moveKinds.flatMap((kind) => {
    if (kind === "method") return []
    const causes = causesOf[kind](before, after)
    const rank = ({ id, size }: Cause) => size * (id === null ? 1 : 0.05 + weightOf(id))
    const main = causes.toSorted((a, b) => rank(b) - rank(a) || ((a.id ?? "") < (b.id ?? "") ? -1 : 1))
    return causes.length === 0 ? [] : [{ kind, count: causes.length, main: main.slice(0, MAIN_CAUSES) }]
  })
}
