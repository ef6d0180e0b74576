import { fromDayColumn, fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Dependency, Gate, Holiday, Phase, Programme, Stage, Workstream } from "@/lib/base/db/generated/client"
import type { ProgrammeView } from "../programme"
import type { GateView, LinkView, PhaseView, StageView, WorkstreamView } from "../views"

export const phaseView = ({ id, key, number, name, summary, weeksFrom, weeksTo, version }: Phase): PhaseView => ({
  ...{ id, key, number, name, summary, weeksFrom, weeksTo, version },
})

export const gateView = ({ id, phaseId, key, number, name, targetDay, passedAt, version }: Gate): GateView => ({
  ...{ id, phaseId, key, number, name, version },
  targetDay: fromOptionalDayColumn(targetDay),
  passedAt: passedAt?.toISOString() ?? null,
})

export const stageView = ({ id, key, number, name, summary, version }: Stage): StageView => ({
  ...{ id, key, number, name, summary, version },
})

export function workstreamView(row: Workstream): WorkstreamView {
  const { id, stageId, phaseId, key, name, description, rank, roleKey, ownerId } = row
  const { optimistic, likely, pessimistic, holdsGate, version } = row
  return {
    ...{ id, stageId, phaseId, key, name, description, rank, roleKey, ownerId },
    ...{ optimistic, likely, pessimistic, holdsGate, version },
  }
}

type End = LinkView["from"]
/** A constraint of the table holds each end to exactly one of the three. */
const endOf = (item: string | null, workstream: string | null, gate: string | null): End => {
  if (item) return { kind: "item", id: item }
  if (workstream) return { kind: "workstream", id: workstream }
  if (gate) return { kind: "gate", id: gate }
  throw new Error("a dependency without an end")
}

export const linkView = (row: Dependency): LinkView => ({
  id: row.id,
  from: endOf(row.fromItemId, row.fromWorkstreamId, row.fromGateId),
  to: endOf(row.toItemId, row.toWorkstreamId, row.toGateId),
  type: row.type,
  lag: row.lag,
  lagUnit: row.lagUnit,
  version: row.version,
})

export function programmeView(row: Programme & { readonly holidays: readonly Holiday[] }): ProgrammeView {
  const { id, name, organisation, sponsor, clouds, timeZone, weekend, currency, packRelease, demo, version } = row
  const { nearCriticalDays, progressOverride } = row
  return {
    ...{ id, name, organisation, sponsor, clouds, timeZone, weekend, currency, packRelease, demo, version },
    ...{ nearCriticalDays, progressOverride },
    startDay: fromDayColumn(row.startDay),
    archived: row.archivedAt !== null,
    holidays: row.holidays.map((each) => ({ day: fromDayColumn(each.day), name: each.name })),
  }
}
