/** The lines into one target between two lanes: from which heights they come, and at which they end. */
export type Bundle = { readonly key: string; readonly from: readonly number[]; readonly to: number }

const spanOf = ({ from, to }: Bundle) => ({ low: Math.min(to, ...from), high: Math.max(to, ...from) })
const isWithin = (y: number, { low, high }: { low: number; high: number }) => y > low && y < high

/** How often lines cross when the vertical of `left` stands left of that of `right`. */
function crossings(left: Bundle, right: Bundle): number {
  const [spanLeft, spanRight] = [spanOf(left), spanOf(right)]
  const into = isWithin(left.to, spanRight) ? 1 : 0
  return into + right.from.filter((y) => isWithin(y, spanLeft)).length
}

/**
 * The bundles from left to right, so that few lines cross: what goes down furthest first, then neighbours change places
 * as long as that helps. The same bundles in any order give the same answer. O(bundles^2 x lines), at most.
 */
export function tracksOf(bundles: readonly Bundle[]): readonly string[] {
  const isLevel = ({ from, to }: Bundle) => from.every((y) => y === to)
  const key = (each: Bundle) => {
    const mean = each.from.reduce((sum, y) => sum + y, 0) / Math.max(1, each.from.length)
    return mean < each.to ? -each.to : each.to
  }
  const order = bundles.filter((each) => !isLevel(each)).toSorted((a, b) => key(a) - key(b) || (a.key < b.key ? -1 : 1))
  for (let pass = 0; pass < order.length; pass++) {
    let isBetter = false
    for (let at = 0; at + 1 < order.length; at++) {
      const [a, b] = [order[at], order[at + 1]]
      if (!a || !b || crossings(b, a) >= crossings(a, b)) continue
      order.splice(at, 2, b, a)
      isBetter = true
    }
    if (!isBetter) break
  }
  return order.map(({ key: name }) => name)
}
