/**
 * Reads a number as people write it: `1200`, `1 200`, `1,200`, `12.5`, `12,5`, `1.200,5`. Null where it is not one, or where
 * it could be read in two ways (`1.200` is 1200 in Berlin and 1.2 in London).
 */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, "")
  const [, sign = "", digits = ""] = /^([-+\u2212]?)([\d.,]+)$/.exec(plain) ?? []
  if (digits === "") return null
  const value = unsigned(digits)
  return value === null ? null : sign === "" || sign === "+" ? value : -value
}

function unsigned(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits)
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""))
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(".", ""))
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."))
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return null
  return /^\d*[.,]\d+$|^\d+[.,]$/.test(digits) ? Number(digits.replace(",", ".")) : null
}

/** A number as plain decimals, without an exponent or the crumbs of binary fractions. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes("e") ? value.toLocaleString("en-GB", { maximumFractionDigits: 20, useGrouping: false }) : text
}
