import { TABLE_CELLS, TABLE_WORDS } from "./program"

/** Shapes are told apart to a 256th of where the likely value lies between the ends. */
export const SHAPES = 256
const STEPS = 2048

/**
 * The quantiles of the Beta distribution of PERT on 0 to 1 whose likely value is `shape` / 256: its parameters are
 * 1 + 4 m and 5 - 4 m (D. G. Malcolm et al., Application of a technique for research and development program
 * evaluation, Operations Research 7, 1959, with the usual weight of 4). Entry i is the value below which i of
 * `TABLE_CELLS` lie; then the first and the last cell again, each in as many cells, because where many paths meet the
 * latest of them lies far out. Only + - * / and square roots are used, so that every machine has the same table.
 */
export function betaQuantiles(shape: number): Float64Array {
  const density = new Float64Array(STEPS + 1)
  for (let step = 0; step <= STEPS; step++) density[step] = densityAt(step / STEPS, shape)
  return inverted(cumulated(density), density)
}

/** Integrates over s where x = s^2 (3 - 2 s), which smooths both ends. */
const place = (s: number): number => s * s * (3 - 2 * s)

function densityAt(s: number, shape: number): number {
  const x = place(s)
  return power64(x, shape) * power64(1 - x, SHAPES - shape) * 6 * s * (1 - s)
}

/** x to the power of `sixtyFourths` / 64, from square roots alone. */
function power64(x: number, sixtyFourths: number): number {
  let result = 1
  let factor = x
  for (let whole = sixtyFourths >> 6; whole > 0; whole--) result *= x
  for (let bit = 32; bit > 0; bit >>= 1) {
    factor = Math.sqrt(factor)
    if (sixtyFourths & bit) result *= factor
  }
  return result
}

/** The integral up to each step, of all 1: Simpson's rule on each step through its neighbours. */
function cumulated(density: Float64Array): Float64Array {
  const at = (step: number) => density[step] ?? 0
  const sums = new Float64Array(STEPS + 1)
  for (let step = 1; step <= STEPS; step++) {
    const area =
      step < STEPS
        ? (5 * at(step - 1) + 8 * at(step) - at(step + 1)) / 12
        : (5 * at(step) + 8 * at(step - 1) - at(step - 2)) / 12
    sums[step] = (sums[step - 1] ?? 0) + Math.max(0, area)
  }
  const whole = sums[STEPS] ?? 1
  return sums.map((sum) => sum / whole)
}

/** Entries of all three tables, in the order in which they lie. */
function wantedShares(): readonly number[] {
  const cells = Array.from({ length: TABLE_CELLS + 1 }, (_, cell) => cell / TABLE_CELLS)
  return [
    ...cells,
    ...cells.map((share) => share / TABLE_CELLS),
    ...cells.map((share) => 1 - (1 - share) / TABLE_CELLS),
  ]
}

function inverted(sums: Float64Array, density: Float64Array): Float64Array {
  const quantiles = new Float64Array(TABLE_WORDS)
  let step = 0
  let last = 0
  for (const [entry, wanted] of wantedShares().entries()) {
    if (wanted < last) step = 0
    last = wanted
    while (step < STEPS - 1 && (sums[step + 1] ?? 1) < wanted) step++
    quantiles[entry] =
      wanted <= 0 ? 0 : wanted >= 1 ? 1 : place((step + withinStep(sums, density, step, wanted)) / STEPS)
  }
  return quantiles
}

/** Where in a step a share is reached, 0 to 1, the density taken as straight within it. */
function withinStep(sums: Float64Array, density: Float64Array, step: number, wanted: number): number {
  const [low, high] = [sums[step] ?? 0, sums[step + 1] ?? 1]
  const [from, to] = [density[step] ?? 0, density[step + 1] ?? 0]
  const share = high > low ? (wanted - low) / (high - low) : 0
  const area = (share * (from + to)) / 2
  const root = from + Math.sqrt(from * from + 2 * (to - from) * area)
  return root > 0 ? Math.min(1, Math.max(0, (2 * area) / root)) : share
}

/** Mean and standard deviation of what is drawn from a table, straight between its entries. */
export function momentsOfTable(table: ArrayLike<number>): { readonly mean: number; readonly deviation: number } {
  let sum = 0
  let squares = 0
  const add = (entry: number, weight: number) => {
    const [low, high] = [table[entry] ?? 0, table[entry + 1] ?? 0]
    sum += (weight * (low + high)) / 2
    squares += (weight * (low * low + low * high + high * high)) / 3
  }
  for (let cell = 1; cell < TABLE_CELLS - 1; cell++) add(cell, 1 / TABLE_CELLS)
  for (let cell = 0; cell < TABLE_CELLS; cell++) {
    add(TABLE_CELLS + 1 + cell, 1 / TABLE_CELLS ** 2)
    add(2 * (TABLE_CELLS + 1) + cell, 1 / TABLE_CELLS ** 2)
  }
  return { mean: sum, deviation: Math.sqrt(squares - sum * sum) }
}
