/**
 * A number rounded to so many decimal places, half away from zero: 10.45 is 10.5 and -10.45 is -10.5. Counts with the digits
 * that the number is written with, so that 1.005 is 1.01 though it is stored a little below. Never -0. For numbers that people
 * read; what is calculated with is not rounded. (Rounding "half away from zero": IEEE 754-2019, 4.3.1, roundTiesToAway.)
 */
export function rounded(value: number, places = 0): number {
  if (!Number.isFinite(value)) return value
  const [digits = "0", exponent = "0"] = String(Math.abs(value)).split("e")
  const whole = Math.round(Number(`${digits}e${Number(exponent) + places}`))
  const [back = "0", more = "0"] = String(whole).split("e")
  const size = Number(`${back}e${Number(more) - places}`)
  return value < 0 && size > 0 ? -size : size
}

/** The same with all its places: `fixed(2, 1)` is `2.0`. */
export const fixed = (value: number, places: number): string => rounded(value, places).toFixed(places)
