import { type Disposition, type LandscapeItemView, type LandscapeKind, type Lane, laneNames } from "./landscape-item"

/** What of the landscape is drawn: today, the target, both with what becomes of each, or the state once a phase is over. */
export type BoardView = "as-is" | "to-be" | "difference" | { readonly afterPhase: number }
export type BoardItem = Pick<
  LandscapeItemView,
  | "id"
  | "number"
  | "name"
  | "kind"
  | "layer"
  | "disposition"
  | "asIsName"
  | "toBeName"
  | "replacesIds"
  | "feedsAsIsIds"
  | "feedsToBeIds"
> & {
  /** Of its phase; null without one. */
  readonly phase: number | null
  /** Today's name of its to-be component. */
  readonly component: string | null
}

/** What becomes of a node; migrate and replace are one state here. */
export type NodeState = "kept" | "new" | "replaced" | "retired" | "undecided"
export const stateOf: Readonly<Record<Disposition, NodeState>> = {
  ...{ retain: "kept", migrate: "replaced", replace: "replaced", retire: "retired" },
  ...{ new: "new", undecided: "undecided" },
}
export type BoardNode = {
  readonly id: string
  readonly lane: Lane
  readonly name: string
  /** The name that goes away, struck through. */
  readonly formerName: string | null
  /** Today's name of the component that it moves to; null where none is chosen, and of folds. */
  readonly component: string | null
  readonly state: NodeState
  /** The items that a fold holds; of an item itself alone. */
  readonly itemIds: readonly string[]
}
export type FeedWhen = "as-is" | "to-be" | "both"
/** One line; `feeds` are all it stands for, `from to` each: several where its ends are folded. */
export type BoardEdge = {
  readonly from: string
  readonly to: string
  readonly when: FeedWhen
  readonly feeds: readonly string[]
}
export type Board = {
  readonly nodes: readonly BoardNode[]
  readonly edges: readonly BoardEdge[]
  /** Items that no lane is known of. Persons use the board and do not stand on it. */
  readonly laneless: number
}

/** More nodes in a lane than this are folded. */
export const MOST_IN_A_LANE = 12

const laneByKind: Readonly<Record<LandscapeKind, Lane | null>> = {
  ...{ data_source: "sources", pipeline: "ingestion", store: null, analytics_tool: "serving" },
  ...{ persona: null, security_need: "governance" },
}
export const laneOf = ({ layer, kind }: Pick<BoardItem, "layer" | "kind">): Lane | null => layer ?? laneByKind[kind]

/** The nodes and lines of a view, in the order of their numbers; lanes in `unfolded` stand in full. */
export function boardOf(items: readonly BoardItem[], view: BoardView, unfolded: ReadonlySet<Lane>): Board {
  const replaced = new Set(
    items.flatMap(({ disposition, replacesIds }) => (disposition === "retire" ? [] : replacesIds)),
  )
  const shown = items.filter((item) => item.kind !== "persona" && isShown(item, view, replaced))
  const placed = shown.flatMap((item) => {
    const lane = laneOf(item)
    return lane === null ? [] : [{ item, lane }]
  })
  const feeds = feedsOf(
    placed.map(({ item }) => item),
    view,
  )
  const nodes = placed.map(
    ({ item, lane }): BoardNode => ({
      ...{ id: item.id, lane, component: item.component, state: stateOf[item.disposition], itemIds: [item.id] },
      ...namesOf(item, view),
    }),
  )
  return { ...folded(nodes, feeds, unfolded), laneless: shown.length - placed.length }
}

const arrived = ({ disposition, phase }: BoardItem, after: number) =>
  disposition === "retain" || (phase !== null && phase <= after)

function isShown(item: BoardItem, view: BoardView, replaced: ReadonlySet<string>): boolean {
  const { disposition, id } = item
  if (view === "difference") return true
  if (view === "as-is") return disposition !== "new"
  const isGone = disposition === "retire" || replaced.has(id)
  if (view === "to-be") return !isGone
  return arrived(item, view.afterPhase) ? !isGone : disposition !== "new"
}

