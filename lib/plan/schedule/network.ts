import type { CompiledCalendar } from "@/lib/base/calendar/working-calendar"
import type { Day } from "@/lib/base/kernel/day"

export type WorkStatus = "not_started" | "in_progress" | "blocked" | "done" | "dropped"

/** Finish to start, start to start, finish to finish, start to finish: first the end of `from`, then that of `to`. */
export const linkTypes = ["FS", "SS", "FF", "SF"] as const
export type LinkType = (typeof linkTypes)[number]

/**
 * What holds a piece of work to a day besides its links, in the terms of project files: as late as possible, start or
 * finish no earlier or no later than, must start or finish on. None of them breaks a link: a day that the links do not
 * allow shows as negative slack. "As soon as possible" is none, and "start no earlier than" has a field of its own.
 */
export const constraintTypes = ["ALAP", "SNLT", "FNET", "FNLT", "MSO", "MFO"] as const
export type ConstraintType = (typeof constraintTypes)[number]

/** Working days; working hours, of which a day has eight; percent of the source's likely duration; calendar days. */
export const lagUnits = ["days", "hours", "percent", "elapsed_days"] as const
export type LagUnit = (typeof lagUnits)[number]

export type NodeRef = { readonly kind: "item" | "workstream" | "gate"; readonly id: string }

export type NetworkItem = {
  readonly id: string
  readonly workstreamId: string
  /** Where the item counts when it sits in another phase than its workstream. */
  readonly phaseId?: string | null
  /** Likely duration in working days, may be fractional; null counts as one day. */
  readonly likely: number | null
  /** Claimed share of the work that is done, 0 to 100. */
  readonly percent: number
  readonly status: WorkStatus
  /** Working days that are left of work under way; null takes what the percentage leaves of the likely duration. */
  readonly remainingDays?: number | null
  readonly startNoEarlierThan: Day | null
  readonly constraintType?: ConstraintType | null
  /** The day of the constraint; null for none and for ALAP. */
  readonly constraintDay?: Day | null
  /** Where ALAP holds it, in ticks; the schedule finds it. */
  readonly heldUntil?: number
  /** By the end of this day the item ought to be finished: bounds its late dates, never its early ones. */
  readonly deadline?: Day | null
  readonly actualStart: Day | null
  readonly actualFinish: Day | null
}

export type NetworkWorkstream = {
  readonly id: string
  readonly phaseId: string
  /** Working days of the whole; counts only while there are no items at all, null then counts as one day. */
  readonly likely: number | null
  /** Whether the gate of its phase waits for it. It does unless somebody said that it does not. */
  readonly holdsGate?: boolean
}

export type NetworkGate = {
  readonly id: string
  readonly phaseId: string
  /** The day the gate was really passed; its date then holds. */
  readonly passedOn?: Day | null
}

export type NetworkLink = {
  readonly id: string
  readonly from: NodeRef
  readonly to: NodeRef
  readonly type: LinkType
  /** In the link's unit, negative for a lead, may be fractional. */
  readonly lag: number
  /** Working days unless told. */
  readonly lagUnit?: LagUnit
  /** True for a link that nobody made: a gate waits for the work of its phase. */
  readonly ofPhase?: boolean
}

export type Network = {
  readonly items: readonly NetworkItem[]
  readonly workstreams: readonly NetworkWorkstream[]
  readonly gates: readonly NetworkGate[]
  readonly links: readonly NetworkLink[]
  /**
   * How work counts that began before what it waits for was finished. By retained logic (unless told) its remainder waits
   * for it; by progress override it goes on, and only links to its finish hold it.
   */
  readonly progressOverride?: boolean
}

/** As much of a network as decides about cycles. */
export type NetworkShape = {
  readonly items: readonly Pick<NetworkItem, "id" | "workstreamId">[]
  readonly workstreams: readonly Pick<NetworkWorkstream, "id">[]
  readonly gates: readonly Pick<NetworkGate, "id">[]
  readonly links: readonly Pick<NetworkLink, "from" | "to" | "type">[]
}

export type ScheduleOptions = {
  /** Nothing unfinished is planned before this day. */
  readonly programmeStart: Day
  /** Today for the plan: unfinished work cannot lie before it. */
  readonly statusDate: Day
  readonly calendar: CompiledCalendar
  /** The gate whose day is the finish of the plan; without it the latest day of all work and gates is. */
  readonly finishGateId?: string
}

/** First and last day of a piece of work, both inclusive. */
export type PlannedDates = { readonly start: Day; readonly finish: Day }

export type Schedule = {
  /** All items but dropped ones. */
  readonly items: ReadonlyMap<string, PlannedDates>
  readonly workstreams: ReadonlyMap<string, PlannedDates>
  /** Only phases that have work. */
  readonly phases: ReadonlyMap<string, PlannedDates>
  readonly gates: ReadonlyMap<string, Day>
  /** The ids of gates that no work leads to: the day of such a gate says nothing. */
  readonly gatesWithoutWork: ReadonlySet<string>
  /** Work of a gate's phase that it does not wait for, because the work itself waits for the gate. */
  readonly notWaitedFor: readonly { readonly gateId: string; readonly node: NodeRef }[]
  /** Null when there is neither work nor a gate. */
  readonly finish: Day | null
}

export type ScheduleRefusal =
  /** The members in the order in which each waits for the one before it; the first waits for the last. */
  | { readonly code: "cycle"; readonly members: readonly NodeRef[] }
  /** A link or an item names something that the network does not hold. */
  | { readonly code: "unknown-node"; readonly node: NodeRef }
  /** Something would lie outside 1900 to 2199. */
  | { readonly code: "beyond-calendar"; readonly node: NodeRef }
