import { type Day, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { rounded } from "@/lib/base/kernel/rounded"
import { type Colour, type Dimension, dimensionNames, type RagOverrideView } from "./rag-override"

/** From when on a programme is green or amber. Shares are 0 to 1, `riskGreen` and `riskAmber` exposures 0 to 5. */
export type RagRules = {
  /** Calendar days that P80 or P50 may lie after the target. */
  readonly scheduleGrace: number
  /** Of the budget, at most. */
  readonly costGreen: number
  readonly costAmber: number
  /** Work added since the first baseline, of the work it had, at most. */
  readonly scopeGreen: number
  readonly scopeAmber: number
  /** Exposure of the largest open risk, at most. */
  readonly riskGreen: number
  readonly riskAmber: number
  /** Of the KPIs that are known, those on their path or ahead, at least. */
  readonly benefitsGreen: number
  readonly benefitsAmber: number
}
export const ragDefaults: RagRules = {
  ...{ scheduleGrace: 0, costGreen: 1, costAmber: 1.1, scopeGreen: 0.05, scopeAmber: 0.15 },
  ...{ riskGreen: 1.5, riskAmber: 2.5, benefitsGreen: 0.7, benefitsAmber: 0.5 },
}

/** What the rules judge; null or a reason where it is not known. */
export type RagFacts = {
  readonly today: Day
  readonly schedule:
    | { readonly gate: string; readonly target: Day; readonly p50: Day; readonly p80: Day }
    | { readonly unknown: string }
  /** Projected to the end of the month, in the currency of the budget. */
  readonly cost: { readonly projected: number; readonly budget: number } | { readonly unknown: string }
  readonly scope: { readonly added: number; readonly base: number } | { readonly unknown: string }
  /** The largest exposure of open entries; null when there is none. */
  readonly risk: { readonly worst: number; readonly title: string } | null
  readonly benefits: { readonly good: number; readonly known: number; readonly all: number }
}

export type RagStatus = Colour | "unknown"
/** How one dimension stands, and by which rule. */
export type Judged = {
  readonly dimension: Dimension
  readonly name: string
  readonly status: RagStatus
  /** What was measured. */
  readonly figure: string
  /** The part of the rule that gave the status. */
  readonly rule: string
  /** All of the rule. */
  readonly whole: string
  /** Who says otherwise than the rule; `computed` is what the rule gives. */
  readonly override: {
    readonly id: string
    readonly reason: string
    readonly untilDay: Day
    readonly computed: RagStatus
  } | null
}
export type Rag = { readonly overall: RagStatus; readonly dimensions: readonly Judged[] }

type Parts = Record<Colour, string>
type Found = { readonly status: RagStatus; readonly figure: string; readonly parts: Parts }

/**
 * The status of each dimension by its rule, or by the newest override that has not ended; overall is the worst that is
 * known. Red is worse than amber, amber than green.
 */
export function ragOf(facts: RagFacts, rules: RagRules, overrides: readonly RagOverrideView[]): Rag {
  const found: Record<Dimension, Found> = {
    ...{ schedule: scheduleOf(facts, rules), cost: costOf(facts, rules), scope: scopeOf(facts, rules) },
    ...{ risk: riskOf(facts, rules), benefits: benefitsOf(facts, rules) },
  }
  const dimensions = dimensionsInOrder.map((dimension): Judged => {
    const { status, figure, parts } = found[dimension]
    const standing = overrides
      .filter((each) => each.dimension === dimension && each.untilDay >= facts.today)
      .toSorted((a, b) => b.number - a.number)[0]
    const override = standing
      ? { id: standing.id, reason: standing.reason, untilDay: standing.untilDay, computed: status }
      : null
    const shown = standing?.colour ?? status
    const whole = `Green: ${parts.green}. Amber: ${parts.amber}. Red: ${parts.red}.`
    const rule = status === "unknown" ? "Unknown is not counted" : parts[status]
    return { dimension, name: dimensionNames[dimension], status: shown, figure, rule, whole, override }
  })
  return { overall: worstOf(dimensions.map(({ status }) => status)), dimensions }
}

export const dimensionsInOrder: readonly Dimension[] = ["schedule", "cost", "scope", "risk", "benefits"]

/** Red before amber before green; unknown only when nothing is known. */
export const worstOf = (all: readonly RagStatus[]): RagStatus =>
  (["red", "amber", "green"] as const).find((each) => all.includes(each)) ?? "unknown"

const unknown = (figure: string, parts: Parts): Found => ({ status: "unknown", figure, parts })

function scheduleOf({ schedule, today }: RagFacts, { scheduleGrace }: RagRules): Found {
  const by = scheduleGrace === 0 ? "target" : `target + ${scheduleGrace} d`
  const parts = { green: `P80 by ${by}`, amber: `P50 by ${by}, P80 after`, red: `P50 after ${by}` }
  if ("unknown" in schedule) return unknown(schedule.unknown, parts)
  const { gate, target, p50, p80 } = schedule
  const latest = ordinalOf(target) + scheduleGrace
  const status = ordinalOf(p80) <= latest ? "green" : ordinalOf(p50) <= latest ? "amber" : "red"
  const late = ordinalOf(p80) - ordinalOf(target)
  const beside = late === 0 ? "on target" : late > 0 ? `${late} d late` : `${-late} d early`
  return { status, figure: `${gate} P80 ${sayDay(p80, today)}, ${beside}`, parts }
}

const percent = (share: number): string => `${plainDecimal(rounded(share * 100, 1))}%`

function costOf({ cost }: RagFacts, { costGreen, costAmber }: RagRules): Found {
  const parts = {
    green: `up to ${percent(costGreen)} of budget`,
    amber: `up to ${percent(costAmber)} of budget`,
    red: `over ${percent(costAmber)} of budget`,
  }
  if ("unknown" in cost) return unknown(cost.unknown, parts)
  const share = cost.projected / cost.budget
  return { status: upTo(share, costGreen, costAmber), figure: `Month ends at ${percent(share)} of budget`, parts }
}

function scopeOf({ scope }: RagFacts, { scopeGreen, scopeAmber }: RagRules): Found {
  const parts = {
    green: `up to ${percent(scopeGreen)} added`,
    amber: `up to ${percent(scopeAmber)} added`,
    red: `over ${percent(scopeAmber)} added`,
  }
  if ("unknown" in scope) return unknown(scope.unknown, parts)
  const share = scope.added / scope.base
  const figure = `${scope.added} of ${scope.base} items added since baseline`
  return { status: upTo(share, scopeGreen, scopeAmber), figure, parts }
}

function riskOf({ risk }: RagFacts, { riskGreen, riskAmber }: RagRules): Found {
  const parts = {
    green: `exposure up to ${plainDecimal(riskGreen)}`,
    amber: `exposure up to ${plainDecimal(riskAmber)}`,
    red: `exposure over ${plainDecimal(riskAmber)}`,
  }
  if (!risk) return { status: "green", figure: "No open risk is rated", parts }
  const figure = `Largest ${plainDecimal(rounded(risk.worst, 1))}: ${risk.title}`
  return { status: upTo(risk.worst, riskGreen, riskAmber), figure, parts }
}

function benefitsOf({ benefits }: RagFacts, { benefitsGreen, benefitsAmber }: RagRules): Found {
  const parts = {
    green: `${percent(benefitsGreen)} or more on path`,
    amber: `${percent(benefitsAmber)} or more on path`,
    red: `less than ${percent(benefitsAmber)} on path`,
  }
  const { good, known, all } = benefits
  if (known === 0) return unknown(all === 0 ? "No KPIs yet" : "No KPI has a standing yet", parts)
  const share = good / known
  const status = share >= benefitsGreen ? "green" : share >= benefitsAmber ? "amber" : "red"
  return { status, figure: `${good} of ${known} KPIs on path or ahead`, parts }
}

const upTo = (value: number, green: number, amber: number): Colour =>
  value <= green ? "green" : value <= amber ? "amber" : "red"
