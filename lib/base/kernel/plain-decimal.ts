/**
 * A number in plain decimals, never with an exponent. Fifteen digits are what a double surely holds (IEEE 754), so that
 * what a sum leaves behind them is not shown; whole numbers have all their digits.
 */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) return ""
  const [digits = "", exponent] = String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))).split("e")
  if (exponent === undefined) return digits
  const sign = digits.startsWith("-") ? "-" : ""
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".")
  const all = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`
  return `${sign}${all.padEnd(point, "0")}`
}
