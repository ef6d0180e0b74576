"use client"

import { Description } from "@/components/plan/roadmap/panel/description"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Button, IconButton } from "@/components/ui/button"
import { isCounted } from "@/lib/plan/forecast/what-if"
import { kindNames } from "@/lib/plan/risks/event-words"
import { mayComeTrue } from "@/lib/plan/risks/materialise"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { EntryHistory } from "./entry-history"
import { EntryProperties } from "./entry-properties"
import { ResponseNote } from "./response-note"
import { TouchedPlaces } from "./touched-places"
import type { RegisterHand } from "./use-register"

type EntryPanelProps = {
  readonly programmeId: string
  readonly line: RegisterLine
  readonly all: readonly RegisterLine[]
  readonly roadmap: RoadmapView
  readonly hand: RegisterHand
  readonly onHappen: (line: RegisterLine) => void
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** One entry of the register: what it is, what it does to the plan, who answers for it, and what happened to it. */
export function EntryPanel({ programmeId, line, all, roadmap, hand, onHappen, onOpen, onClose }: EntryPanelProps) {
  const { mayEdit, change, remove } = hand
  const takeOut = async () => {
    if (await remove(line)) onClose()
  }
  return (
    <SidePanel
      recordId={line.id}
      title={line.title}
      eyebrow={`${kindNames[line.kind]} ${line.number}`}
      onClose={onClose}
      actions={
        mayEdit ? <IconButton icon="trash" label="Take it out of the register" onClick={() => void takeOut()} /> : null
      }
    >
      {mayEdit && mayComeTrue(line) ? (
        <div className="mb-3">
          <Button onClick={() => onHappen(line)}>It came true</Button>
        </div>
      ) : null}
      <Properties>
        <EntryProperties line={line} mayEdit={mayEdit} />
        <Property label="Expected">
          {line.expectedDelay === null ? "–" : `${Number(line.expectedDelay.toFixed(1))} working days on average`}
        </Property>
        <Property label="Forecast">{sayCounted(line)}</Property>
        <Kin line={line} all={all} onOpen={onOpen} />
      </Properties>
      <TouchedPlaces
        programmeId={programmeId}
        line={line}
        roadmap={roadmap}
        onChange={mayEdit ? (next) => void change(line.id, next) : null}
      />
      <ResponseNote line={line} mayEdit={mayEdit} onSave={(responseNote) => change(line.id, { responseNote })} />
      <Description
        recordId={line.id}
        text={line.description}
        mayEdit={mayEdit}
        onSave={(description) => change(line.id, { description })}
      />
      <EntryHistory programmeId={programmeId} entryId={line.id} roadmap={roadmap} />
    </SidePanel>
  )
}

/** Whether it delays the plan in the forecast, and what it lacks where it does not. */
function sayCounted(line: RegisterLine): string {
  if (isCounted(line)) return "It delays the plan there"
  if (line.state !== "open") return "Not in it: it is not open"
  const lacks = [
    ...(line.kind !== "issue" && !line.probability ? ["a probability"] : []),
    ...(line.delay ? [] : ["a delay"]),
    ...(line.workstreamIds.length + line.gateIds.length > 0 ? [] : ["a workstream or gate"]),
  ]
  return `Not in it: it lacks ${lacks.join(" and ")}`
}

/** The risk that an issue came from, or the issue that a risk became. */
function Kin({ line, all, onOpen }: Pick<EntryPanelProps, "line" | "all" | "onOpen">) {
  const from = all.find(({ id }) => id === line.fromId)
  const became = all.find(({ fromId }) => fromId === line.id)
  const kin = from ? { label: "Came from", entry: from } : became ? { label: "Became", entry: became } : null
  if (!kin) return null
  return (
    <Property label={kin.label}>
      <button
        type="button"
        onClick={() => onOpen(kin.entry.id)}
        className="min-w-0 truncate rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
      >
        {kindNames[kin.entry.kind]} {kin.entry.number}
      </button>
    </Property>
  )
}
