import type { GateView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { CurrentPlan, PlannedItem } from "../current-plan"
import type { OwnKey } from "../own-fields"
import { type Connector, connectorKey } from "./connections"

/** A line of the exported outline; its UID is its place, from 1. */
export type ExportRow = {
  readonly uid: number
  readonly level: number
  readonly outlineNumber: string
  readonly name: string
  readonly key: OwnKey
  readonly summary: boolean
  readonly item: PlannedItem | null
  readonly workstream: WorkstreamView | null
  readonly gate: GateView | null
  readonly connector: Connector | null
}

/** What links call a row by: the id of its record, or the key of a connector. */
export const rowKey = ({ key, connector }: ExportRow): string => (connector ? connectorKey(connector) : key.id)

type Draft = Omit<ExportRow, "uid" | "outlineNumber">
const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1
const nothing = { item: null, workstream: null, gate: null, connector: null }

/** Stages, in them workstreams, in them work items; at the end the gates, and milestones that only connect. */
export function exportRows(plan: CurrentPlan, connectors: readonly Connector[]): readonly ExportRow[] {
  const ends = new Map<string, Connector[]>()
  for (const each of connectors)
    if (each.workstreamId) ends.set(each.workstreamId, [...(ends.get(each.workstreamId) ?? []), each])
  const drafts = [...plan.stages].sort((a, b) => a.number - b.number).flatMap((stage) => stageRows(plan, stage, ends))
  return numbered([...drafts, ...gateRows(plan), ...otherRows(plan, connectors)])
}

const connectorRow = (connector: Connector, level: number): Draft => ({
  ...{ ...nothing, level, name: connector.name, key: { kind: connector.kind, id: connector.id }, summary: false },
  connector,
})

function otherRows({ programme }: CurrentPlan, connectors: readonly Connector[]): Draft[] {
  const others = connectors.filter(({ workstreamId }) => workstreamId === null)
  if (others.length === 0) return []
  const key = { kind: "links", id: programme.id } as const
  const head: Draft = { ...nothing, level: 1, name: "Further links", key, summary: true }
  return [head, ...others.map((each) => connectorRow(each, 2))]
}

function stageRows(
  plan: CurrentPlan,
  { id, name }: { id: string; name: string },
  ends: ReadonlyMap<string, readonly Connector[]>,
): Draft[] {
  const workstreams = plan.workstreams.filter(({ stageId }) => stageId === id).sort(byRank)
  if (workstreams.length === 0) return []
  const rows = workstreams.flatMap((workstream): Draft[] => {
    const items = plan.items.filter(({ workstreamId }) => workstreamId === workstream.id).sort(byRank)
    const key = { kind: "workstream", id: workstream.id } as const
    const own = { ...nothing, level: 2, name: workstream.name, key, summary: items.length > 0, workstream }
    const connectors = (ends.get(workstream.id) ?? []).map((each) => connectorRow(each, 3))
    return [own, ...items.map((item) => itemRow(item)), ...connectors]
  })
  return [{ ...nothing, level: 1, name, key: { kind: "stage", id }, summary: true }, ...rows]
}

const itemRow = (item: PlannedItem): Draft => ({
  ...{ ...nothing, level: 3, name: item.title, key: { kind: "item", id: item.id }, summary: false, item },
})

function gateRows({ gates, programme }: CurrentPlan): Draft[] {
  if (gates.length === 0) return []
  const rows = [...gates]
    .sort((a, b) => a.number - b.number)
    .map(
      (gate): Draft => ({
        ...nothing,
        level: 2,
        name: gate.name,
        key: { kind: "gate", id: gate.id },
        summary: false,
        gate,
      }),
    )
  return [{ ...nothing, level: 1, name: "Gates", key: { kind: "gates", id: programme.id }, summary: true }, ...rows]
}

function numbered(drafts: readonly Draft[]): ExportRow[] {
  const counts: number[] = []
  return drafts.map((draft, at) => {
    counts.length = draft.level
    counts[draft.level - 1] = (counts[draft.level - 1] ?? 0) + 1
    return { ...draft, uid: at + 1, outlineNumber: counts.join(".") }
  })
}
