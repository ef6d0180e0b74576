import { cn } from "@/components/ui/class-names"
import type { NodeState } from "@/lib/design/landscape/board"
import { type PlacedBoard, type PlacedEdge, type PlacedNode, pathOf } from "@/lib/design/landscape/board-layout"
import { type LandscapeLine, type Lane, laneNames } from "@/lib/design/landscape/landscape-item"
import { movedOf, progressOf } from "@/lib/design/landscape/totals"
import { sayBytes } from "@/lib/records/size-kinds"
import { sayVolume } from "./landscape-columns"
import { signPaths } from "./landscape-marks"

export const stateSigns: Readonly<Record<NodeState, string>> = {
  ...{ kept: signPaths.retain, new: signPaths.new, replaced: signPaths.replace, retired: signPaths.retire },
  undecided: signPaths.undecided,
}

type BoardDrawingProps = {
  readonly board: PlacedBoard
  readonly lineOf: ReadonlyMap<string, LandscapeLine>
  readonly zoom: number
  readonly chosen: string | null
  /** What lies up and down the stream of the chosen node; null where none is chosen. */
  readonly flow: ReadonlySet<string> | null
  readonly onChoose: (id: string) => void
}

/** The board as a picture: lanes, lines and nodes. State is border and sign and word, never colour alone. */
export function BoardDrawing({ board, lineOf, zoom, chosen, flow, onChoose }: BoardDrawingProps) {
  const isLit = ({ from, to }: PlacedEdge) => (flow?.has(from) && flow.has(to)) === true
  const edges = board.edges.toSorted((a, b) => Number(isLit(a)) - Number(isLit(b)))
  return (
    <svg
      data-board=""
      viewBox={`0 0 ${board.width} ${board.height}`}
      width={board.width * zoom}
      height={board.height * zoom}
      className="block"
      aria-hidden
    >
      {board.heads.map((head) => (
        <Head key={head.lane} {...head} board={board} lineOf={lineOf} />
      ))}
      {edges.map((edge) => (
        <Line key={`${edge.from}>${edge.to}`} edge={edge} lit={isLit(edge)} dim={flow !== null && !isLit(edge)} />
      ))}
      {board.nodes.map((node) => (
        <Node
          key={node.id}
          {...{ node, chosen: node.id === chosen, dim: flow !== null && !flow.has(node.id), onChoose }}
          line={lineOf.get(node.id) ?? null}
        />
      ))}
    </svg>
  )
}

function Head({
  lane,
  x,
  y,
  board,
  lineOf,
}: {
  lane: Lane
  x: number
  y: number
  board: PlacedBoard
  lineOf: BoardDrawingProps["lineOf"]
}) {
  const items = board.nodes.filter((node) => node.lane === lane).flatMap(({ itemIds }) => itemIds)
  const lines = items.flatMap((id) => lineOf.get(id) ?? [])
  const moved = movedOf(lines)
  const units = new Set(lines.flatMap(({ planned, quantity }) => (planned ? [quantity?.unit ?? ""] : [])))
  const [unit = ""] = units.size === 1 ? units : []
  const bytes = lines.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0)
  const count = items.length === 1 ? "1 item" : `${items.length} items`
  const width = board.nodes.find((node) => node.lane === lane)?.width ?? 93
  const share = (part: number | null) => (moved.planned === 0 ? 0 : ((part ?? 0) / moved.planned) * width)
  const isBand = lane === "governance"
  return (
    <g transform={`translate(${x} ${y})`}>
      <text y={14} className="fill-ink font-semibold text-[13px]">
        {laneNames[lane]}
      </text>
      <text {...(isBand ? { x: 168, y: 14 } : { y: 30 })} className="fill-ink-2 text-[11.5px]">
        {moved.planned > 0
          ? `${plain(moved.migrated)} of ${plain(moved.planned)} ${unit === "" ? "moved" : unit.endsWith("s") ? unit : `${unit}s`}`
          : count}
      </text>
      {isBand ? null : (
        <>
          <text y={44} className="fill-ink-2 text-[11.5px]">
            {bytes > 0 ? sayBytes(bytes) : moved.planned > 0 ? count : ""}
          </text>
          {moved.planned > 0 ? (
            <g transform="translate(0 51)">
              <rect width={width} height={3} rx={1} className="fill-hover stroke-[0.5] stroke-line" />
              <rect
                width={share(moved.migrated)}
                height={3}
                rx={1}
                className="fill-accent-soft stroke-[0.5] stroke-accent"
              />
              <rect width={share(moved.proved)} height={3} rx={1} className="fill-accent" />
            </g>
          ) : null}
        </>
      )}
    </g>
  )
}
const plain = (count: number) => count.toLocaleString("en-GB")

