"use client"

import type { Column, EditorProps } from "@/components/table/column"
import { Select } from "@/components/ui/select"
import { Tooltip } from "@/components/ui/tooltip"
import { type AdoptionState, adoptionStates } from "@/lib/design/catalogue/adoption"
import { statusName } from "@/lib/design/catalogue/filter"
import { sayMonth } from "@/lib/design/catalogue/planes"
import { type Found, sayFoundBy } from "@/lib/design/catalogue/search"
import { AdoptionMark, adoptionOptions } from "./adoption-mark"

export type ComponentRow = Found & {
  readonly section: { readonly place: number; readonly name: string }
  /** The stages of this programme that use it. */
  readonly stages: readonly { readonly number: number; readonly name: string }[]
}
type Adopt = (key: string, state: AdoptionState) => void

const name: Column<ComponentRow> = {
  id: "name",
  header: "Name",
  width: 240,
  grow: true,
  hideable: false,
  enterOpens: true,
  value: ({ component }) => component.name,
  cell: (row) => {
    const by = sayFoundBy(row)
    return (
      <span className="flex min-w-0 items-baseline gap-2" title={row.component.description}>
        <span className="truncate">{row.component.name}</span>
        {by ? <span className="flex-none truncate text-ink-3 text-meta">{by}</span> : null}
      </span>
    )
  },
}

const section: Column<ComponentRow> = {
  id: "section",
  header: "Section",
  width: 200,
  showFrom: 820,
  value: (row) => row.section.place,
  cell: (row) => row.section.name,
}

const status: Column<ComponentRow> = {
  id: "status",
  header: "Status",
  width: 140,
  showFrom: 620,
  value: ({ component }) => statusName(component.status),
  cell: ({ component }) => <span className="truncate text-ink-2">{statusName(component.status)}</span>,
}

const asOf: Column<ComponentRow> = {
  id: "as-of",
  header: "As of",
  width: 92,
  showFrom: 980,
  value: ({ component }) => component.asOf,
  cell: ({ component }) => (
    <Tooltip text={`${sayMonth(component.asOf)}, ${component.source}`}>
      <span className="text-ink-2">{sayMonth(component.asOf, "short")}</span>
    </Tooltip>
  ),
}

const stages: Column<ComponentRow> = {
  id: "stages",
  header: "Stages",
  width: 84,
  showFrom: 900,
  value: (row) => row.stages[0]?.number ?? null,
  cell: (row) => (
    <Tooltip
      text={row.stages.map((stage) => `${stage.number} ${stage.name}`).join(", ") || "Not used in this programme"}
    >
      <span className="text-ink-2">{row.stages.map((stage) => stage.number).join(", ") || "–"}</span>
    </Tooltip>
  ),
}

/** The columns of the catalogue; with actions, the adoption is changed in place. */
export function componentColumns(adopt: Adopt | null, total: string): readonly Column<ComponentRow>[] {
  const adoption: Column<ComponentRow> = {
    id: "adoption",
    header: "Adoption",
    width: 150,
    value: ({ component }) => adoptionStates.indexOf(component.adoption),
    cell: ({ component }) => <AdoptionMark state={component.adoption} />,
    ...(adopt ? { editor: (props: EditorProps<ComponentRow>) => <AdoptionEditor {...props} adopt={adopt} /> } : {}),
  }
  return [{ ...name, footer: total }, section, adoption, status, asOf, stages]
}

function AdoptionEditor({ row, done, adopt }: EditorProps<ComponentRow> & { adopt: Adopt }) {
  const { key, name: called, adoption } = row.component
  return (
    <Select
      label={`Adoption of ${called}`}
      hideLabel
      look="bare"
      autoOpen
      options={adoptionOptions}
      value={adoption}
      onChange={(state) => adopt(key, state)}
      onClose={done}
    />
  )
}
