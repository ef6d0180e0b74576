import type { RegisterKind, RiskResponse } from "@/lib/plan/risks/register"
import type { Days } from "./story-event"

/** What was written into the register. */
export type Entered = {
  /** By which the story names the entry. */
  readonly entry: string
  readonly kind: RegisterKind
  readonly title: string
  readonly description: string
  /** 0 to 1. */
  readonly probability?: number
  readonly impact?: number
  /** How many working days it adds when it happens. */
  readonly delay?: Days
  readonly owner: string
  readonly response?: RiskResponse
  readonly responseNote?: string
  /** Days after it was entered. */
  readonly dueIn?: number
  readonly workstreams?: readonly string[]
  readonly gates?: readonly string[]
}

/** What the programme foresaw: its register, baselines, forecasts and what-ifs. */
export type OutlookEvent =
  | ({ readonly does: "enter" } & Entered)
  /** An entry that came true is from then on the issue that was made of it. */
  | { readonly does: "weigh"; readonly entry: string; readonly probability?: number; readonly delay?: Days }
  | { readonly does: "close"; readonly entry: string; readonly note: string }
  | { readonly does: "come-true"; readonly entry: string }
  | { readonly does: "baseline"; readonly name: string }
  | { readonly does: "trials"; readonly trials: number }
  | { readonly does: "forecast" }
  | {
      readonly does: "what-if"
      readonly name: string
      /** Other estimates, by item. */
      readonly estimates: readonly { readonly item: string; readonly days: Days }[]
      /** Entries that are taken as if they could not happen. */
      readonly without: readonly string[]
    }
