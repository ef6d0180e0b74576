import type { Method } from "@/lib/door/contract"

export type Route = { readonly method: Method; readonly path: string }
export type Match<R extends Route> =
  | { readonly found: "route"; readonly route: R; readonly parameters: Readonly<Record<string, string>> }
  | { readonly found: "other-methods"; readonly methods: readonly Method[] }
  | { readonly found: "nothing" }

type Node<R> = {
  fixed: Map<string, Node<R>>
  parameter: Node<R> | null
  routes: Map<Method, { route: R; names: string[] }>
}
const node = <R>(): Node<R> => ({ fixed: new Map(), parameter: null, routes: new Map() })

/** Builds a matcher over paths of fixed and `{named}` segments; a fixed segment wins over a parameter. */
export function matcher<R extends Route>(routes: readonly R[]): (method: string, path: string) => Match<R> {
  const root = node<R>()
  for (const route of routes) insert(root, route)
  return (method, path) => {
    const segments = path.split("/").filter((segment) => segment !== "")
    const values: string[] = []
    const end = walk(root, segments, 0, values)
    if (!end || end.routes.size === 0) return { found: "nothing" }
    const hit = [...end.routes].find(([each]) => each === method)?.[1]
    if (!hit) return { found: "other-methods", methods: [...end.routes.keys()] }
    const parameters = Object.fromEntries(hit.names.map((name, i) => [name, values[i] ?? ""]))
    return { found: "route", route: hit.route, parameters }
  }
}

function insert<R extends Route>(root: Node<R>, route: R): void {
  const names: string[] = []
  let at = root
  for (const segment of route.path.split("/").filter((each) => each !== "")) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1]
    if (name) {
      names.push(name)
      at.parameter ??= node<R>()
      at = at.parameter
    } else {
      const next = at.fixed.get(segment) ?? node<R>()
      at.fixed.set(segment, next)
      at = next
    }
  }
  if (at.routes.has(route.method)) throw new Error(`two operations at ${route.method} ${route.path}`)
  at.routes.set(route.method, { route, names })
}

function walk<R>(at: Node<R>, segments: readonly string[], i: number, values: string[]): Node<R> | null {
  const segment = segments[i]
  if (segment === undefined) return at
  const fixed = at.fixed.get(segment)
  const found = fixed ? walk(fixed, segments, i + 1, values) : null
  if (found) return found
  if (!at.parameter) return null
  values.push(segment)
  const end = walk(at.parameter, segments, i + 1, values)
  if (!end) values.pop()
  return end
}
