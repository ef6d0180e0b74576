import type { AdoptionState } from "@/lib/design/catalogue/adoption"
import type { LinkType } from "@/lib/plan/schedule/network"
import type { DesignEvent } from "./design-event"
import type { OutlookEvent } from "./outlook-event"
import type { PeopleEvent } from "./people-event"
import type { ProofEvent } from "./proof-event"
import type { SteeringEvent } from "./steering-event"
import type { ValueEvent } from "./value-event"

/**
 * When something happened: some days after the programme's first day, some days before today, or, with `of`, some
 * working days after the start or finish of that item's work. What falls on a free day happened on the working day before.
 */
export type When =
  | { readonly daysIn: number }
  | { readonly daysAgo: number }
  | { readonly after: "start" | "finish"; readonly of: string; readonly days: number }

/** Optimistic, likely and pessimistic, in working days. */
export type Days = readonly [number, number, number]

/**
 * Things that happened besides the daily work. `item` is a key of the pack or of an item that a beat before added;
 * components, workstreams and gates are named by their keys in the pack, people by their names.
 */
export type StoryEvent = { readonly when: When; readonly who: string } & (
  | WorkEvent
  | OutlookEvent
  | ProofEvent
  | DesignEvent
  | ValueEvent
  | PeopleEvent
  | SteeringEvent
)

/** What happened to the plan and its work. */
export type WorkEvent =
  | { readonly does: "comment"; readonly item: string; readonly text: string }
  | { readonly does: "block" | "drop"; readonly item: string; readonly reason: string }
  | { readonly does: "resume" | "reopen"; readonly item: string; readonly percent: number }
  | { readonly does: "begin" | "finish"; readonly item: string }
  | { readonly does: "estimate"; readonly item: string; readonly days: Days }
  | { readonly does: "deadline"; readonly item: string; readonly inDays: number }
  | { readonly does: "adopt"; readonly component: string; readonly state: AdoptionState; readonly note?: string }
  | {
      readonly does: "add"
      readonly item: string
      readonly workstream: string
      readonly title: string
      readonly owner: string
      readonly days: Days
    }
  | { readonly does: "move"; readonly item: string; readonly workstream: string; readonly below: string }
  | { readonly does: "link"; readonly from: string; readonly to: string; readonly type: LinkType; readonly lag: number }
  | { readonly does: "target"; readonly gate: string; readonly daysIn: number }

export const inDays = (daysIn: number): When => ({ daysIn })
export const ago = (daysAgo: number): When => ({ daysAgo })
export const after = (of: string, edge: "start" | "finish", days = 0): When => ({ after: edge, of, days })

/** Somebody's words on an item. */
export const says = (when: When, who: string, item: string, text: string): StoryEvent => ({
  ...{ when, who, does: "comment", item, text },
})
