import { TICKS_PER_DAY, type Ticks, ticks } from "@/lib/plan/schedule/work-time"
import { betaQuantiles, momentsOfTable, SHAPES } from "./beta-quantiles"
import type { EstimateShape, SimulatedRisk } from "./estimates"
import { type Drawn, FIXED, TABLE_WORDS, TABLED, TRIANGULAR, UNIFORM } from "./program"

/** The tables that a plan needs, each made once. */
export class QuantileTables {
  private readonly made = new Map<number, { place: number; mean: number; deviation: number }>()
  private readonly tables: Float64Array[] = []

  /** The place, in words, of the table of a shape among all tables, with its mean and deviation. */
  of(shape: number): { readonly place: number; readonly mean: number; readonly deviation: number } {
    const known = this.made.get(shape)
    if (known) return known
    const table = betaQuantiles(shape)
    const made = { place: this.tables.length * TABLE_WORDS, ...momentsOfTable(table) }
    this.tables.push(table)
    this.made.set(shape, made)
    return made
  }

  all(): Float32Array {
    const all = new Float32Array(this.tables.length * TABLE_WORDS)
    for (const [at, table] of this.tables.entries()) all.set(table, at * TABLE_WORDS)
    return all
  }
}

export type DrawnDuration = { readonly drawn: Drawn; readonly most: Ticks }

/**
 * How a duration is drawn of which a share is left, in ticks. Without spread it is exactly what the plan counts with.
 *
 * Triangular: by the inverse of its distribution. Beta-PERT: from a table of quantiles of the nearest of 257 shapes,
 * stretched so that mean (a + 4 m + b) / 6 and variance (mean - a) (b - mean) / 7 are those of the estimate itself.
 */
export function drawnDuration(
  points: SimulatedRisk["delay"],
  share: number,
  shape: EstimateShape,
  tables: QuantileTables,
): DrawnDuration {
  const low = points.optimistic * share * TICKS_PER_DAY
  const high = points.pessimistic * share * TICKS_PER_DAY
  const most = Math.ceil(high)
  if (low === high) {
    const fixed = ticks(points.pessimistic * share)
    return { drawn: { spread: FIXED, words: [fixed, 0, 0, 0, 0] }, most: fixed }
  }
  if (points.likely === null) return { drawn: { spread: UNIFORM, words: [low, (high - low) / DRAWS, 0, 0, 0] }, most }
  const mode = points.likely * share * TICKS_PER_DAY
  return { drawn: shape === "triangular" ? triangular(low, mode, high) : betaPert(low, mode, high, tables), most }
}

/** Durations are drawn by whole numbers below this, so everything that multiplies them is that much smaller. */
const DRAWS = 2 ** 24

function triangular(low: number, mode: number, high: number): Drawn {
  const [below, above] = [(high - low) * (mode - low), (high - low) * (high - mode)]
  return {
    spread: TRIANGULAR,
    words: [low, high, ((mode - low) / (high - low)) * DRAWS, below / DRAWS, above / DRAWS],
  }
}

function betaPert(low: number, mode: number, high: number, tables: QuantileTables): Drawn {
  const table = tables.of(Math.round(((mode - low) / (high - low)) * SHAPES))
  const mean = (low + 4 * mode + high) / 6
  const stretch = Math.sqrt(((mean - low) * (high - mean)) / 7) / table.deviation
  return { spread: TABLED, words: [mean - stretch * table.mean, stretch, low, high, table.place] }
}
