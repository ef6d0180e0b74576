import type { CheckView } from "@/lib/assurance/contract"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { type Plan, planOf } from "@/lib/plan/roadmap/plan"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { type RagFacts, type RagRules, ragOf } from "@/lib/steering/rag"
import type { RagOverrideView } from "@/lib/steering/rag-override"
import type { KpiLine } from "@/lib/value/kpi-line"
import { answerOf, basisOf, positionOf, type Standing } from "./answer"
import { type Between, changesOf } from "./changes"
import { criterionLine, type SignLine, withContradictions } from "./checklist"
import { type Figured, type PlacedCheck, phaseFigures, programmeFigures, stageFigures, sumsOf } from "./figures"
import type { ForecastsBetween } from "./forecast-news"
import { withOutlook } from "./gate-track"
import type { Outlook } from "./outlook"
import type { ProofBetween } from "./proof-news"
import { ragFactsOf } from "./rag-facts"
import { type PastEvent, rewind, rewindLinks, type Tracked } from "./rewind"
import { topRisks } from "./top-risks"
import type { Change, OverviewView, RagView, Waiting } from "./views"
import { waitingOf } from "./waiting"

/** From when on changes are told: the last visit, or two weeks ago for somebody who was never here. */
export type Since = { readonly at: Date; readonly basis: OverviewView["changes"]["basis"] }

export type OverviewCheck = PlacedCheck & Pick<CheckView, "sentence" | "reason" | "kind">

export type OverviewFacts = {
  readonly roadmap: Omit<RoadmapView, "deliveryRoles">
  /** All work items, also those taken away. */
  readonly tracked: readonly Tracked[]
  readonly checks: readonly OverviewCheck[]
  /** The checklist and the gates, as far as they are signed. */
  readonly lines: readonly SignLine[]
  readonly register: readonly RegisterLine[]
  /** The newest forecast, the last one before `since`, and how the forecasts did. */
  readonly forecast: {
    readonly newest: Outlook | null
    readonly before: ForecastsBetween["before"]
    readonly score: string | null
  }
  /** What was known of the checks then. */
  readonly earlier: Pick<ProofBetween, "verdicts" | "contradicted">
  /** Everything that happened since. */
  readonly events: readonly PastEvent[]
  readonly since: Since
  /** The ids under which the asker signs events. */
  readonly mine: ReadonlySet<string>
  readonly openInvitations: number
  /** Checks and evidence that wait for the asker. */
  readonly waitingChecks: readonly Waiting[]
  /** What the status is judged by, and by which rules. */
  readonly rag: {
    readonly kpis: readonly KpiLine[]
    readonly overrides: readonly RagOverrideView[]
    readonly rules: RagRules
    readonly baselined: ReadonlySet<string> | null
    readonly cost: RagFacts["cost"]
  }
  readonly lastChange: Date
  readonly seq: number
}

/** Everything on the first page of a programme, from what is stored. */
export function overviewOf(facts: OverviewFacts): OverviewView {
  const { roadmap, checks, lines, lastChange, seq } = facts
  const { today, programme } = roadmap
  const items = present(facts.tracked)
  const figured: Figured = { ...roadmap, items, checks }
  const planned = planOf(figured, today)
  const plan = planned.ok ? planned.value : null
  const sums = sumsOf(figured, plan)
  const { newest } = facts.forecast
  const phases = withContradictions(withOutlook(phaseFigures(figured, sums, plan), newest), lines)
  const checkOf = new Map(checks.map((check) => [check.id, check]))
  const { proved } = programmeFigures(sums)
  const standing: Standing = {
    today,
    startDay: programme.startDay,
    noPlan: planned.ok ? null : planned.refusal,
    phases,
    proved,
    items,
    mayPlan: roadmap.me.may.editPlan && !programme.archived,
    foreseen: newest && { outlook: newest, nameOf: titlesOf(facts), score: facts.forecast.score },
    contradicted: lines.filter(({ state }) => state === "contradicted").map(({ id }) => id),
  }
  return {
    name: programme.name,
    today,
    timeZone: programme.timeZone,
    currency: programme.currency,
    lastChange: lastChange.toISOString(),
    seq,
    position: positionOf(standing),
    answer: answerOf(standing),
    basis: basisOf(standing),
    rag: ragView(facts, phases, items),
    stages: stageFigures(figured, sums),
    phases,
    checklist: lines.filter(({ kind }) => kind === "criterion").map((line) => criterionLine(line, checkOf)),
    changes: {
      since: dayIn(programme.timeZone, facts.since.at),
      basis: facts.since.basis,
      list: changesSince(facts, plan, phases),
    },
    waiting: [
      ...facts.waitingChecks,
      ...waitingOf({
        ...{ today, items, plan, openInvitations: facts.openInvitations },
        asker: { personId: roadmap.me.personId, leads: roadmap.me.may.manageMembers },
      }),
    ],
    risks: topRisks(facts.register, namesOf(roadmap)),
  }
}

function ragView(
  { roadmap, register, rag }: OverviewFacts,
  phases: OverviewView["phases"],
  items: Figured["items"],
): RagView {
  const found = ragOf(ragFactsOf({ ...rag, today: roadmap.today, phases, register, items }), rag.rules, rag.overrides)
  return { overall: found.overall, dimensions: [...found.dimensions] }
}

function namesOf({ people }: OverviewFacts["roadmap"]): (personId: string) => string | null {
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  return (personId) => names.get(personId) ?? null
}

/** The name of whatever can move a gate. */
function titlesOf({ roadmap, tracked, register }: OverviewFacts): (id: string) => string | null {
  const titles = new Map<string, string>([
    ...tracked.map(({ item }) => [item.id, item.title] as const),
    ...register.map(({ id, title }) => [id, title] as const),
    ...[...roadmap.workstreams, ...roadmap.gates].map(({ id, name }) => [id, name] as const),
  ])
  return (id) => titles.get(id) ?? null
}

const present = (tracked: readonly Tracked[]) => tracked.flatMap(({ item, there }) => (there ? [item] : []))

function changesSince(facts: OverviewFacts, plan: Plan | null, phases: OverviewView["phases"]): Change[] {
  const { roadmap, tracked, events, since, mine, checks, lines, forecast } = facts
  const before = rewind(tracked, events)
  const day = dayIn(roadmap.programme.timeZone, since.at)
  const names = new Map(roadmap.people.map(({ id, name }) => [id, name]))
  return changesOf({
    ...{ today: roadmap.today, before, after: tracked, gates: roadmap.gates, events, names, mine },
    plans: plansOf(facts, plan, present(before), day),
    forecasts: { ...forecast, gates: phases.flatMap(({ gate }) => (gate ? [gate] : [])) },
    proof: { checks, lines, ...facts.earlier },
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
