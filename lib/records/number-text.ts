/** A number as plain decimals, without an exponent or the crumbs of binary fractions; whole numbers have all their digits. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(15)))
  return text.includes("e") ? value.toLocaleString("en-GB", { maximumFractionDigits: 20, useGrouping: false }) : text
}
