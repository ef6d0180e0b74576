import type { Board, BoardEdge, BoardNode } from "./board"
import { tracksOf } from "./board-tracks"
import type { Lane } from "./landscape-item"

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** `lines`: its name, broken to fit. */
export type PlacedNode = BoardNode & Box & { readonly lines: readonly string[] }
export type PlacedEdge = BoardEdge & { readonly points: readonly (readonly [number, number])[] }
export type PlacedBoard = {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Where each lane's heading stands. */
  readonly heads: readonly { readonly lane: Lane; readonly x: number; readonly y: number }[]
  readonly width: number
  readonly height: number
}

/** Pixels at 100%: of a node, and from one lane to the next. Narrow lanes make room for a panel. */
const widths = { wide: { node: 124, column: 176 }, narrow: { node: 93, column: 117 } } as const
export type LaneWidth = keyof typeof widths
export const NODE_HEIGHT = 46
const LINE = 14
const ROW = 68
const LETTER = 6.9
/** Of a node: left of its name and right of it. */
const PADDING = 15
const HEAD = 64
const MARGIN = 12
const SWEEPS = 4

/** The lanes from left to right; AI/ML stands below serving. Governance is a band of its own. */
const columns: readonly (readonly Lane[])[] = [
  ["sources"],
  ["ingestion"],
  ["raw"],
  ["curated"],
  ["consumer"],
  ["serving", "ai_ml"],
]
const BAND = 6

/**
 * Places nodes in fixed lanes on one grid of rows. Lanes are given, so of the layered method (Sugiyama, Tagawa and Toda
 * 1981) only two steps are left: the order in a lane by the mean of the neighbours, then rows near the neighbours.
 * The same board always gives the same picture; a node without lines keeps the order of its number.
 */
export function layOut({ nodes, edges }: Board, lanesAre: LaneWidth = "wide"): PlacedBoard {
  const { node: width, column: COLUMN } = widths[lanesAre]
  const boxOf = (node: BoardNode, x: number, row: number) => {
    const lines = linesOf(node.name, width)
    const height = NODE_HEIGHT + (lines.length - 1) * LINE
    return { ...node, lines, x, y: row + (ROW - 8 - height) / 2, width, height }
  }
  const order = orderIn(nodes, edges)
  const rows = rowsOf(order, edges)
  const below = Math.max(0, ...rows.values()) + 1
  const second = new Map<Lane, number>()
  const heads: { lane: Lane; x: number; y: number }[] = []
  const placed: PlacedNode[] = []
  columns.forEach((lanes, column) => {
    const x = MARGIN + column * COLUMN
    let shift = 0
    for (const [at, lane] of lanes.entries()) {
      const inLane = order.filter((node) => node.lane === lane)
      const previous = placed.filter((node) => node.x === x)
      const top = previous.length === 0 ? HEAD : Math.max(...previous.map((node) => rowAt(node))) + ROW
      if (at > 0) shift = inLane.length === 0 ? shift : top + HEAD - (HEAD + (rows.get(inLane[0]?.id ?? "") ?? 0) * ROW)
      if (at > 0) second.set(lane, shift)
      heads.push({ lane, x, y: at === 0 ? 0 : top + 4 })
      let y = 0
      for (const node of inLane) {
        y = Math.max(HEAD + (rows.get(node.id) ?? 0) * ROW + Math.max(0, shift), y)
        placed.push(boxOf(node, x, y))
        y += ROW
      }
    }
  })
  const bottom = Math.max(HEAD + below * ROW, ...placed.map((node) => rowAt(node) + ROW))
  const band = order.filter(({ lane }) => lane === "governance")
  heads.push({ lane: "governance", x: MARGIN, y: bottom + 8 })
  band.forEach((node, at) => {
    const [x, y] = [MARGIN + (at % BAND) * COLUMN, bottom + 36 + Math.floor(at / BAND) * ROW]
    placed.push(boxOf(node, x, y))
  })
  const height = bottom + 36 + Math.ceil(band.length / BAND) * ROW + MARGIN
  const byId = new Map(placed.map((node) => [node.id, node]))
  const trackOf = tracksBetween(edges, byId)
  const routed = edges.flatMap((edge): PlacedEdge[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    return from && to ? [{ ...edge, points: routeOf(from, to, COLUMN, trackOf.get(edge.to) ?? 0.5) }] : []
  })
  return { nodes: placed, edges: routed, heads, width: MARGIN * 2 + COLUMN * (BAND - 1) + width, height }
}

/** Where the row of a node begins. */
const rowAt = ({ y, height }: Box) => y - (ROW - 8 - height) / 2

/** Where in the gap before its lane the lines into a node run down, as a share of the gap from the right. */
function tracksBetween(
  edges: readonly BoardEdge[],
  byId: ReadonlyMap<string, PlacedNode>,
): ReadonlyMap<string, number> {
  const gaps = new Map<number, Map<string, number[]>>()
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to || from.lane === "governance" || columnOf(to.lane) !== columnOf(from.lane) + 1) continue
    const column = columnOf(to.lane)
    const targets = gaps.get(column) ?? new Map<string, number[]>()
    gaps.set(column, targets.set(to.id, [...(targets.get(to.id) ?? []), middleOf(from)]))
  }
  return new Map(
    [...gaps.values()].flatMap((targets) => {
      const bundles = [...targets].map(([key, from]) => ({ key, from, to: middleOf(byId.get(key)) }))
      const order = tracksOf(bundles)
      return order.map((key, at) => [key, 0.85 - (0.6 * (at + 0.5)) / order.length] as const)
    }),
  )
}
const middleOf = (box: Box | undefined) => (box ? box.y + box.height / 2 : 0)

