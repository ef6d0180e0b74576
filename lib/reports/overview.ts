import { type Day, dayIn } from "@/lib/kernel/day"
import { type Plan, planOf } from "@/lib/roadmap/plan"
import type { RoadmapView } from "@/lib/roadmap/views"
import { answerOf, basisOf, positionOf, type Standing } from "./answer"
import { type Between, changesOf } from "./changes"
import { type CriterionParts, criterionLine } from "./checklist"
import { type Figured, type PlacedCheck, phaseFigures, programmeFigures, stageFigures, sumsOf } from "./figures"
import { type PastEvent, rewind, rewindLinks, type Tracked } from "./rewind"
import type { Change, OverviewView, Waiting } from "./views"
import { waitingOf } from "./waiting"

/** From when on changes are told: the last visit, or two weeks ago for somebody who was never here. */
export type Since = { readonly at: Date; readonly basis: OverviewView["changes"]["basis"] }

export type OverviewFacts = {
  readonly roadmap: Omit<RoadmapView, "deliveryRoles">
  /** All work items, also those taken away. */
  readonly tracked: readonly Tracked[]
  readonly checks: readonly PlacedCheck[]
  readonly criteria: readonly CriterionParts[]
  /** Everything that happened since. */
  readonly events: readonly PastEvent[]
  readonly since: Since
  /** The ids under which the asker signs events. */
  readonly mine: ReadonlySet<string>
  readonly openInvitations: number
  /** Checks and evidence that wait for the asker. */
  readonly waitingChecks: readonly Waiting[]
  readonly lastChange: Date
  readonly seq: number
}

/** Everything on the first page of a programme, from what is stored. */
export function overviewOf(facts: OverviewFacts): OverviewView {
  const { roadmap, checks, criteria, lastChange, seq } = facts
  const { today, programme } = roadmap
  const items = present(facts.tracked)
  const figured: Figured = { ...roadmap, items, checks }
  const planned = planOf(figured, today)
  const plan = planned.ok ? planned.value : null
  const sums = sumsOf(figured, plan)
  const phases = phaseFigures(figured, sums, plan)
  const { proved } = programmeFigures(sums)
  const standing: Standing = {
    today,
    startDay: programme.startDay,
    noPlan: planned.ok ? null : planned.refusal,
    phases,
    proved,
    items,
    mayPlan: roadmap.me.may.editPlan && !programme.archived,
  }
  return {
    name: programme.name,
    today,
    timeZone: programme.timeZone,
    lastChange: lastChange.toISOString(),
    seq,
    position: positionOf(standing),
    answer: answerOf(standing),
    basis: basisOf(standing),
    stages: stageFigures(figured, sums),
    phases,
    checklist: criteria.map(criterionLine),
    changes: {
      since: dayIn(programme.timeZone, facts.since.at),
      basis: facts.since.basis,
      list: changesSince(facts, plan),
    },
    waiting: [
      ...facts.waitingChecks,
      ...waitingOf({
        ...{ today, items, plan, openInvitations: facts.openInvitations },
        asker: { personId: roadmap.me.personId, leads: roadmap.me.may.manageMembers },
      }),
    ],
  }
}

const present = (tracked: readonly Tracked[]) => tracked.flatMap(({ item, there }) => (there ? [item] : []))

function changesSince(facts: OverviewFacts, plan: Plan | null): Change[] {
  const { roadmap, tracked, events, since, mine } = facts
  const before = rewind(tracked, events)
  const day = dayIn(roadmap.programme.timeZone, since.at)
  const names = new Map(roadmap.people.map(({ id, name }) => [id, name]))
  return changesOf({
    ...{ today: roadmap.today, before, after: tracked, gates: roadmap.gates, events, names, mine },
    plans: plansOf(facts, plan, present(before), day),
  })
}

/** Both plans, unless the programme was made or its calendar changed in between: then their days do not compare. */
function plansOf(
  { roadmap, events }: OverviewFacts,
  after: Plan | null,
  items: ReturnType<typeof present>,
  day: Day,
): Between["plans"] {
  if (!after || events.some(({ type }) => type === "programme.created" || type === "programme.updated")) return null
  const before = planOf({ ...roadmap, items, links: rewindLinks(roadmap.links, events) }, day)
  return before.ok ? { before: before.value, after } : null
}