function Line({ edge, lit, dim }: { edge: PlacedEdge; lit: boolean; dim: boolean }) {
  const [x = 0, y = 0] = edge.points.at(-1) ?? []
  const [px = 0] = edge.points.at(-2) ?? []
  const way = px <= x ? 1 : -1
  return (
    <g className={lit ? "stroke-accent" : dim ? "stroke-line-strong" : "stroke-ink-3"}>
      <path
        d={pathOf(edge.points)}
        className={cn("fill-none", lit ? "stroke-2" : "stroke-1")}
        {...(edge.when === "as-is" ? { strokeDasharray: "4 3" } : {})}
      />
      <path
        d={`M${x - 5 * way} ${y - 3}L${x} ${y}L${x - 5 * way} ${y + 3}`}
        className={cn("fill-none", lit ? "stroke-2" : "stroke-1")}
      />
    </g>
  )
}

type NodeProps = {
  node: PlacedNode
  line: LandscapeLine | null
  chosen: boolean
  dim: boolean
  onChoose: (id: string) => void
}

function Node({ node, line, chosen, dim, onChoose }: NodeProps) {
  const { x, y, width, height, state, name, lines, formerName } = node
  const below = (lines.length - 1) * 14
  const isFold = node.id.startsWith("fold ")
  const { claimed, proved } = line ? progressOf(line) : { claimed: null, proved: null }
  const other = state === "replaced" ? node.component : null
  const rest = formerName ?? other ?? (state === "new" ? "new" : ((line && sayVolume(line)) ?? ""))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <g
      transform={`translate(${x} ${y})`}
      className="cursor-pointer"
      data-node={node.id}
      onClick={() => onChoose(node.id)}
    >
      <title>{[name, formerName ? `today ${formerName}` : ""].filter(Boolean).join(", ")}</title>
      <rect
        {...{ width, height }}
        rx={6}
        {...(state === "retired" ? { strokeDasharray: "4 3" } : {})}
        className={cn(
          chosen ? "fill-selected stroke-2 stroke-accent" : "fill-raised",
          !chosen && (dim ? "stroke-line" : state === "new" ? "stroke-[1.5] stroke-ink" : "stroke-line-strong"),
          isFold && "fill-sunken",
        )}
      />
      {state === "replaced" ? <path d={`M1.5 5V${height - 5}`} className="stroke-3 stroke-ink-2" /> : null}
      <text
        x={9}
        y={18}
        className={cn(
          "font-medium text-[12.5px]",
          dim ? "fill-ink-3" : "fill-ink",
          state === "retired" && "line-through",
        )}
      >
        {lines.map((line, at) => (
          <tspan key={line} x={9} dy={at === 0 ? 0 : 14}>
            {line}
          </tspan>
        ))}
      </text>
      {isFold ? null : (
        <>
          <path
            d={stateSigns[state]}
            transform={`translate(8 ${24 + below}) scale(0.72)`}
            strokeLinecap="round"
            strokeLinejoin="round"
            className={cn("fill-none stroke-2", dim ? "stroke-ink-3" : "stroke-ink-2")}
          />
          <text
            x={24}
            y={34 + below}
            className={cn("text-[11.5px]", dim ? "fill-ink-3" : "fill-ink-2", formerName && "line-through")}
          >
            {shortened(rest, Math.floor((width - 30) / 6.3))}
          </text>
        </>
      )}
      {claimed === null ? null : (
        <>
          <rect x={9} y={height - 7} width={width - 18} height={3} rx={1} className="fill-hover" />
          <rect
            x={9}
            y={height - 7}
            width={(width - 18) * claimed}
            height={3}
            rx={1}
            className="fill-accent-soft stroke-[0.5] stroke-accent"
          />
          <rect x={9} y={height - 7} width={(width - 18) * (proved ?? 0)} height={3} rx={1} className="fill-accent" />
        </>
      )}
    </g>
  )
}

/** The whole name is in the node's title and panel. */
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)
