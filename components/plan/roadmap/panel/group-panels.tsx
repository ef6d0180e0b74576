"use client"

import { TextSection } from "@/components/records/text-section"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Avatar } from "@/components/ui/avatar"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { Combobox } from "@/components/ui/combobox"
import { sayDay } from "@/components/ui/day-text"
import { StatusMark } from "@/components/ui/status-mark"
import { Switch } from "@/components/ui/switch"
import { estimateText, readEstimate } from "@/lib/plan/roadmap/estimate-text"
import type { GroupRow, StageRow, WorkstreamRow } from "@/lib/plan/roadmap/tree-rows"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { describeClaimed } from "@/lib/plan/schedule/progress"
import { describeProved } from "@/lib/plan/schedule/proved"
import { peopleOptions, phaseOptions, roleOptions } from "../choices"
import { useWorkActions } from "../work-context"
import { Checks } from "./checks"
import { Dependencies } from "./dependencies"
import { Guide } from "./guide"
import { History } from "./history"
import { PropertyText } from "./property-text"
import { WorkSchedule } from "./work-schedule"

type WorkstreamPanelProps = { row: WorkstreamRow; onClose: () => void; onOpen: (end: LinkView["from"]) => void }

/** One workstream: what it is about, who takes part, its checks and where it stands. */
export function WorkstreamPanel({ row, onClose, onOpen }: WorkstreamPanelProps) {
  const { work } = useWorkActions()
  const { workstream } = row
  const stage = work.roadmap.stages.find(({ id }) => id === workstream.stageId)
  return (
    <SidePanel
      recordId={workstream.id}
      title={workstream.name}
      eyebrow={stage ? `${stage.number} ${stage.name}` : null}
      onClose={onClose}
    >
      <Properties>
        <Standing row={row} />
        <WorkstreamProperties row={row} />
      </Properties>
      <TextSection
        title="Description"
        draftKey={`description ${workstream.id}`}
        text={workstream.description}
        mayEdit={row.editable}
        onSave={(description) => work.saveWorkstream(workstream, { description })}
      />
      <WorkSchedule id={workstream.id} onOpen={onOpen} />
      <Checks workstreamId={workstream.id} />
      <Guide workstream={workstream} withRaci />
      <Dependencies self={{ kind: "workstream", id: workstream.id }} name={workstream.name} onOpen={onOpen} />
      <History recordId={workstream.id} />
    </SidePanel>
  )
}

/** One stage: what it is for and where it stands. */
export function StagePanel({ row, onClose }: { row: StageRow; onClose: () => void }) {
  return (
    <SidePanel recordId={row.id} title={row.name} onClose={onClose}>
      <Properties>
        <Standing row={row} />
      </Properties>
      <p className="mt-4 text-pretty text-ink-2">{row.stage.summary}</p>
    </SidePanel>
  )
}

function Standing({ row }: { row: GroupRow }) {
  const { today } = useWorkActions().work.roadmap
  const claimed =
    row.claimed === null
      ? { kind: "nothing planned" as const }
      : { kind: "claimed" as const, percent: row.claimed, doneDays: 0, plannedDays: 0 }
  return (
    <>
      <Property label="Status">
        <StatusMark kind={row.status} />
      </Property>
      <Property label="Work">
        {row.done} of {row.items} done
      </Property>
      <Property label="Planned">
        {row.start && row.finish ? (
          `${sayDay(row.start, today)} to ${sayDay(row.finish, today)}${row.span === null ? "" : `, ${row.span} working days`}`
        ) : (
          <span className="text-ink-3">nothing planned</span>
        )}
      </Property>
      <Property label="Progress">
        <span className="flex min-w-0 flex-1 flex-col gap-1 py-1.5">
          <ClaimedProvedBar
            claimed={row.claimed}
            proved={row.proved.kind === "proved" ? (100 * row.proved.met) / row.proved.all : null}
            planned={row.planned}
            label={row.name}
          />
          <span className="text-meta text-ink-2">
            {describeClaimed(claimed)}. {describeProved(row.proved)}.
          </span>
        </span>
      </Property>
    </>
  )
}

function WorkstreamProperties({ row }: { row: WorkstreamRow }) {
  const { work } = useWorkActions()
  const { workstream, editable } = row
  const change: typeof work.saveWorkstream = work.saveWorkstream
  const text = estimateText(workstream)
  const estimate = (typed: string) => {
    const read = readEstimate(typed, workstream)
    if (read.ok) void change(workstream, { estimate: read.value })
    return read.ok ? undefined : read.refusal
  }
  const bare = { hideLabel: true, look: "bare", disabled: !editable } as const
  return (
    <>
      <Property label="Owner">
        {editable ? (
          <Combobox
            {...bare}
            label="Owner"
            options={peopleOptions(work.roadmap, workstream.ownerId)}
            value={workstream.ownerId}
            placeholder="Unassigned"
            clearLabel="Unassigned"
            onChange={(ownerId) => void change(workstream, { ownerId })}
          />
        ) : row.owner ? (
          <span className="flex items-center gap-2">
            <Avatar name={row.owner.name} decorative /> {row.owner.name}
          </span>
        ) : (
          <span className="text-ink-3">Unassigned</span>
        )}
      </Property>
      <Property label="Role">
        {editable ? (
          <Combobox
            {...bare}
            label="Role"
            options={roleOptions(work.roadmap)}
            value={workstream.roleKey}
            placeholder="none"
            clearLabel="No role"
            onChange={(roleKey) => void change(workstream, { roleKey })}
          />
        ) : (
          (row.role ?? <span className="text-ink-3">none</span>)
        )}
      </Property>
      <Property label="Phase">
        {editable ? (
          <Combobox
            {...bare}
            label="Phase"
            options={phaseOptions(work.roadmap)}
            value={workstream.phaseId}
            onChange={(phaseId) => {
              if (phaseId !== null) void change(workstream, { phaseId })
            }}
          />
        ) : (
          row.phase
        )}
      </Property>
      <HoldsGate row={row} />
      <Property label="Estimate">
        <PropertyText
          label="Estimate"
          shown={text ? `${text} working days` : ""}
          typed={text}
          onCommit={estimate}
          mayEdit={editable}
        />
      </Property>
    </>
  )
}

/** Whether the gate of its phase waits for the workstream; nothing in a phase without a gate. */
function HoldsGate({ row: { workstream, editable } }: { row: WorkstreamRow }) {
  const { work } = useWorkActions()
  const gate = work.roadmap.gates.find(({ phaseId }) => phaseId === workstream.phaseId)
  if (!gate) return null
  const { holdsGate } = workstream
  return (
    <Property label="Gate">
      {editable ? (
        <Switch
          label={`Required for ${gate.name}`}
          checked={holdsGate}
          onChange={(on) => void work.saveWorkstream(workstream, { holdsGate: on })}
        />
      ) : holdsGate ? (
        `Required for ${gate.name}`
      ) : (
        `Not required for ${gate.name}`
      )}
    </Property>
  )
}
