type Part = { readonly id: string; readonly name: string; readonly parentId: string | null }

/** The names from the outermost down to each item: `Teradata / Payments / Cards`. A circle is cut where it closes. */
export function pathsOf(items: readonly Part[]): ReadonlyMap<string, string> {
  const byId = new Map(items.map((item) => [item.id, item]))
  return new Map(
    items.map((item) => {
      const names = [item.name]
      const seen = new Set([item.id])
      for (let at = byId.get(item.parentId ?? ""); at && !seen.has(at.id); at = byId.get(at.parentId ?? "")) {
        names.push(at.name)
        seen.add(at.id)
      }
      return [item.id, names.toReversed().join(" / ")]
    }),
  )
}

/** What an item is called where it is chosen or written: its name, or its path where others have the name too. */
export function labelsOf(
  items: readonly Part[],
): ReadonlyMap<string, { readonly label: string; readonly path: string }> {
  const paths = pathsOf(items)
  const counts = new Map<string, number>()
  for (const { name } of items) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1)
  return new Map(
    items.map(({ id, name }) => {
      const path = paths.get(id) ?? name
      return [id, { label: (counts.get(name.toLowerCase()) ?? 0) > 1 ? path : name, path }]
    }),
  )
}
