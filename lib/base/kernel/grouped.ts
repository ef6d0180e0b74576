import { rounded } from "./rounded"

/** A number as people read it: `1,234,567`, `0.25`, at most so many places. The browser's own formatter starts slowly. */
export function grouped(value: number, places = 3): string {
  return groupedText(String(rounded(value, places)))
}

/** The same of a decimal number that is text already, whose every digit stays. */
export function groupedText(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".")
  const told = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return fraction === undefined ? told : `${told}.${fraction}`
}
