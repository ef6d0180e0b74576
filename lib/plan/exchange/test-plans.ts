import fc from "fast-check"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { firstRanks } from "@/lib/plan/roadmap/rank"
import { item as plainItem, roadmap } from "@/lib/plan/roadmap/test-roadmap"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { settle } from "@/lib/plan/roadmap/work-item"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { constraintTypes, lagUnits } from "@/lib/plan/schedule/network"
import type { CurrentPlan, PlannedItem } from "./current-plan"
import type { ImportOptions } from "./import/import-plan"

export const today = day("2026-03-02")
export const everything: ImportOptions = {
  ...{ stageId: "0190a000-0000-7000-8000-000000000001", phaseId: "0190a000-0000-7000-8000-000000000002" },
  ...{ addPeople: true, takeCalendar: true, takeBaselines: true },
}
/** The nth id of a kind, in the form of all ids. */
export const idOf = (kind: number, n: number): string =>
  `0190a${kind.toString(16).padStart(3, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`

export const plannedItem = (n: number, more: Partial<PlannedItem> = {}): PlannedItem => ({
  ...plainItem(idOf(4, n), { number: n + 1, title: `Item ${n}`, workstreamId: idOf(3, 0) }),
  ...{ description: "", importKey: null, rank: `a${n}`, ...more },
})

/** A plan of one stage, one phase, some workstreams and gates, and the items given. */
export function planOf(parts: Partial<CurrentPlan> = {}, workstreams = 3): CurrentPlan {
  const stage = { id: idOf(1, 0), key: "s", number: 1, name: "Stage", summary: "", version: 1 }
  const phase = {
    id: idOf(2, 0),
    key: "p",
    number: 1,
    name: "Phase",
    summary: "",
    weeksFrom: 1,
    weeksTo: 4,
    version: 1,
  }
  const rank = firstRanks(workstreams)
  return {
    today,
    programme: { ...roadmap.programme, startDay: day("2026-01-05"), name: "Northbridge" },
    stages: [stage],
    phases: [phase],
    gates: [0, 1].map((n) => ({
      ...{ id: idOf(5, n), phaseId: idOf(2, 0), key: `g${n}`, number: n + 1, name: `Gate ${n + 1}` },
      ...{ targetDay: null, passedAt: null, version: 1 },
    })),
    workstreams: Array.from({ length: workstreams }, (_, n) => ({
      ...{ id: idOf(3, n), stageId: idOf(1, 0), phaseId: idOf(2, 0), key: `w${n}`, name: `Workstream ${n}` },
      ...{ description: "", rank: rank[n] ?? "", roleKey: null, ownerId: null },
      ...{ optimistic: null, likely: null, pessimistic: null, holdsGate: true, version: 1 },
    })),
    items: [],
    links: [],
    people: [{ id: idOf(6, 0), name: "Marta Ruiz", removed: false }],
    baselines: [],
    ...parts,
  }
}

const days = fc.integer({ min: -200, max: 500 }).map((n): Day => dayOf(ordinalOf(today) + n))
const past = fc.integer({ min: 0, max: 200 }).map((n): Day => dayOf(ordinalOf(today) - n))
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const length = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 200 }).map((n) => n / 4),
  fc.double({ min: 0.01, max: 300, noNaN: true }),
)
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map((text) => text.trim() || "Work")

const estimates = fc
  .tuple(length, length, length)
  .map((three) => [...three].sort((a, b) => a - b))
  .map(([optimistic, likely, pessimistic]) => ({
    optimistic: optimistic ?? 1,
    likely: likely ?? 1,
    pessimistic: pessimistic ?? 1,
  }))
const nothing = { optimistic: null, likely: null, pessimistic: null }

/** Progress as the rules of work items leave it. */
const progress = fc
  .record({
    status: fc.constantFrom(...(["not_started", "in_progress", "blocked", "done", "dropped"] as const)),
    percent: fc.integer({ min: 0, max: 99 }),
    start: past,
    worked: fc.integer({ min: 0, max: 100 }),
    reason: words,
  })
  .map(
    ({
      status,
      percent,
      start,
      worked,
      reason,
    }): Pick<WorkItemView, "status" | "reason" | "percent" | "actualStart" | "actualFinish"> => {
      const fresh = plainItem("x")
      const finish = dayOf(Math.min(ordinalOf(start) + worked, ordinalOf(today)))
      const change = {
        status,
        reason,
        ...(status === "dropped" ? {} : { percent }),
        actualStart: start,
        actualFinish: finish,
      }
      const settled = settle(fresh, change, today)
      if (!settled.ok) throw new Error(settled.refusal)
      return settled.value
    },
  )

