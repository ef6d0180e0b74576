"use client"

import { Properties, Property } from "@/components/shell/side-panel"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { sayDay } from "@/components/ui/day-text"
import { Select } from "@/components/ui/select"
import { StatusMark } from "@/components/ui/status-mark"
import { estimateText, readEstimate } from "@/lib/plan/roadmap/estimate-text"
import { gateOf, linksOf } from "@/lib/plan/roadmap/links-of"
import { statusNames } from "@/lib/plan/roadmap/say-change"
import type { ItemRow } from "@/lib/plan/roadmap/tree-rows"
import type { WorkItemChange } from "@/lib/plan/roadmap/work-item-shapes"
import { peopleOptions, phaseOptions, roleOptions, statusOptions } from "../choices"
import { itemNumbers, numberProblems } from "../item-numbers"
import { useWorkActions } from "../work-context"
import { PropertyText } from "./property-text"

type Part = { row: ItemRow; change: (change: WorkItemChange) => void }

/** Status, people, estimate and planned dates of a work item; what the member may not change is plain text. */
export function ItemProperties({ row }: { row: ItemRow }) {
  const { work } = useWorkActions()
  const change = (each: WorkItemChange) => void work.editor.change([row.item], each)
  return (
    <Properties>
      <StatusProperty row={row} change={change} />
      <PeopleProperties row={row} change={change} />
      <FigureProperties row={row} change={change} />
      <Property label="Planned">
        <Planned row={row} today={work.roadmap.today} />
      </Property>
      <HoldsUp row={row} />
    </Properties>
  )
}

function StatusProperty({ row, change }: Part) {
  const { setStatus } = useWorkActions()
  const { item } = row
  const hasReason = item.status === "blocked" || item.status === "dropped"
  return (
    <>
      <Property label="Status">
        {row.editable ? (
          <Select
            label="Status"
            hideLabel
            look="bare"
            options={statusOptions}
            value={item.status}
            onChange={(status) => setStatus([item], status)}
          />
        ) : (
          <StatusMark kind={item.status} word={statusNames[item.status]} />
        )}
      </Property>
      {hasReason ? (
        <Property label="Reason">
          <PropertyText
            label="Reason"
            shown={item.reason ?? ""}
            typed={item.reason ?? ""}
            mayEdit={row.editable}
            onCommit={(text) => {
              if (text.trim() === "") return "Enter a short reason."
              change({ reason: text.trim() })
              return undefined
            }}
          />
        </Property>
      ) : null}
    </>
  )
}

function PeopleProperties({ row, change }: Part) {
  const { work } = useWorkActions()
  const { item, owner } = row
  const bare = { hideLabel: true, look: "bare" } as const
  if (!row.editable)
    return (
      <>
        <Property label="Owner">
          {owner ? (
            <span className="flex items-center gap-2">
              <Avatar name={owner.name} decorative /> {owner.name}
            </span>
          ) : (
            <span className="text-ink-3">Unassigned</span>
          )}
        </Property>
        <Property label="Role">{row.role ?? <span className="text-ink-3">none</span>}</Property>
        <Property label="Phase">{row.phase}</Property>
      </>
    )
  return (
    <>
      <Property label="Owner">
        <Combobox
          {...bare}
          label="Owner"
          options={peopleOptions(work.roadmap, item.ownerId)}
          value={item.ownerId}
          placeholder="Unassigned"
          clearLabel="Unassigned"
          onChange={(ownerId) => change({ ownerId })}
        />
      </Property>
      <Property label="Role">
        <Combobox
          {...bare}
          label="Role"
          options={roleOptions(work.roadmap)}
          value={item.roleKey}
          placeholder="none"
          clearLabel="No role"
          onChange={(roleKey) => change({ roleKey })}
        />
      </Property>
      <Property label="Phase">
        <Combobox
          {...bare}
          label="Phase"
          options={phaseOptions(work.roadmap)}
          value={item.phaseId}
          placeholder={row.phase ?? "As its workstream"}
          clearLabel="As its workstream"
          onChange={(phaseId) => change({ phaseId })}
        />
      </Property>
    </>
  )
}

