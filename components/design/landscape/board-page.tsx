"use client"

import { useRouter } from "next/navigation"
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react"
import { ArchitectureTabs } from "@/components/design/catalogue/architecture-tabs"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button, IconButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Select } from "@/components/ui/select"
import { useToasts } from "@/components/ui/toasts"
import { lanes } from "@/lib/design/landscape/board"
import { laneNames } from "@/lib/design/landscape/landscape-item"
import { movedOf, sayProved } from "@/lib/design/landscape/totals"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { BoardDrawing } from "./board-drawing"
import { giveBoard } from "./board-export"
import { sayVolume } from "./landscape-columns"
import { DispositionSign } from "./landscape-marks"
import { NodePanel, type NodesProps } from "./node-panel"
import { stepOn, useBoard } from "./use-board"
import { useLandscapeLookups } from "./use-landscape-lookups"

/** Architecture: the landscape as a picture, today, the target, both, and at each gate. */
export function BoardPage({ programmeId }: { programmeId: string }) {
  const tabs = <ArchitectureTabs programmeId={programmeId} current="board" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Architecture: Board">
      {(roadmap) => <Board {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type BoardProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }
const zooms = [0.5, 0.75, 1, 1.25, 1.5]

function Board({ programmeId, tabs, roadmap }: BoardProps) {
  const { componentName, lines, lookups } = useLandscapeLookups(programmeId, roadmap)
  const { board, chosen, flow, choose, viewKey, setView, fold, isUnfolded } = useBoard(lines, roadmap, componentName)
  const [zoom, setZoom] = useState(1)
  const router = useRouter()
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  const line = chosen ? lineOf.get(chosen.id) : undefined
  const open = (id: string) => router.push(`/programmes/${programmeId}/architecture/landscape?open=${id}`)
  const step = (by: number) => setZoom(zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + by))] ?? 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const views: Readonly<Record<string, string>> = { "1": "as-is", "2": "to-be", "3": "difference" }
    const view = views[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.startsWith("Arrow")) {
      const next = stepOn(board, chosen, event.key)
      if (next) choose(next)
    } else if (view) setView(view)
    else if (event.key === "+" || event.key === "-") step(event.key === "+" ? 1 : -1)
    else if (event.key === "0") setZoom(1)
    else if (event.key === "Enter" && chosen) open(chosen.id)
    else if (event.key === "Escape" && chosen) choose(null)
    else return
    event.preventDefault()
  }
  const gates = roadmap.phases.map(({ number, name }) => ({
    value: `phase-${number}`,
    label: `After phase ${number}, ${name}`,
  }))
  const moved = movedOf(lines)
  return (
    <>
      <PageBar
        title="Architecture: Board"
        tabs={tabs}
        actions={
          <>
            <SegmentedControl
              label="View"
              value={viewKey.startsWith("phase-") ? "gate" : viewKey}
              options={[
                { value: "as-is", label: "As-is" },
                { value: "to-be", label: "To-be" },
                { value: "difference", label: "Difference" },
                { value: "gate", label: "At a gate" },
              ]}
              onChange={(key) => setView(key === "gate" ? (gates[0]?.value ?? "difference") : key)}
            />
            {viewKey.startsWith("phase-") ? (
              <Select label="Gate" hideLabel look="bare" options={gates} value={viewKey} onChange={setView} />
            ) : null}
            <ExportButton />
          </>
        }
      />
      <PageBody
        fit="fill"
        panel={
          chosen && line ? (
            <NodePanel {...{ line, board, lineOf, choose, lookups }} onOpen={() => open(line.id)} />
          ) : null
        }
      >
        {board.nodes.length === 0 ? (
          <EmptyState>Nothing is in the landscape yet, so there is nothing to draw.</EmptyState>
        ) : (
          <>
            <p className="flex-none border-line border-b px-5 py-2.5 max-md:px-4">
              <strong className="font-semibold">
                {moved.migrated.toLocaleString("en-GB")} of {moved.planned.toLocaleString("en-GB")}
              </strong>{" "}
              things to move are migrated, {sayProved(moved)}
              {board.laneless > 0 ? `; ${board.laneless} without a layer are not drawn` : ""}.
            </p>
            <Surface
              onKeyDown={onKeyDown}
              said={chosen ? `${chosen.name}, ${laneNames[chosen.lane]}` : "Nothing chosen"}
            >
              <BoardDrawing {...{ board, lineOf, zoom, flow, chosen: chosen?.id ?? null }} onChoose={choose} />
            </Surface>
            <ListByLane {...{ board, lineOf, choose }} />
            <div className="flex min-h-10 flex-none items-center gap-4 border-line border-t px-5 text-ink-2 text-meta max-md:hidden">
              {(["retain", "new", "replace", "retire", "undecided"] as const).map((key) => (
                <span key={key} className="flex items-center gap-1.5">
                  <DispositionSign disposition={key} />
                  {{ retain: "kept", new: "new", replace: "replaced", retire: "retired", undecided: "undecided" }[key]}
                </span>
              ))}
              <span>dashed line: as-is only</span>
              <span className="ml-auto flex items-center gap-1">
                {isUnfolded ? <Button onClick={fold}>Fold</Button> : null}
                <IconButton icon="minus" label="Smaller" onClick={() => step(-1)} />
                {Math.round(zoom * 100)}%
                <IconButton icon="plus" label="Larger" onClick={() => step(1)} />
              </span>
            </div>
          </>
        )}
      </PageBody>
    </>
  )
}

