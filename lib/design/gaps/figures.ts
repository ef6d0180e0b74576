import { type Answer, gapOf, isAnswered, isAsked } from "./levels"

/** An answer with what facts prove of it and the dimension that it counts in. */
export type Counted = Answer & {
  readonly dimension: string
  /** 0 where nothing is proved, as for what is self-reported or could not be told. */
  readonly proved: number
  readonly hasWork: boolean
  /** The level at the snapshot that it is compared with; null when it was not answered then. */
  readonly before: number | null
}

/** Figures of a set of questions; every mean is of the same questions, those that were answered. */
export type Figures = {
  /** Questions that apply, and how many of them are answered. */
  readonly asked: number
  readonly answered: number
  /** Means, 0 to 4; null where nothing is answered. */
  readonly asIs: number | null
  readonly proved: number | null
  readonly toBe: number | null
  /** At the snapshot, and how much it rose since, both of the questions that were answered then and now. */
  readonly before: number | null
  readonly change: number | null
  /** The sum of weighted gaps; null where nothing is answered. */
  readonly gap: number | null
  /** Questions with a gap, and how many of these have work. */
  readonly gaps: number
  readonly withWork: number
}

/** How much a dimension counts among the others, by its key; 1 for one that nobody weighs. */
export type DimensionWeights = ReadonlyMap<string, number>

/**
 * The mean of a level: within each dimension weighted by question, among dimensions by what each dimension weighs and not by
 * how many questions it has. Null of nothing.
 */
export function meanLevel<Line extends Pick<Counted, "dimension" | "weight">>(
  lines: readonly Line[],
  weights: DimensionWeights,
  levelOf: (line: Line) => number,
): number | null {
  const dimensions = [...new Set(lines.map(({ dimension }) => dimension))]
  const means = dimensions.map((key) => {
    const own = lines.filter(({ dimension }) => dimension === key)
    return {
      value: weightedMean(own.map((line) => ({ value: levelOf(line), weight: line.weight }))),
      weight: weights.get(key) ?? 1,
    }
  })
  return means.length === 0 ? null : weightedMean(means)
}

function weightedMean(parts: readonly { readonly value: number; readonly weight: number }[]): number {
  const sum = parts.reduce((total, { value, weight }) => total + value * weight, 0)
  return sum / parts.reduce((total, { weight }) => total + weight, 0)
}

/** The figures of some questions: not applicable ones leave sum and divisor, unanswered ones are never 0. */
export function figuresOf(lines: readonly Counted[], weights: DimensionWeights): Figures {
  const asked = lines.filter(isAsked)
  const counted = asked.filter(isAnswered)
  const both = counted.filter(({ before }) => before !== null)
  const mean = (of: readonly Counted[], levelOf: (line: Counted) => number) => meanLevel(of, weights, levelOf)
  const [then, now] = [mean(both, ({ before }) => before ?? 0), mean(both, ({ asIs }) => asIs ?? 0)]
  const open = counted.filter((line) => (gapOf(line) ?? 0) > 0)
  return {
    ...{ asked: asked.length, answered: counted.length },
    asIs: mean(counted, ({ asIs }) => asIs ?? 0),
    proved: mean(counted, ({ proved }) => proved),
    toBe: mean(counted, ({ toBe }) => toBe),
    before: then,
    change: then === null || now === null ? null : now - then,
    gap: counted.length === 0 ? null : counted.reduce((sum, line) => sum + (gapOf(line) ?? 0), 0),
    ...{ gaps: open.length, withWork: open.filter(({ hasWork }) => hasWork).length },
  }
}
