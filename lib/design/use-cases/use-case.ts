import type { Day } from "@/lib/base/kernel/day"
import { addressesOf } from "@/lib/records/addresses"
import { choice, decimal, keysTo, list, prose, relation, relations, text, wholeNumber } from "@/lib/records/kinds"
import { type ChangeOf, field, preset, record, required, type ViewOf } from "@/lib/records/record"
import type { Waiting } from "./honest-date"

export const statusNames = {
  idea: "Idea",
  assessed: "Assessed",
  planned: "Planned",
  in_build: "In build",
  live: "Live",
  retired: "Retired",
} as const
export type UseCaseStatus = keyof typeof statusNames

export const placeNames = {
  mvp: "MVP",
  quick_win: "Quick win",
  strategic: "Strategic",
  fill_in: "Fill-in",
  later: "Later",
} as const
export type Place = keyof typeof placeNames

/** What the platform shall be used for: who wants it, what it needs, and what it is worth. */
export const useCase = record({
  ...{ type: "use-case", path: "use-cases", table: "use_case" },
  names: { one: "use case", many: "use cases" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(120), { label: "Use case", width: 186 }),
    status: preset(choice(statusNames), "idea", { label: "Status", width: 90, hiddenAtFirst: true }),
    place: field(choice(placeNames), { label: "Place", hint: "By hand, with a reason", width: 74, showFrom: 480 }),
    placeReason: field(text(300), { label: "Reason", hint: "Why its place is set by hand", hiddenAtFirst: true }),
    ownerId: field(relation("person"), { label: "Owner", width: 120, hiddenAtFirst: true }),
    domain: field(text(80), { label: "Domain", width: 110, hiddenAtFirst: true }),
    objectiveId: field(relation("objective"), { label: "Objective", width: 160, hiddenAtFirst: true }),
    kpiIds: preset(relations("kpi"), [], { label: "KPIs", width: 140, hiddenAtFirst: true }),
    componentKeys: preset(keysTo("component"), [], { label: "Components", width: 160, hiddenAtFirst: true }),
    stageIds: preset(relations("stage"), [], { label: "Stages", width: 140, hiddenAtFirst: true }),
    gateIds: preset(relations("gate"), [], { label: "Needs gates", width: 140, hiddenAtFirst: true }),
    landscapeIds: preset(relations("landscape-item"), [], {
      ...{ label: "Needs data", hint: "Items of the landscape", width: 160, hiddenAtFirst: true },
    }),
    gapIds: preset(relations("assessment-question"), [], {
      ...{ label: "Needs gaps closed", width: 160, hiddenAtFirst: true },
    }),
    needsIds: preset(relations("use-case"), [], { label: "Needs use cases", width: 160, hiddenAtFirst: true }),
    ownDays: field(wholeNumber({ from: 0, to: 2_000, unit: "days" }), {
      ...{ label: "Own work", hint: "Working days after what it needs is there", width: 90, hiddenAtFirst: true },
    }),
    boundObjects: preset(list(400), [], {
      ...{ label: "Bound objects", hint: "Addresses of its jobs, pipelines, dashboards, tables", hiddenAtFirst: true },
    }),
    workItemIds: preset(relations("work-item"), [], { label: "Work items", hiddenAtFirst: true }),
    note: preset(prose(10_000), "", { label: "Note", erasable: true }),
  },
  refusals: {
    "needs-a-reason": { status: 422, sentence: "Give a reason when you set the place by hand." },
    circle: { status: 422, sentence: "This would make a circle: the use case would wait for itself." },
  },
})
export type UseCaseView = ViewOf<typeof useCase>
export type UseCaseChange = ChangeOf<typeof useCase>
export type UseCaseFields = (typeof useCase)["fields"]
export type UseCaseRefusal = "needs-a-reason" | "circle"

export type UseCaseScore = {
  readonly criterionId: string
  /** 1 to 5. */
  readonly value: number
  readonly personId: string
  readonly at: string
}
export type UseCaseMore = {
  /** The newest by each criterion. */
  readonly scores: readonly UseCaseScore[]
  readonly waitsFor: readonly Waiting[]
  /** The earliest honest date; null where something it waits for has none. */
  readonly earliest: Day | null
}
export type UseCaseLine = UseCaseView & UseCaseMore
export const useCaseAddresses = addressesOf<UseCaseFields, UseCaseRefusal, UseCaseMore>(useCase)

export const sideNames = { value: "Value", effort: "Effort" } as const
export type Side = keyof typeof sideNames

/** By what use cases are compared. */
export const criterion = record({
  ...{ type: "use-case-criterion", path: "use-case-criteria", table: "use_case_criterion" },
  names: { one: "use case criterion", many: "use case criteria" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(40), { label: "Criterion", width: 160 }),
    side: required(choice(sideNames), { label: "Side", width: 100 }),
    weight: preset(decimal({ from: 0, to: 100 }), 1, { label: "Weight", width: 90 }),
    meaning: preset(prose(1_000), "", { label: "Meaning of 1 and 5" }),
  },
})
export type CriterionView = ViewOf<typeof criterion>
export const criterionAddresses = addressesOf(criterion)