/** Scrolls and is dragged; takes the keys of the board. */
function Surface({
  onKeyDown,
  said,
  children,
}: {
  onKeyDown: (event: KeyboardEvent) => void
  said: string
  children: ReactNode
}) {
  const grip = useRef<{ x: number; y: number; left: number; top: number } | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { scrollLeft: left, scrollTop: top } = event.currentTarget
    const isOnNode = event.target instanceof Element && event.target.closest("[data-node]") !== null
    grip.current = isOnNode || event.pointerType === "touch" ? null : { x: event.clientX, y: event.clientY, left, top }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current && event.buttons === 1)
      event.currentTarget.scrollTo(
        grip.current.left - event.clientX + grip.current.x,
        grip.current.top - event.clientY + grip.current.y,
      )
  }
  return (
    <div
      role="application"
      aria-label="Board: arrows follow the flow and the lane, 1 to 3 change the view, Enter opens"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
      tabIndex={0}
      {...{ onKeyDown, onPointerDown, onPointerMove }}
      className="min-h-0 flex-1 overflow-auto p-2 focus-visible:outline-2 focus-visible:outline-accent max-md:hidden"
    >
      <span role="status" className="sr-only">
        {said}
      </span>
      {children}
    </div>
  )
}

/** The board where there is no room to draw it. */
function ListByLane({ board, lineOf, choose }: NodesProps) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6 md:hidden">
      {lanes.map((lane) => {
        const nodes = board.nodes.filter((node) => node.lane === lane)
        if (nodes.length === 0) return null
        return (
          <section key={lane} aria-label={laneNames[lane]} className="mt-4">
            <h2 className="font-semibold">{laneNames[lane]}</h2>
            <ul>
              {nodes.map((node) => {
                const line = lineOf.get(node.id)
                return (
                  <li key={node.id} className="border-line border-b">
                    <button
                      type="button"
                      onClick={() => choose(node.id)}
                      className="flex min-h-10 w-full items-center gap-2 text-left"
                    >
                      {line ? <DispositionSign disposition={line.disposition} /> : null}
                      <span className="min-w-0 flex-1 truncate">{node.name}</span>
                      <span className="max-w-[45%] flex-none truncate text-ink-2 text-meta">
                        {node.formerName ? <s>{node.formerName}</s> : line ? sayVolume(line) : ""}
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function ExportButton() {
  const { show } = useToasts()
  const give = (format: "svg" | "png") =>
    void giveBoard(format).catch(() => show({ kind: "refused", text: "The board could not be drawn as a file." }))
  return (
    <span className="contents max-md:hidden">
      <Menu
        label="Export"
        align="end"
        trigger={(props) => (
          <Button {...props} icon="download">
            Export
          </Button>
        )}
        entries={[
          { id: "png", label: "PNG picture", onSelect: () => give("png") },
          { id: "svg", label: "SVG drawing", onSelect: () => give("svg") },
        ]}
      />
    </span>
  )
}
