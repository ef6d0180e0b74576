import { rounded } from "./rounded"

/** A number as people read it: `1,234,567`, `0.25`, at most so many places. The browser's own formatter starts slowly. */
export function grouped(value: number, places = 3): string {
  const [whole = "", fraction] = String(rounded(value, places)).split(".")
  const told = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return fraction === undefined ? told : `${told}.${fraction}`
}
