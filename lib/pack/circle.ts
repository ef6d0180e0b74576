import type { Release } from "./release"

/** "From" must be settled before "to". `path` leads to the entry that says so; containment has none. */
type Edge = { readonly from: string; readonly to: string; readonly path: readonly PropertyKey[] | null }
/** The members in order, each waiting for the one before it and the first for the last; and an entry that is part of it. */
export type Circle = { readonly members: readonly string[]; readonly path: readonly PropertyKey[] }

/**
 * A circle among links and `after` lists, null when there is none. A workstream is opened up into its beginning and its
 * end around its activities: a link holds the end of each side that its type names, so a circle may run through gates.
 * Depth-first search with three colours (Cormen et al., Introduction to Algorithms, 22.3); O(activities + links).
 */
export function findCircle(release: Pick<Release, "stages" | "links">): Circle | null {
  const leaving = new Map<string, Edge[]>()
  for (const edge of edgesOf(release)) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge])
  const done = new Set<string>()
  for (const start of leaving.keys()) {
    const trail: Edge[] = []
    const open = new Set<string>()
    const stack: { node: string; next: number }[] = [{ node: start, next: 0 }]
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      if (!top) break
      open.add(top.node)
      const edge = done.has(top.node) ? undefined : leaving.get(top.node)?.[top.next++]
      if (!edge) {
        done.add(top.node)
        open.delete(top.node)
        stack.pop()
        trail.pop()
      } else if (open.has(edge.to)) {
        return describe([...trail, edge], edge.to)
      } else if (!done.has(edge.to)) {
        trail.push(edge)
        stack.push({ node: edge.to, next: 0 })
      }
    }
  }
  return null
}

const beginningOf = (workstream: string) => `${workstream} >`
const endOf = (workstream: string) => `${workstream} <`

function edgesOf({ stages, links }: Pick<Release, "stages" | "links">): Edge[] {
  const workstreams = new Set(stages.flatMap((stage) => stage.workstreams.map(({ key }) => key)))
  const side = (key: string, letter: string | undefined) => {
    if (!workstreams.has(key)) return key
    return letter === "F" ? endOf(key) : beginningOf(key)
  }
  const edges: Edge[] = links.map(({ from, to, type }, index) => ({
    from: side(from, type[0]),
    to: side(to, type[1]),
    path: ["links", index],
  }))
  for (const [s, stage] of stages.entries())
    for (const [w, { key, activities }] of stage.workstreams.entries()) {
      edges.push({ from: beginningOf(key), to: endOf(key), path: null })
      for (const [a, activity] of activities.entries()) {
        edges.push({ from: beginningOf(key), to: activity.key, path: null })
        edges.push({ from: activity.key, to: endOf(key), path: null })
        for (const [index, before] of activity.after.entries()) {
          const path = ["stages", s, "workstreams", w, "activities", a, "after", index]
          edges.push({ from: before, to: activity.key, path })
        }
      }
    }
  return edges
}

function describe(trail: readonly Edge[], meeting: string): Circle {
  const circle = trail.slice(trail.findIndex((edge) => edge.from === meeting))
  const members = [...new Set(circle.map((edge) => edge.from.replace(/ [<>]$/, "")))]
  const path = circle.findLast((edge) => edge.path !== null)?.path ?? []
  return { members, path }
}
