import type { Day } from "@/lib/base/kernel/day"
import type { WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import type { ConstraintType, LagUnit, LinkType } from "@/lib/plan/schedule/network"
import type { Remark } from "./remarks"

/** What is chosen before an import. */
export type ImportOptions = {
  /** Where workstreams are made that are not here yet; null while nothing is chosen. */
  readonly stageId: string | null
  readonly phaseId: string | null
  /** Whether resources of the file that are nobody here become people. */
  readonly addPeople: boolean
  /** Whether the programme takes over weekend and holidays of the file. */
  readonly takeCalendar: boolean
  readonly takeBaselines: boolean
}

/** What a task says about a work item. `undefined` leaves what is there. */
export type ItemValues = {
  readonly title: string
  readonly description: string
  readonly optimistic: number | null
  readonly likely: number | null
  readonly pessimistic: number | null
  readonly status: WorkStatus
  readonly reason: string | null
  readonly percent: number
  /** Null where it is what the percentage leaves of the likely duration. */
  readonly remainingDays: number | null
  readonly startNoEarlierThan: Day | null
  readonly constraintType: ConstraintType | null
  readonly constraintDay: Day | null
  readonly deadline: Day | null
  readonly actualStart: Day | null
  readonly actualFinish: Day | null
}
/** An end of a link: a record that is here, or one that this import makes, by the UID of its task or by name. */
export type PlannedEnd =
  | { readonly kind: "item" | "workstream" | "gate"; readonly id: string }
  | { readonly kind: "new-item"; readonly uid: number }
  | { readonly kind: "new-workstream"; readonly name: string }
/** The workstream of an item: one that is here, or one that this import makes. */
export type PlannedWorkstream =
  | { readonly kind: "workstream"; readonly id: string }
  | { readonly kind: "new-workstream"; readonly name: string }
/** Who owns it: somebody who is here, or a name that is not. */
export type PlannedOwner = { readonly id: string } | { readonly name: string }

export type NewItem = {
  readonly uid: number
  readonly importKey: string
  readonly workstream: PlannedWorkstream
  readonly values: ItemValues
  readonly owner: PlannedOwner | null
}
export type ChangedItem = {
  readonly uid: number
  readonly id: string
  readonly version: number
  /** The task's name for it in this file, kept so that the file finds it again. */
  readonly importKey: string
  readonly changes: Partial<ItemValues>
  readonly owner: PlannedOwner | null
}
export type NewLink = {
  readonly from: PlannedEnd
  readonly to: PlannedEnd
  readonly type: LinkType
  readonly lag: number
  readonly lagUnit: LagUnit
}
export type ChangedLink = {
  readonly id: string
  readonly version: number
  readonly lag: number
  readonly lagUnit: LagUnit
  readonly before: { readonly lag: number; readonly lagUnit: LagUnit }
}
export type NewBaseline = {
  readonly name: string
  readonly lines: readonly {
    readonly part: PlannedEnd
    readonly start: Day | null
    readonly finish: Day
    readonly likely: number | null
  }[]
}
export type NewCalendar = {
  readonly weekend: readonly number[]
  readonly holidays: readonly { readonly day: Day; readonly name: string }[]
}

/** All that an import will do, and what it says about it. */
export type ImportPlan = {
  readonly newWorkstreams: readonly { readonly name: string; readonly tasks: number; readonly holdsGate: boolean }[]
  readonly newItems: readonly NewItem[]
  readonly changedItems: readonly ChangedItem[]
  /** Tasks that are here already just as they are in the file. */
  readonly sameItems: number
  readonly newLinks: readonly NewLink[]
  readonly changedLinks: readonly ChangedLink[]
  readonly sameLinks: number
  readonly newPeople: readonly string[]
  readonly matchedPeople: number
  readonly baselines: readonly NewBaseline[]
  /** What the file's calendar would make of the programme's, null where it is the same. */
  readonly calendar: NewCalendar | null
  readonly changed: readonly Remark[]
  readonly leftOut: readonly Remark[]
  /** How many more could be said. */
  readonly moreRemarks: number
}
