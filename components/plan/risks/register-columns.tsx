"use client"

import type { Column } from "@/components/table/column"
import { Avatar } from "@/components/ui/avatar"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import { kindNames, responseNames } from "@/lib/plan/risks/event-words"
import { registerKinds, registerStates } from "@/lib/plan/risks/register"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import { delayText, sayProbability } from "./entry-change"
import {
  DelayEditor,
  DueEditor,
  ImpactEditor,
  KindEditor,
  OwnerEditor,
  ProbabilityEditor,
  ResponseEditor,
  StateEditor,
  TitleEditor,
} from "./register-editors"
import { ExposureMark, StateMark } from "./register-marks"

export type RegisterRow = {
  readonly line: RegisterLine
  readonly owner: { readonly id: string; readonly name: string } | null
  /** Names of workstreams and gates. */
  readonly places: readonly string[]
}

const dash = <span className="text-ink-3">–</span>

/** The columns of the register; where it may be edited, Enter or a click edits in place. */
export function registerColumns(today: Day, mayEdit: boolean, totals: { count: string; delay: string }) {
  const columns: readonly Column<RegisterRow>[] = [
    {
      ...{ id: "title", header: "What", width: 200, grow: true, hideable: false, enterOpens: true },
      footer: totals.count,
      value: ({ line }) => line.title,
      cell: ({ line }) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="w-[22px] flex-none text-ink-3 text-meta">{line.number}</span>
          <span className={line.state === "closed" ? "truncate text-ink-3" : "truncate"} title={line.title}>
            {line.title}
          </span>
        </span>
      ),
      editor: TitleEditor,
    },
    {
      ...{ id: "kind", header: "Kind", width: 92, showFrom: 760 },
      value: ({ line }) => registerKinds.indexOf(line.kind),
      cell: ({ line }) => <span className="text-ink-2">{kindNames[line.kind]}</span>,
      editor: KindEditor,
    },
    {
      ...{ id: "probability", header: "Probability", width: 82, align: "end", showFrom: 560 },
      value: ({ line }) => line.probability,
      cell: ({ line }) => (line.probability === null ? dash : sayProbability(line.probability)),
      editor: ProbabilityEditor,
    },
    {
      ...{ id: "impact", header: "Impact", width: 58, align: "end", showFrom: 560 },
      value: ({ line }) => line.impact,
      cell: ({ line }) => line.impact ?? dash,
      editor: ImpactEditor,
    },
    {
      ...{ id: "exposure", header: "Exposure", width: 82 },
      value: ({ line }) => line.exposure,
      cell: ({ line }) => <ExposureMark line={line} />,
    },
    {
      ...{ id: "delay", header: "Delay, d", width: 98, align: "end", showFrom: 700 },
      footer: totals.delay,
      value: ({ line }) => line.expectedDelay,
      cell: ({ line }) => (line.delay ? delayText(line.delay) : dash),
      editor: DelayEditor,
    },
    {
      ...{ id: "owner", header: "Owner", width: 122, showFrom: 880 },
      value: ({ owner }) => owner?.name ?? null,
      cell: ({ owner }) =>
        owner ? (
          <span className="flex min-w-0 items-center gap-1.5">
            <Avatar name={owner.name} size={16} decorative />
            <span className="truncate">{owner.name}</span>
          </span>
        ) : (
          <span className="text-ink-3">No one</span>
        ),
      editor: OwnerEditor,
    },
    {
      ...{ id: "response", header: "Response", width: 78, showFrom: 1000 },
      value: ({ line }) => line.response,
      cell: ({ line }) => (line.response ? responseNames[line.response] : dash),
      editor: ResponseEditor,
    },
    {
      ...{ id: "due", header: "Due", width: 74, showFrom: 960 },
      value: ({ line }) => line.dueDay,
      cell: ({ line }) =>
        line.dueDay ? (
          <span className={line.overdue ? "text-needs-you" : "text-ink-2"} title={line.overdue ? "Overdue" : undefined}>
            {sayDay(line.dueDay, today).replace(/ 20(\d\d)$/, " ’$1")}
          </span>
        ) : (
          dash
        ),
      editor: DueEditor,
    },
    {
      ...{ id: "state", header: "State", width: 106, showFrom: 380 },
      value: ({ line }) => registerStates.indexOf(line.state),
      cell: ({ line }) => <StateMark state={line.state} />,
      editor: StateEditor,
      canEdit: ({ line }) => line.state !== "came_true",
    },
    {
      ...{ id: "places", header: "Touches", width: 180, showFrom: 1260 },
      value: ({ places }) => places[0] ?? null,
      cell: ({ places }) =>
        places.length > 0 ? <span className="truncate text-ink-2">{places.join(", ")}</span> : dash,
    },
  ]
  if (mayEdit) return columns
  return columns.map(({ editor: _editor, canEdit: _canEdit, ...column }): Column<RegisterRow> => column)
}
