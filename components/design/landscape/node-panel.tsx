import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import type { LandscapeLine } from "@/lib/design/landscape/landscape-item"
import { sayProgress } from "@/lib/design/landscape/totals"
import { ProgressBar, sayVolume } from "./landscape-columns"
import { DispositionMark, DispositionSign } from "./landscape-marks"
import type { useBoard } from "./use-board"
import type { useLandscapeLookups } from "./use-landscape-lookups"

export type NodesProps = {
  board: ReturnType<typeof useBoard>["board"]
  lineOf: ReadonlyMap<string, LandscapeLine>
  choose: (id: string | null) => void
}

type NodePanelProps = NodesProps & {
  line: LandscapeLine
  onOpen: () => void
  lookups: ReturnType<typeof useLandscapeLookups>["lookups"]
}

/** The chosen node: what becomes of it, how far that is, and its neighbours in the flow. */
export function NodePanel({ line, board, lineOf, choose, onOpen, lookups }: NodePanelProps) {
  const near = (ids: readonly string[]) => ids.flatMap((id) => lineOf.get(id) ?? [])
  const label = (target: string, id: string | null) =>
    lookups.targets[target]?.find(({ value }) => value === id)?.label ?? "–"
  const parts = [
    { title: "Fed by", items: near(board.edges.filter(({ to }) => to === line.id).map(({ from }) => from)) },
    { title: "Feeds", items: near(board.edges.filter(({ from }) => from === line.id).map(({ to }) => to)) },
  ]
  const said = sayProgress(line)
  return (
    <SidePanel
      recordId={line.id}
      title={line.toBeName ?? line.name}
      eyebrow="Landscape"
      leavesFocus
      onClose={() => choose(null)}
    >
      <Properties>
        <Property label="Becomes">
          <DispositionMark disposition={line.disposition} />
        </Property>
        <Property label="Today">{line.asIsName ?? line.name}</Property>
        <Property label="Component">{label("component", line.componentKey)}</Property>
        <Property label="Owner">{label("person", line.ownerId)}</Property>
        <Property label="Volume">{sayVolume(line) ?? "–"}</Property>
        <Property label="Regulations">{line.regulations.join(", ") || "–"}</Property>
        <Property label="Phase">{label("phase", line.phaseId)}</Property>
        <Property label="Progress">
          <ProgressBar line={line} />
        </Property>
      </Properties>
      {said ? <p className="text-ink-2">{said}.</p> : null}
      {parts.map(({ title, items }) =>
        items.length === 0 ? null : (
          <section key={title} aria-label={title} className="mt-4">
            <h3 className="font-semibold">
              {title} {items.length}
            </h3>
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                onClick={() => choose(item.id)}
                className="flex min-h-7 w-full items-center gap-2 text-left hover:bg-hover"
              >
                <DispositionSign disposition={item.disposition} />
                <span className="min-w-0 flex-1 truncate">{item.name}</span>
                <span className="text-ink-2 text-meta">{sayVolume(item)}</span>
              </button>
            ))}
          </section>
        ),
      )}
      <div className="mt-5">
        <Button onClick={onOpen}>Open in Landscape</Button>
      </div>
    </SidePanel>
  )
}
