/** Rows from `from` to `to`, either way round, by their order on screen. */
export function rangeBetween(order: readonly string[], from: string, to: string): readonly string[] {
  const start = order.indexOf(from)
  const end = order.indexOf(to)
  if (start === -1 || end === -1) return end === -1 ? [] : [to]
  return order.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** The set with the row put in, or taken out when it was there. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}
