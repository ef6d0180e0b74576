import { useMemo, useState } from "react"
import { useQueryOfPage } from "@/components/shell/use-query"
import { type BoardItem, type BoardView, boardOf, flowThrough } from "@/lib/design/landscape/board"
import { layOut, type PlacedBoard, type PlacedNode } from "@/lib/design/landscape/board-layout"
import type { LandscapeLine, Lane } from "@/lib/design/landscape/landscape-item"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

/** `as-is`, `to-be`, `difference`, or `phase-3`: the state once phase 3 is over. */
function viewIn(text: string | null): BoardView {
  if (text === "as-is" || text === "to-be") return text
  const phase = /^phase-(\d{1,2})$/.exec(text ?? "")?.[1]
  return phase === undefined ? "difference" : { afterPhase: Number(phase) }
}

/** What the board shows, where everything stands, and which node is chosen; view and choice are in the address. */
export function useBoard(
  lines: readonly LandscapeLine[],
  { phases }: Pick<RoadmapView, "phases">,
  componentName: ReadonlyMap<string, string>,
) {
  const [query, change] = useQueryOfPage()
  const [unfolded, setUnfolded] = useState<ReadonlySet<Lane>>(new Set())
  const shown = query.get("view")
  const open = query.get("open")
  const board = useMemo((): PlacedBoard & { readonly laneless: number } => {
    const numbers = new Map(phases.map(({ id, number }) => [id, number]))
    const items = lines.map(
      (line): BoardItem => ({
        ...line,
        phase: numbers.get(line.phaseId ?? "") ?? null,
        component: componentName.get(line.componentKey ?? "") ?? null,
      }),
    )
    const drawn = boardOf(items, viewIn(shown), unfolded)
    return { ...layOut(drawn, open === null ? "wide" : "narrow"), laneless: drawn.laneless }
  }, [lines, phases, componentName, shown, unfolded, open])
  const chosen = board.nodes.find(({ id }) => id === open) ?? null
  const flow = useMemo(() => (chosen ? flowThrough(board.edges, chosen.id) : null), [board, chosen])
  const choose = (id: string | null) => {
    const node = board.nodes.find((each) => each.id === id)
    if (node?.id.startsWith("fold ")) setUnfolded((was) => new Set(was).add(node.lane))
    else change({ open: id })
  }
  return {
    ...{ board, chosen, flow, choose, viewKey: shown ?? "difference" },
    setView: (key: string) => change({ view: key === "difference" ? null : key }),
    fold: () => setUnfolded(new Set()),
    isUnfolded: unfolded.size > 0,
  }
}

/** The node that an arrow key leads to: along the flow, or up and down in the lane; the first one where none is chosen. */
export function stepOn(board: PlacedBoard, chosen: PlacedNode | null, key: string): string | null {
  if (!chosen) return board.nodes[0]?.id ?? null
  const inLane = board.nodes.filter(({ x }) => x === chosen.x).toSorted((a, b) => a.y - b.y)
  const at = inLane.findIndex(({ id }) => id === chosen.id)
  if (key === "ArrowUp") return inLane[at - 1]?.id ?? null
  if (key === "ArrowDown") return inLane[at + 1]?.id ?? null
  if (key === "ArrowRight") return board.edges.find(({ from }) => from === chosen.id)?.to ?? null
  return board.edges.find(({ to }) => to === chosen.id)?.from ?? null
}
