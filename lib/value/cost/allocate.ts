/** A part of a sum, by its key; `exact` in units of 10^-18. */
export type Part = { readonly key: string; readonly exact: bigint }

const ONE = 10n ** 18n
const CENT = 10n ** 16n

/** Plain decimal text with at most 18 places in units of 10^-18: `0.4` is 4 x 10^17. */
export function exactOf(decimal: string): bigint {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(decimal) ?? []
  if (whole === "") throw new Error(`no plain decimal: ${decimal}`)
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(18, "0"))
  return sign === "-" ? -value : value
}

/** Cents as an amount: -5 is `-0.05`. */
export function sayCents(cents: bigint): string {
  const size = cents < 0n ? -cents : cents
  return `${cents < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`
}

/** Units of 10^-18 in cents, halves away from zero. */
export function centsOf(exact: bigint): bigint {
  const size = exact < 0n ? -exact : exact
  const cents = (size + CENT / 2n) / CENT
  return exact < 0n ? -cents : cents
}

/**
 * Shares a total of cents out by weights, with the largest remainder (Hamilton); of equal remainders the smaller key
 * comes first, so that the order of the parts changes nothing. The shares add up to the total, always.
 * Weights below nought get nothing of it; without any weight everything goes to the smallest key.
 */
export function allocate(total: bigint, parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const ordered = parts.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const [first] = ordered
  if (!first) return new Map()
  const weights = ordered.map(({ key, exact }) => ({ key, weight: exact > 0n ? exact : 0n }))
  const sum = weights.reduce((all, { weight }) => all + weight, 0n)
  if (sum === 0n) return new Map(ordered.map(({ key }) => [key, key === first.key ? total : 0n]))
  const size = total < 0n ? -total : total
  const quotas = weights.map(({ key, weight }) => ({ key, whole: (size * weight) / sum, rest: (size * weight) % sum }))
  const left = size - quotas.reduce((all, { whole }) => all + whole, 0n)
  const luckiest = quotas.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1)).slice(0, Number(left))
  const more = new Set(luckiest.map(({ key }) => key))
  return new Map(
    quotas.map(({ key, whole }) => {
      const share = whole + (more.has(key) ? 1n : 0n)
      return [key, total < 0n ? -share : share]
    }),
  )
}

/** The cents of each part, rounded so that they add up to the rounded sum of all; parts may be below nought. */
export function roundedParts(parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const ordered = parts.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const total = centsOf(ordered.reduce((sum, { exact }) => sum + exact, 0n))
  const floors = ordered.map(({ key, exact }) => {
    const whole = exact / CENT - (exact % CENT < 0n ? 1n : 0n)
    return { key, whole, rest: exact - whole * CENT }
  })
  const left = total - floors.reduce((sum, { whole }) => sum + whole, 0n)
  const luckiest = floors.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1)).slice(0, Number(left))
  const more = new Set(luckiest.map(({ key }) => key))
  return new Map(floors.map(({ key, whole }) => [key, whole + (more.has(key) ? 1n : 0n)]))
}
