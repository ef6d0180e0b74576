/** The entries of a list by a name that each has, in the order in which the names first appear. */
export function grouped<Entry>(list: Iterable<Entry>, nameOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of list) {
    const group = groups.get(nameOf(entry))
    if (group) group.push(entry)
    else groups.set(nameOf(entry), [entry])
  }
  return groups
}