function FigureProperties({ row, change }: Part) {
  const { item, editable: mayEdit } = row
  const text = estimateText(item)
  const number =
    (field: "effortDays" | "points") =>
    (typed: string): string | undefined => {
      const read = typed.trim() === "" ? null : itemNumbers[field](typed)
      if (typed.trim() !== "" && (read === null || read < 0)) return numberProblems[field]
      change({ [field]: read })
      return undefined
    }
  const percent = (typed: string): string | undefined => {
    const read = itemNumbers.percent(typed)
    if (read === null || !Number.isInteger(read) || read < 0 || read > 100) return "Enter 0 to 100."
    change({ percent: read })
    return undefined
  }
  const estimate = (typed: string): string | undefined => {
    const read = readEstimate(typed, item)
    if (read.ok) change({ estimate: read.value })
    return read.ok ? undefined : read.refusal
  }
  return (
    <>
      <Property label="Estimate">
        <div className="min-w-0 flex-1">
          <PropertyText
            {...{ mayEdit, typed: text, onCommit: estimate }}
            label="Estimate"
            shown={text ? `${text} working days` : ""}
          />
          {text && !item.estimateConfirmed ? <Unconfirmed row={row} change={change} /> : null}
        </div>
      </Property>
      <Property label="Claimed">
        <PropertyText
          {...{ mayEdit: mayEdit && item.status !== "dropped", onCommit: percent }}
          label="Claimed"
          shown={`${item.percent}%`}
          typed={`${item.percent}`}
        />
      </Property>
      <Property label="Effort">
        <PropertyText
          {...{ mayEdit, onCommit: number("effortDays") }}
          label="Effort"
          shown={item.effortDays === null ? "" : `${item.effortDays} person-days`}
          typed={item.effortDays === null ? "" : `${item.effortDays}`}
        />
      </Property>
      <Property label="Points">
        <PropertyText
          {...{ mayEdit, onCommit: number("points") }}
          label="Points"
          shown={item.points === null ? "" : `${item.points}`}
          typed={item.points === null ? "" : `${item.points}`}
        />
      </Property>
    </>
  )
}

/** The estimate came with the roadmap; somebody who knows the work says that it holds, or sets another. */
function Unconfirmed({ row, change }: Part) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 pb-1 text-ink-3 text-meta">
      {row.item.packKey === null ? "Unconfirmed" : "Template estimate, unconfirmed"}
      {row.editable ? (
        <Button size="small" onClick={() => change({ estimateConfirmed: true })}>
          Confirm
        </Button>
      ) : null}
    </span>
  )
}

function Planned({ row, today }: { row: ItemRow; today: string }) {
  const { start, finish, lateDays, item } = row
  if (start === null || finish === null) return <span className="text-ink-3">not planned</span>
  const span = start === finish ? sayDay(start, today) : `${sayDay(start, today)} to ${sayDay(finish, today)}`
  if (lateDays === 0) return span
  const days = lateDays === 1 ? "1 working day" : `${lateDays} working days`
  return (
    <span>
      {span}
      <span className="block text-needs-you">
        {days} past the deadline, {item.deadline ? sayDay(item.deadline, today) : ""}
      </span>
    </span>
  )
}

const NAMED = 2

/** What waits for an item, and the gate that its phase ends with. */
function HoldsUp({ row }: { row: ItemRow }) {
  const { roadmap, items, plan } = useWorkActions().work
  const { holdsUp } = linksOf(row.id, { roadmap, items })
  const gate = gateOf(row.item, roadmap, plan)
  const more = holdsUp.length > NAMED + 1 ? holdsUp.length - NAMED : 0
  const names = holdsUp.slice(0, more > 0 ? NAMED : undefined).map(({ name }) => name)
  const gateDay = gate?.day ? ` (${sayDay(gate.day, roadmap.today)})` : ""
  const all = [...names, ...(more > 0 ? [`${more} more`] : []), ...(gate ? [`${gate.name}${gateDay}`] : [])]
  if (all.length === 0) return null
  return (
    <Property label="Blocks">
      <span className="py-1 text-pretty">{all.join(", ")}</span>
    </Property>
  )
}
