/** How long something takes, in working days: at best, most likely, and at worst. Never falling, never below nought. */
export type ThreePoints = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }

/** Between the three points: the Beta distribution of PERT, or a triangle. */
export type EstimateShape = "beta_pert" | "triangular"

/** What is not in here takes the likely duration that the network holds, without spread; without that either, one day. */
export type Estimates = {
  readonly items: ReadonlyMap<string, ThreePoints>
  /** Counts only while the workstream has no items. */
  readonly workstreams: ReadonlyMap<string, ThreePoints>
}

/**
 * What may happen and then stops the remaining work of each workstream that it touches for a while, in working days. A
 * delay without a likely value is as likely anywhere between its ends.
 */
export type SimulatedRisk = {
  readonly id: string
  /** 0 to 1. */
  readonly probability: number
  readonly delay: Omit<ThreePoints, "likely"> & { readonly likely: number | null }
  readonly workstreamIds: readonly string[]
}

export type SimulationSettings = {
  readonly shape: EstimateShape
  /** Spearman's rank correlation, 0 to 1, between the durations of any two estimates within a workstream. */
  readonly correlation: number
}

export const areInOrder = ({ optimistic, likely, pessimistic }: SimulatedRisk["delay"]): boolean =>
  0 <= optimistic &&
  optimistic <= (likely ?? optimistic) &&
  (likely ?? optimistic) <= pessimistic &&
  optimistic <= pessimistic &&
  Number.isFinite(pessimistic)
