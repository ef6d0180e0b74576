import { readNumber } from "@/lib/base/kernel/number-text"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { inOneColumn, type Kind } from "./kind"

const units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"] as const
/** Beyond this a number of bytes is not exact. */
const MOST = Number.MAX_SAFE_INTEGER

/** Decimal multiples (IEC 80000-13 leaves kB, MB ... to powers of 1,000): 9,800,000,000,000 is `9.8 TB`. At most `digits` decimals. */
export function sayBytes(bytes: number, digits = 1): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const scaled = Number((bytes / 1000 ** power).toFixed(digits))
  const [value, at] = scaled >= 1000 && power < units.length - 1 ? [scaled / 1000, power + 1] : [scaled, power]
  return `${value.toLocaleString("en-GB", { maximumFractionDigits: digits })} ${units[at]}`
}

/** Bytes exactly as they are, in the largest unit that says all of them: so that what is written can be read again. */
function exactBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const scaled = plainDecimal(bytes / 1000 ** power)
  return Number(scaled) * 1000 ** power === bytes ? `${scaled} ${units[power]}` : `${bytes} B`
}

/** `9.8 TB`, `640 GiB`, `12 kB`; a bare number is bytes. Null where it is not a size. */
export function readBytes(text: string): number | null {
  const [, amount = "", unit = ""] = /^([\d.,\s\u00a0\u202f]+)\s*([kmgtpe]?i?b)?$/i.exec(text.trim()) ?? []
  const value = readNumber(amount)
  if (value === null) return null
  const power = units.findIndex((each) => each.charAt(0).toLowerCase() === unit.charAt(0).toLowerCase())
  const base = /i/i.test(unit.slice(1)) ? 1024 : 1000
  const bytes = Math.round(value * base ** Math.max(0, power))
  return bytes <= MOST ? bytes : null
}

/** A volume of data in bytes, said with its unit; `per` is what follows it, such as `/day`. Column BIGINT. */
export const bytes = (per = ""): Kind<number> => ({
  ...inOneColumn,
  control: "number",
  unit: `bytes${per}`,
  shape: ({ z }) => z.int().min(0).max(MOST),
  read: (typed) => {
    const plain = typed.trim()
    const value = readBytes(per !== "" && plain.endsWith(per) ? plain.slice(0, -per.length) : plain)
    return value === null ? { problem: `Enter a size with its unit, such as 9.8 TB${per}.` } : { value }
  },
  write: (value) => `${exactBytes(value)}${per}`,
  fromCells: ({ "": value }) => (typeof value === "number" ? value : null),
  order: (value) => value,
})