/** A name on one line or two, whole words where they fit; what is longer ends in an ellipsis and is whole in the panel. */
function linesOf(name: string, width: number): readonly string[] {
  const most = Math.floor((width - PADDING) / LETTER)
  if (name.length <= most) return [name]
  const words = name.split(" ")
  let first = words[0] ?? ""
  let used = 1
  while (used < words.length && `${first} ${words[used]}`.length <= most) first += ` ${words[used++]}`
  const rest = words.slice(used).join(" ")
  const cut = (text: string) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)
  return rest === "" ? [cut(first)] : [cut(first), cut(rest)]
}

const columnOf = (lane: Lane) => columns.findIndex((each) => each.includes(lane))

/** The nodes, lane by lane, each lane in the order with few crossings. */
function orderIn(nodes: readonly BoardNode[], edges: readonly BoardEdge[]): readonly BoardNode[] {
  let groups = [...columns.flat(), "governance" as const].map((lane) => nodes.filter((node) => node.lane === lane))
  const neighbours = neighboursOf(edges)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const place = new Map(groups.flatMap((group) => group.map((node, at) => [node.id, at / group.length] as const)))
    groups = groups.map((group) => {
      const mean = new Map(group.map((node) => [node.id, meanOf(neighbours.get(node.id) ?? [], place)]))
      const keyOf = ({ id }: BoardNode) => mean.get(id) ?? place.get(id) ?? 0
      return group.toSorted((a, b) => last(a) - last(b) || keyOf(a) - keyOf(b))
    })
  }
  return groups.flat()
}
/** What is retired stands lowest, so that its chain is one row; folds stand under all. */
const last = ({ id, state }: BoardNode) => (id.startsWith("fold ") ? 2 : state === "retired" ? 1 : 0)

function neighboursOf(edges: readonly BoardEdge[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of edges)
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      found.set(a, [...(found.get(a) ?? []), b])
  return found
}

function meanOf(ids: readonly string[], place: ReadonlyMap<string, number>): number | null {
  const known = ids.flatMap((id) => place.get(id) ?? [])
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length
}

/** A row for each node, near the mean of what feeds it, one node a row in each lane. */
function rowsOf(order: readonly BoardNode[], edges: readonly BoardEdge[]): ReadonlyMap<string, number> {
  const feeders = new Map<string, string[]>()
  for (const { from, to } of edges) feeders.set(to, [...(feeders.get(to) ?? []), from])
  const most = Math.max(1, ...columns.flat().map((lane) => order.filter((node) => node.lane === lane).length))
  const rows = new Map<string, number>()
  for (const lane of columns.flat()) {
    const group = order.filter((node) => node.lane === lane)
    group.forEach((node, at) => {
      const wanted = Math.round(meanOf(feeders.get(node.id) ?? [], rows) ?? at)
      const least = at === 0 ? 0 : (rows.get(group[at - 1]?.id ?? "") ?? -1) + 1
      rows.set(node.id, Math.min(Math.max(wanted, least), most - (group.length - at)))
    })
  }
  return rows
}

/** Straight pieces that pass beside nodes: out at the right, over in the gap, in at the left; far ones through the gap between rows. */
function routeOf(
  from: PlacedNode,
  to: PlacedNode,
  column: number,
  share: number,
): readonly (readonly [number, number])[] {
  const gap = column - to.width
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2]
  const right = from.x + from.width
  if (columnOf(to.lane) === columnOf(from.lane) + 1 && from.lane !== "governance") {
    const track = to.x - gap * share
    return start === end
      ? [
          [right, start],
          [to.x, end],
        ]
      : [
          [right, start],
          [track, start],
          [track, end],
          [to.x, end],
        ]
  }
  const gutter = rowAt(to) - 4
  const [out, back] = [right + gap / 3, to.x - gap / 3]
  return [
    [right, start],
    [out, start],
    [out, gutter],
    [back, gutter],
    [back, end],
    [to.x, end],
  ]
}

/** An SVG path along points with rounded corners, in pixels. */
export function pathOf(points: readonly (readonly [number, number])[], radius = 6): string {
  return points
    .map(([x, y], at) => {
      const [before, after] = [points[at - 1], points[at + 1]]
      if (!before) return `M${x} ${y}`
      if (!after) return `L${x} ${y}`
      const near = ([px, py]: readonly [number, number]) => {
        const length = Math.hypot(px - x, py - y)
        const step = length === 0 ? 0 : Math.min(radius, length / 2) / length
        return `${x + (px - x) * step} ${y + (py - y) * step}`
      }
      return `L${near(before)}Q${x} ${y} ${near(after)}`
    })
    .join("")
}