const anItem = (n: number, workstreams: number) =>
  fc
    .record({
      title: words,
      description: fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.trim()),
      workstream: fc.integer({ min: 0, max: workstreams - 1 }),
      estimate: fc.oneof(estimates, fc.constant(nothing)),
      progress,
      startNoEarlierThan: some(days),
      deadline: some(days),
      isOwned: fc.boolean(),
    })
    .map(({ title, description, workstream, estimate, progress: state, startNoEarlierThan, deadline, isOwned }) =>
      plannedItem(n, {
        ...{
          title,
          description,
          workstreamId: idOf(3, workstream),
          ...estimate,
          ...state,
          startNoEarlierThan,
          deadline,
        },
        ownerId: isOwned ? idOf(6, 0) : null,
      }),
    )

/** With a constraint or none, and for work under way with remaining days or none. */
const constrained = (items: fc.Arbitrary<CurrentPlan["items"][number]>) =>
  fc
    .record({
      item: items,
      type: some(fc.constantFrom(...constraintTypes)),
      on: days,
      left: some(fc.integer({ min: 0, max: 400 })),
    })
    .map(({ item, type, on, left }) => ({
      ...item,
      constraintType: type,
      constraintDay: type === null || type === "ALAP" ? null : on,
      remainingDays: item.status === "in_progress" && left !== null ? left / 8 : null,
    }))

/** Plans of up to twelve items with links that never go backwards, some of them between the same two, and to the end of a workstream. */
const plansWith = (isPlain: boolean): fc.Arbitrary<CurrentPlan> =>
  fc
    .integer({ min: 1, max: 12 })
    .chain((count) =>
      fc.record({
        items: fc.tuple(
          ...Array.from({ length: count }, (_, n) => (isPlain ? anItem(n, 3) : constrained(anItem(n, 3)))),
        ),
        ends: fc.uniqueArray(
          fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.constantFrom(...(["FS", "SS", "FF", "SF"] as const))),
          { selector: ([a, b, type]) => `${Math.min(a, b)} ${Math.max(a, b)} ${type}`, maxLength: 20 },
        ),
        groups: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.constantFrom(...(["FF", "SF"] as const))), {
          selector: String,
          maxLength: 3,
        }),
        lags: fc.infiniteStream(fc.integer({ min: -30, max: 30 })),
        units: fc.infiniteStream(fc.constantFrom(...lagUnits)),
        isGated: fc.boolean(),
      }),
    )
    .map(({ items, ends, groups, lags, units, isGated }) => {
      const unit = () => (isPlain ? "days" : (units.next().value ?? "days"))
      const links = ends
        .filter(([a, b]) => a !== b)
        .map(
          ([a, b, type], n): LinkView => ({
            ...{ id: idOf(7, n), version: 1, type, lag: lags.next().value ?? 0, lagUnit: unit() },
            from: { kind: "item", id: idOf(4, Math.min(a, b)) },
            to: { kind: "item", id: idOf(4, Math.max(a, b)) },
          }),
        )
      const ended = groups.map(
        ([a, type], n): LinkView => ({
          ...{ id: idOf(9, n), version: 1, type, lag: lags.next().value ?? 0, lagUnit: unit() },
          ...{ from: { kind: "item", id: idOf(4, a) }, to: { kind: "workstream", id: idOf(3, 2) } },
        }),
      )
      const gated: LinkView = {
        ...{ id: idOf(8, 0), version: 1, type: "FS", lag: 0, lagUnit: "days" },
        ...{ from: { kind: "workstream", id: idOf(3, 0) }, to: { kind: "gate", id: idOf(5, 0) } },
      }
      return planOf({ items, links: [...links, ...ended, ...(isGated ? [gated] : [])] })
    })

export const plans = plansWith(true)
/** The same with lags of every unit, constraints and remaining durations. */
export const richPlans = plansWith(false)
