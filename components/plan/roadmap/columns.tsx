import type { Column } from "@/components/table/column"
import type { WorkRow } from "@/lib/plan/roadmap/tree-rows"
import {
  DayEditor,
  EstimateEditor,
  NameEditor,
  NumberEditor,
  OwnerEditor,
  PhaseEditor,
  RoleEditor,
  StatusEditor,
} from "./cell-editors"
import * as cells from "./cells"
import { DraftName } from "./draft-name"

type WorkColumn = Column<WorkRow>

const anItem = (row: WorkRow) => row.kind === "item" && row.editable
const anItemOrWorkstream = (row: WorkRow) => (row.kind === "item" || row.kind === "workstream") && row.editable

const name = (width: number, footer?: string): WorkColumn => ({
  ...{ id: "name", header: "Name", width, grow: true, enterOpens: true },
  cell: (row) => (row.kind === "draft" ? <DraftName row={row} /> : cells.nameCell(row)),
  editor: (props) => <NameEditor {...props} />,
  canEdit: anItemOrWorkstream,
  ...(footer ? { footer } : {}),
})
const status: WorkColumn = {
  ...{ id: "status", header: "Status", width: 116, hideable: false },
  cell: cells.statusCell,
  editor: (props) => <StatusEditor {...props} />,
  canEdit: anItem,
}
const progress = (header: string, width: number): WorkColumn => ({
  ...{ id: "progress", header, width },
  cell: cells.progressCell,
})

const days = (today: string): readonly WorkColumn[] =>
  (
    [
      ["deadline", "Deadline"],
      ["startNoEarlierThan", "Start no earlier than"],
      ["actualStart", "Actual start"],
      ["actualFinish", "Actual finish"],
    ] as const
  ).map(([field, header]) => ({
    ...{ id: field, header, width: 100, hiddenAtFirst: true, showFrom: 860 },
    cell: cells.dayCell(field, today),
    editor: (props) => <DayEditor {...props} field={field} />,
    canEdit: anItem,
  }))

const numbers: readonly WorkColumn[] = (
  [
    ["percent", "% complete", cells.percentCell],
    ["points", "Points", cells.pointsCell],
    ["effortDays", "Effort", cells.effortCell],
  ] as const
).map(([field, header, cell]) => ({
  ...{ id: field, header, width: 72, align: "end", hiddenAtFirst: true, showFrom: 860 },
  cell,
  editor: (props) => <NumberEditor {...props} field={field} />,
  canEdit: anItem,
}))

/** Columns that need the backward pass; it is made while one of them is shown. */
export const slackColumns = ["lateStart", "lateFinish", "totalSlack", "freeSlack", "criticality"] as const
const slackHeads = {
  ...{ lateStart: "Late start", lateFinish: "Late finish", totalSlack: "Total slack", freeSlack: "Free slack" },
  criticality: "Critical",
} as const
const slack = (today: string): readonly WorkColumn[] =>
  slackColumns.map((id) => ({
    ...{ id, header: slackHeads[id], width: 100, hiddenAtFirst: true, showFrom: 860 },
    ...(id === "totalSlack" || id === "freeSlack" ? { width: 84, align: "end" as const } : {}),
    cell: cells.slackCell(id, today),
  }))

/** Every column of the tree of work on a wide screen; what is chosen away and what does not fit leaves by itself. */
export const wideColumns = (today: string, totals: string): readonly WorkColumn[] => [
  name(260, totals),
  status,
  {
    ...{ id: "owner", header: "Owner", width: 60 },
    cell: cells.ownerCell,
    editor: (props) => <OwnerEditor {...props} />,
    canEdit: anItemOrWorkstream,
  },
  {
    ...{ id: "role", header: "Role", width: 132, hiddenAtFirst: true, showFrom: 860 },
    cell: cells.roleCell,
    editor: (props) => <RoleEditor {...props} />,
    canEdit: anItemOrWorkstream,
  },
  {
    ...{ id: "phase", header: "Phase", width: 148, hiddenAtFirst: true, showFrom: 860 },
    cell: cells.phaseCell,
    editor: (props) => <PhaseEditor {...props} />,
    canEdit: anItem,
  },
  { id: "start", header: "Start", width: 100, showFrom: 860, cell: cells.startCell(today) },
  { id: "finish", header: "Finish", width: 100, cell: cells.finishCell(today) },
  ...slack(today),
  ...days(today),
  progress("Claimed and proved", 142),
  { id: "proved", header: "Proved", width: 92, showFrom: 860, cell: cells.provedCell },
  { id: "checks", header: "Open checks", width: 88, align: "end", hiddenAtFirst: true, cell: cells.openChecksCell },
  ...numbers,
  {
    ...{ id: "likely", header: "Most likely", width: 72, align: "end", showFrom: 860 },
    cell: cells.likelyCell,
    editor: (props) => <EstimateEditor {...props} />,
    canEdit: anItemOrWorkstream,
  },
]

/** What a phone has room for: the name, the mark of its status, and how far it is. */
export const narrowColumns = (totals: string): readonly WorkColumn[] => [
  name(220, totals),
  { ...status, header: "", width: 32, cell: cells.statusMarkCell },
  progress("Progress", 96),
]
