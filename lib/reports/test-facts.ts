import { day } from "@/lib/base/kernel/day"
import type { GateView, PhaseView, RoadmapView, StageView, WorkstreamView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { ragDefaults } from "@/lib/steering/rag"
import type { SignLine } from "./checklist"
import type { GateDays, Outlook } from "./outlook"
import type { OverviewCheck, OverviewFacts } from "./overview"
import type { PastEvent } from "./rewind"

/** A Monday. */
export const monday = day("2026-03-02")

export const phase = (number: number): PhaseView => ({
  ...{ id: `phase-${number}`, key: `phase-${number}`, number, name: `Phase ${number}`, summary: "" },
  ...{ weeksFrom: 2, weeksTo: 4, version: 1 },
})
export const gate = (number: number, more: Partial<GateView> = {}): GateView => ({
  ...{ id: `gate-${number}`, phaseId: `phase-${number}`, key: `gate-${number}`, number, name: `Gate ${number}` },
  ...{ targetDay: null, passedAt: null, version: 1 },
  ...more,
})
export const stage = (number: number): StageView => ({
  ...{ id: `stage-${number}`, key: `stage-${number}`, number, name: `Stage ${number}`, summary: "", version: 1 },
})
/** A workstream of the first stage in the phase of its number. */
export const workstream = (number: number): WorkstreamView => ({
  ...{ id: `w-${number}`, stageId: "stage-1", phaseId: `phase-${number}`, key: `w-${number}`, name: `Work ${number}` },
  ...{ description: "", rank: "a", roleKey: null, ownerId: null, optimistic: null, likely: null, pessimistic: null },
  holdsGate: true,
  version: 1,
})
/** An item of five days in workstream 0. */
export const item = (id: string, more: Partial<WorkItemView> = {}): WorkItemView => ({
  ...{ id, number: 1, workstreamId: "w-0", phaseId: null, packKey: null, title: `Item ${id}` },
  ...{ status: "not_started", reason: null, ownerId: null, roleKey: null, rank: "a", points: null },
  ...{ optimistic: 5, likely: 5, pessimistic: 5, estimateConfirmed: false, effortDays: null, percent: 0, version: 1 },
  ...{ remainingDays: null, constraintType: null, constraintDay: null },
  ...{
    startNoEarlierThan: null,
    ...{ sprintId: null, sprintStart: null, remainingEffort: null, backlogRank: null },
    deadline: null,
    actualStart: null,
    actualFinish: null,
  },
  ...more,
})
export const event = (seq: number, type: string, more: Partial<PastEvent> = {}): PastEvent => ({
  ...{ seq, type, actorId: "other", subjectId: null, data: {} },
  ...more,
})
/** A check of workstream 0 that is not due and of which nothing is known. */
export const check = (id: string, more: Partial<OverviewCheck> = {}): OverviewCheck => ({
  ...{ id, checkId: id, workstreamId: "w-0", gateId: null, verdict: "could-not-tell", due: false, waived: false },
  ...{ sentence: `Check ${id}.`, reason: "", kind: "fact" },
  ...more,
})
/** A line of the checklist that nobody has signed. */
export const line = (checkIds: readonly string[], more: Partial<SignLine> = {}): SignLine => ({
  ...{ kind: "criterion", id: "c", key: "live", number: 1, name: "Live", checkIds: [...checkIds], state: "open" },
  ...{ contradictedBy: [], lapsedBy: [], signers: ["sponsor", "security"], signatures: [], round: 1, mySigning: [] },
  ...more,
})
/** What a forecast said of a gate. */
export const foreseen = (gateId: string, p10: string, p80: string, p90 = p80): GateDays => ({
  ...{ gateId, p10: day(p10), p50: day(p10), p80: day(p80), p90: day(p90) },
})
/** A forecast of today from confirmed estimates. */
export const outlook = (gates: readonly GateDays[], more: Partial<Outlook> = {}): Outlook => ({
  ...{ runId: "run-2", statusDay: monday, gates, confirmedShare: 0.8, moved: null, isCurrent: true },
  ...more,
})
/** A change of a work item by somebody else. */
export const edited = (seq: number, subjectId: string, before: object, changes: object): PastEvent =>
  event(seq, "work-item.updated", { subjectId, data: { before, changes } })

const all = { editWork: "yes", editPlan: true, comment: true, editComponents: true } as const
export const roadmap = (more: Partial<RoadmapView> = {}): Omit<RoadmapView, "deliveryRoles"> => ({
  programme: {
    ...{ id: "p", name: "Northbridge", organisation: "Northbridge Bank", sponsor: null, clouds: ["azure"] },
    ...{ startDay: monday, timeZone: "UTC", weekend: [6, 7], holidays: [], currency: "EUR", packRelease: "2026.1" },
    ...{ nearCriticalDays: 5, progressOverride: false, demo: false, archived: false, version: 1 },
  },
  today: monday,
  me: { personId: "me", role: "lead", may: { ...all, manage: true, manageMembers: true, verifyAudit: true } },
  phases: [phase(0), phase(1)],
  gates: [gate(0), gate(1)],
  stages: [stage(1)],
  workstreams: [workstream(0), workstream(1)],
  links: [
    ...[0, 1].map((number) => ({
      ...{ id: `to-gate-${number}`, type: "FS" as const, lag: 0, lagUnit: "days" as const, version: 1 },
      from: { kind: "workstream" as const, id: `w-${number}` },
      to: { kind: "gate" as const, id: `gate-${number}` },
    })),
  ],
  people: [{ id: "other", name: "Ana Ruiz", roleKey: null, member: "contributor", removed: false }],
  ...more,
})

/** Two phases with a gate each; one item of five days in the first and one in the second. */
export function facts(items: readonly WorkItemView[], more: Partial<OverviewFacts> = {}): OverviewFacts {
  return {
    roadmap: roadmap(),
    tracked: items.map((each) => ({ item: each, there: true })),
    ...{ checks: [], lines: [], register: [], events: [], openInvitations: 0, seq: 1, waitingChecks: [] },
    forecast: { newest: null, before: null, score: null },
    rag: { kpis: [], overrides: [], rules: ragDefaults, baselined: null, cost: { unknown: "No budget yet" } },
    earlier: { verdicts: new Map(), contradicted: new Set() },
    since: { at: new Date("2026-02-27T09:00:00Z"), basis: "last-visit" },
    mine: new Set(["me", "my-user"]),
    lastChange: new Date("2026-03-02T09:40:00Z"),
    ...more,
  }
}
