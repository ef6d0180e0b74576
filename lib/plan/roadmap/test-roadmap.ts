import { type Day, day } from "@/lib/base/kernel/day"
import { type Plan, planOf } from "./plan"
import type { RoadmapView, WorkstreamView } from "./views"
import type { WorkItemView } from "./work-item-shapes"

/** A Monday. */
export const today = day("2026-03-02")

export const item = (id: string, more: Partial<WorkItemView> = {}): WorkItemView => ({
  ...{ id, number: 1, workstreamId: "sources", phaseId: null, packKey: null, title: id, status: "not_started" },
  ...{ reason: null, ownerId: null, roleKey: null, rank: "a0", points: null, optimistic: 1, likely: 2, pessimistic: 4 },
  ...{
    estimateConfirmed: false,
    effortDays: null,
    percent: 0,
    remainingDays: null,
    constraintType: null,
    constraintDay: null,
    startNoEarlierThan: null,
    deadline: null,
    ...{ sprintId: null, sprintStart: null, remainingEffort: null, backlogRank: null },
    actualStart: null,
    actualFinish: null,
  },
  ...{ version: 1, ...more },
})

const workstream = (id: string, stageId: string, phaseId: string, name: string): WorkstreamView => ({
  ...{ id, stageId, phaseId, key: id, name, description: "", rank: id, roleKey: null, ownerId: null },
  ...{ optimistic: null, likely: null, pessimistic: null, holdsGate: true, version: 1 },
})

/** Two stages, three workstreams, two phases with a gate, three people; whoever looks is Marta, a lead. */
export const roadmap: RoadmapView = {
  programme: {
    ...{ id: "p", name: "Northbridge", organisation: "Northbridge Bank", sponsor: null, clouds: ["azure"] },
    ...{ startDay: today, timeZone: "Europe/Berlin", weekend: [6, 7], holidays: [], currency: "EUR" },
    ...{ nearCriticalDays: 5, progressOverride: false },
    ...{ packRelease: "2026.1", demo: false, archived: false, version: 1 },
  },
  today,
  me: {
    personId: "marta",
    role: "lead",
    may: {
      ...{ editWork: "yes", editPlan: true, comment: true, editComponents: true, manage: true, manageMembers: true },
      verifyAudit: true,
    },
  },
  phases: [
    { id: "ph1", key: "foundation", number: 1, name: "Foundation", summary: "", weeksFrom: 4, weeksTo: 6, version: 1 },
    {
      id: "ph2",
      key: "ingestion",
      number: 2,
      name: "Data ingestion",
      summary: "",
      weeksFrom: 6,
      weeksTo: 8,
      version: 1,
    },
  ],
  gates: [
    { id: "g1", phaseId: "ph1", key: "gate-1", number: 1, name: "Gate 1", targetDay: null, passedAt: null, version: 1 },
  ],
  stages: [
    { id: "st4", key: "ingest", number: 4, name: "Data Ingestion", summary: "", version: 1 },
    { id: "st5", key: "engineer", number: 5, name: "Data Engineering", summary: "", version: 1 },
  ],
  workstreams: [
    workstream("sources", "st4", "ph1", "Source Connectivity"),
    workstream("framework", "st4", "ph2", "Ingestion Framework"),
    workstream("etl", "st5", "ph2", "ETL Pipelines"),
  ],
  links: [],
  people: [
    { id: "marta", name: "Marta Ruiz", roleKey: "engineer", member: "lead", removed: false },
    { id: "leo", name: "Leo Tan", roleKey: "engineer", member: "contributor", removed: false },
    { id: "sana", name: "Sana Khan", roleKey: null, member: null, removed: false },
  ],
  deliveryRoles: [{ key: "engineer", name: "Data Engineer" }],
}

/** The plan of some items by the forward pass, as of a day. */
export function planFor(items: readonly WorkItemView[], on: Day = today): Plan {
  const plan = planOf({ ...roadmap, items }, on)
  if (!plan.ok) throw new Error(plan.refusal)
  return plan.value
}
