"use client"

import { peopleOptions } from "@/components/plan/roadmap/choices"
import { Property } from "@/components/shell/side-panel"
import { Combobox } from "@/components/ui/combobox"
import { sayDay } from "@/components/ui/day-text"
import { Select } from "@/components/ui/select"
import { kindNames, responseNames } from "@/lib/plan/risks/event-words"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import { readEstimate } from "@/lib/plan/roadmap/estimate-text"
import { delayText, sayProbability } from "./entry-change"
import { PropertyInput } from "./property-input"
import { readDue, readProbability, stateChoices, useEditHand } from "./register-editors"
import {
  ExposureMark,
  impactOptions,
  kindOptions,
  readImpact,
  readResponse,
  responseOptions,
  StateMark,
} from "./register-marks"

type EntryPropertiesProps = { line: RegisterLine; mayEdit: boolean }

/** The properties of an entry, rows of a list; each is changed where it stands. */
export function EntryProperties({ line, mayEdit }: EntryPropertiesProps) {
  return mayEdit ? <Editable line={line} /> : <Readable line={line} />
}

function Readable({ line }: { line: RegisterLine }) {
  const { roadmap } = useEditHand()
  const owner = roadmap.people.find(({ id }) => id === line.ownerId)
  return (
    <>
      <Property label="State">
        <StateMark state={line.state} />
      </Property>
      <Property label="Kind">{kindNames[line.kind]}</Property>
      <Property label="Probability">{line.probability === null ? "–" : sayProbability(line.probability)}</Property>
      <Property label="Impact">{line.impact ?? "–"}</Property>
      <Property label="Exposure">
        <ExposureMark line={line} />
      </Property>
      <Property label="Delay">{line.delay ? `${delayText(line.delay)} working days` : "–"}</Property>
      <Property label="Owner">{owner?.name ?? "No one"}</Property>
      <Property label="Response">{line.response ? responseNames[line.response] : "–"}</Property>
      <Property label="Due">{line.dueDay ? sayDay(line.dueDay, roadmap.today) : "–"}</Property>
    </>
  )
}

const unknown = { optimistic: null, likely: null, pessimistic: null }
const bare = { hideLabel: true, look: "bare", className: "flex-1" } as const

function Editable({ line }: { line: RegisterLine }) {
  const { roadmap, change, happen } = useEditHand()
  const percent = line.probability === null ? "" : sayProbability(line.probability)
  const owners = roadmap.people
  return (
    <>
      <Property label="State">
        {line.state === "came_true" ? (
          <StateMark state={line.state} />
        ) : (
          <Select
            {...bare}
            label={`State of ${line.title}`}
            options={stateChoices(line)}
            value={line.state}
            onChange={(state) => (state === "came_true" ? happen(line) : change(line.id, { state }))}
          />
        )}
      </Property>
      <Property label="Kind">
        <Select
          {...bare}
          label={`Kind of ${line.title}`}
          options={kindOptions}
          value={line.kind}
          onChange={(kind) => change(line.id, { kind })}
        />
      </Property>
      <Property label="Probability">
        <PropertyInput
          label={`Probability of ${line.title} in percent`}
          text={percent}
          placeholder="Unknown"
          onCommit={(text) => {
            const read = readProbability(text)
            if ("problem" in read) return read.problem
            change(line.id, { probability: read.value })
            return undefined
          }}
        />
      </Property>
      <Property label="Impact">
        <Select
          {...bare}
          label={`Impact of ${line.title}`}
          options={impactOptions}
          value={line.impact === null ? null : String(line.impact)}
          placeholder="Unknown"
          onChange={(impact) => change(line.id, { impact: readImpact(impact) })}
        />
      </Property>
      <Property label="Exposure">
        <ExposureMark line={line} />
      </Property>
      <Property label="Delay">
        <PropertyInput
          label={`Delay by ${line.title} in working days`}
          text={delayText(line.delay)}
          placeholder="5 / 10 / 25 working days"
          onCommit={(text) => {
            const read = readEstimate(text, line.delay ?? unknown)
            if (!read.ok) return read.refusal
            change(line.id, { delay: read.value })
            return undefined
          }}
        />
      </Property>
      <Property label="Owner">
        <Combobox
          {...bare}
          label={`Owner of ${line.title}`}
          options={peopleOptions(roadmap, line.ownerId)}
          value={line.ownerId}
          clearLabel="No one"
          placeholder="No one"
          onChange={(id) => change(line.id, { ownerId: owners.find((person) => person.id === id)?.id ?? null })}
        />
      </Property>
      <Property label="Response">
        <Select
          {...bare}
          label={`Response to ${line.title}`}
          options={responseOptions}
          value={line.response}
          placeholder="None yet"
          onChange={(response) => change(line.id, { response: readResponse(response) })}
        />
      </Property>
      <Property label="Due">
        <PropertyInput
          label={`Due day of ${line.title}`}
          text={line.dueDay ? sayDay(line.dueDay, roadmap.today) : ""}
          placeholder="14 mar"
          onCommit={(text) => {
            const read = readDue(text, roadmap.today)
            if ("problem" in read) return read.problem
            change(line.id, { dueDay: read.value })
            return undefined
          }}
        />
      </Property>
    </>
  )
}
