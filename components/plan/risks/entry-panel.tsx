"use client"

import { useRecordActions } from "@/components/records/record-actions"
import { RecordPanel } from "@/components/records/record-panel"
import { Property } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { rounded } from "@/lib/base/kernel/rounded"
import { isCounted } from "@/lib/plan/forecast/what-if"
import { risksWords } from "@/lib/plan/risks/event-words"
import { kindNames, mayMaterialise, type RegisterLine } from "@/lib/plan/risks/register"
import { ExposureMark } from "./register-marks"

type EntryPanelProps = {
  readonly programmeId: string
  readonly line: RegisterLine
  readonly all: readonly RegisterLine[]
  readonly onMaterialise: (line: RegisterLine) => void
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onRemove: () => void
}

/** One entry of the register: what it is, what it does to the plan, who owns it, and what happened to it. */
export function EntryPanel({ programmeId, line, all, onMaterialise, onOpen, onClose, onRemove }: EntryPanelProps) {
  const { mayEdit } = useRecordActions()
  const became = all.find(({ fromId }) => fromId === line.id)
  const from = all.find(({ id }) => id === line.fromId)
  return (
    <RecordPanel
      {...{ programmeId, row: line, words: risksWords, onClose, onRemove }}
      eyebrow={`${kindNames[line.kind]} ${line.number}`}
      without={["title", "fromId"]}
      canEdit={({ state }, { name }) => name !== "state" || state !== "came_true"}
      lead={
        mayEdit && mayMaterialise(line) ? (
          <div className="mb-3">
            <Button onClick={() => onMaterialise(line)}>Convert to issue</Button>
          </div>
        ) : null
      }
      more={
        <>
          <Property label="Exposure">
            <ExposureMark line={line} />
          </Property>
          <Property label="Expected">
            {line.expectedDelay === null ? "–" : `${rounded(line.expectedDelay, 1)} working days on average`}
          </Property>
          <Property label="Forecast">{sayCounted(line)}</Property>
          {from ? <Kin label="Raised from" entry={from} onOpen={onOpen} /> : null}
          {became ? <Kin label="Became" entry={became} onOpen={onOpen} /> : null}
        </>
      }
    />
  )
}

/** Whether it delays the plan in the forecast, and what it lacks where it does not. */
function sayCounted(line: RegisterLine): string {
  if (isCounted(line)) return "Counted"
  if (line.state !== "open") return "Not counted: it is not open"
  const lacks = [
    ...(line.kind !== "issue" && !line.probability ? ["a probability"] : []),
    ...(line.delay ? [] : ["a schedule impact"]),
    ...(line.workstreamIds.length + line.gateIds.length > 0 ? [] : ["a workstream or gate"]),
  ]
  return `Not counted: it needs ${lacks.join(" and ")}`
}

/** The risk that an issue came from, or the issue that a risk became. */
function Kin({ label, entry, onOpen }: { label: string; entry: RegisterLine; onOpen: (id: string) => void }) {
  return (
    <Property label={label}>
      <button
        type="button"
        onClick={() => onOpen(entry.id)}
        className="min-w-0 truncate rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
      >
        {kindNames[entry.kind]} {entry.number}
      </button>
    </Property>
  )
}
