import { TABLE_CELLS } from "./program"

/** Shapes are told apart to a 256th of where the likely value lies between the ends. */
export const SHAPES = 256
const STEPS = 2048

/**
 * The quantiles of the Beta distribution of PERT on 0 to 1 whose likely value is `shape` / 256: its parameters are
 * 1 + 4 m and 5 - 4 m (D. G. Malcolm et al., Application of a technique for research and development program
 * evaluation, Operations Research 7, 1959, with the usual weight of 4). Entry i is the value below which i of
 * `TABLE_CELLS` lie. Only + - * / and square roots are used, so that every machine has the same table.
 */
export function betaQuantiles(shape: number): Float64Array {
  const density = new Float64Array(STEPS + 1)
  for (let step = 0; step <= STEPS; step++) density[step] = densityAt(step / STEPS, shape)
  return inverted(cumulated(density))
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

function inverted(sums: Float64Array): Float64Array {
  const quantiles = new Float64Array(TABLE_CELLS + 1)
  let step = 0
  for (let cell = 1; cell < TABLE_CELLS; cell++) {
    const wanted = cell / TABLE_CELLS
    while ((sums[step + 1] ?? 1) < wanted) step++
    const low = sums[step] ?? 0
    const within = (wanted - low) / ((sums[step + 1] ?? 1) - low)
    quantiles[cell] = place((step + within) / STEPS)
  }
  quantiles[TABLE_CELLS] = 1
  return quantiles
}

/** Mean and standard deviation of what is drawn from a table, straight between its entries. */
export function momentsOfTable(table: ArrayLike<number>): { readonly mean: number; readonly deviation: number } {
  let sum = 0
  let squares = 0
  for (let cell = 0; cell < TABLE_CELLS; cell++) {
    const [low, high] = [table[cell] ?? 0, table[cell + 1] ?? 0]
    sum += (low + high) / 2
    squares += (low * low + low * high + high * high) / 3
  }
  const mean = sum / TABLE_CELLS
  return { mean, deviation: Math.sqrt(squares / TABLE_CELLS - mean * mean) }
}