function namesOf(item: BoardItem, view: BoardView): { readonly name: string; readonly formerName: string | null } {
  const was = item.asIsName ?? item.name
  const becomes = item.toBeName ?? item.name
  const isNew = view === "to-be" || (typeof view === "object" && arrived(item, view.afterPhase))
  if (view === "difference")
    return stateOf[item.disposition] === "replaced"
      ? { name: becomes, formerName: was === becomes ? null : was }
      : { name: item.disposition === "new" ? becomes : was, formerName: null }
  return { name: isNew ? becomes : was, formerName: null }
}

type Feed = { readonly from: string; readonly to: string; readonly when: FeedWhen }

/** The feeds of a view, each once, between items that are shown. */
function feedsOf(items: readonly BoardItem[], view: BoardView): readonly Feed[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return items.flatMap((item) => {
    const targets = [...new Set([...item.feedsAsIsIds, ...item.feedsToBeIds])]
    return targets.flatMap((to): readonly Feed[] => {
      const target = byId.get(to)
      if (!target) return []
      const [now, then] = [item.feedsAsIsIds.includes(to), item.feedsToBeIds.includes(to)]
      const when = now && then ? "both" : now ? "as-is" : "to-be"
      const isThere = typeof view === "object" && arrived(item, view.afterPhase) && arrived(target, view.afterPhase)
      const isDrawn = view === "difference" || (view === "as-is" ? now : view === "to-be" || isThere ? then : now)
      return isDrawn ? [{ from: item.id, to, when }] : []
    })
  })
}

/** Long lanes keep the nodes with the most lines; the others become one node, and lines that then coincide become one. */
function folded(
  nodes: readonly BoardNode[],
  feeds: readonly Feed[],
  unfolded: ReadonlySet<Lane>,
): { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] } {
  const degree = new Map<string, number>()
  for (const { from, to } of feeds) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const home = new Map<string, string>()
  const kept: BoardNode[] = []
  for (const lane of lanes) {
    const inLane = nodes.filter((node) => node.lane === lane)
    const stay = unfolded.has(lane) || inLane.length <= MOST_IN_A_LANE ? inLane.length : MOST_IN_A_LANE - 1
    const ranked = inLane.toSorted((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0))
    const staying = new Set(ranked.slice(0, stay).map(({ id }) => id))
    const rest = inLane.filter(({ id }) => !staying.has(id))
    kept.push(...inLane.filter(({ id }) => staying.has(id)))
    for (const { id } of inLane) home.set(id, staying.has(id) ? id : `fold ${lane}`)
    if (rest.length > 0)
      kept.push({
        ...{ id: `fold ${lane}`, lane, name: `${rest.length} more`, formerName: null, component: null, state: "kept" },
        itemIds: rest.map(({ id }) => id),
      })
  }
  const edges = new Map<string, BoardEdge>()
  for (const { from, to, when } of feeds) {
    const [a, b] = [home.get(from) ?? from, home.get(to) ?? to]
    const before = edges.get(`${a}>${b}`)
    edges.set(`${a}>${b}`, {
      ...{ from: a, to: b, feeds: [...(before?.feeds ?? []), `${from} ${to}`] },
      when: before && before.when !== when ? "both" : when,
    })
  }
  return { nodes: kept, edges: [...edges.values()] }
}

const isLane = (key: string): key is Lane => Object.hasOwn(laneNames, key)
export const lanes: readonly Lane[] = Object.keys(laneNames).filter(isLane)

/** Everything upstream and downstream of a node, itself too: what its selection brings forward. */
export function flowThrough(edges: readonly BoardEdge[], id: string): ReadonlySet<string> {
  const reach = (next: (edge: BoardEdge) => readonly [string, string]) => {
    const found = new Set([id])
    for (const at of found)
      for (const edge of edges) {
        const [from, to] = next(edge)
        if (from === at) found.add(to)
      }
    return found
  }
  return new Set([...reach(({ from, to }) => [from, to]), ...reach(({ from, to }) => [to, from])])
}
