/** What the programme measures its worth by. KPIs are named by their keys in the pack, or by those the story gives. */
export type ValueEvent =
  | { readonly does: "measure"; readonly kpis: readonly Measure[] }
  /** The usage of so many days until the day before, its list prices, and a budget for each month. */
  | { readonly does: "bill"; readonly days: number; readonly budgets: readonly number[] }
  | {
      readonly does: "check-in"
      readonly kpi: string
      /** `as measured`: the newest fact, or what the formula makes. */
      readonly value: number | "as measured"
      readonly confidence: number
      readonly sentence?: string
    }

/** How a KPI is set up: of the pack, or the story's own when it has a name. */
export type Measure = {
  readonly kpi: string
  readonly own?: { readonly name: string; readonly unit: string; readonly definition: string; readonly of: string }
  readonly owner: string
  readonly baseline?: number
  readonly target?: number
  /** Days after the programme began. */
  readonly targetIn?: number
  /** Day after the programme began, and value. */
  readonly milestones?: readonly (readonly [daysIn: number, value: number])[]
  readonly cadence?: "weekly" | "monthly" | "quarterly"
  /** Values that come by hand, though the pack measures them. */
  readonly byHand?: "typed" | "imported"
  /** Over other KPIs of the story, in braces: `{active-users} / {use-cases-live}`. */
  readonly formula?: string
}
