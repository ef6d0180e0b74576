import type { Release } from "@/lib/pack/release"
import { checksOfRelease, knownMetrics } from "./metrics"

/**
 * What a value may be.
 * - share: a part of a whole, 0 to 1
 * - of-plan: reached over planned, 0 and more; beyond ten times the plan it is taken for a slip of the pen
 * - multiple: a cost over another cost, 0 and more
 * - growth: a change over what was before, -1 and more
 * - count: whole, 0 and more
 * - duration: 0 and more
 * - figure: beside the rules; any number
 */
export const kinds = ["share", "of-plan", "multiple", "growth", "count", "duration", "figure"] as const
export type Kind = (typeof kinds)[number]

/** Rules write these as shares, though the whole is a plan or another time, which can be passed. */
const beyondShares: Readonly<Record<string, Kind>> = {
  "active-bi-users-of-planned": "of-plan",
  "viewed-dashboards-of-planned": "of-plan",
  "monthly-active-users-of-planned": "of-plan",
  "cost-of-successful-run-to-last-quarter": "multiple",
  "cost-of-successful-run-to-target": "multiple",
  "growth-of-self-service-users": "growth",
}
/** How many days ago a table, the dimension, was last written, by lineage. No rule asks for it; the landscape does. */
export const TABLE_WRITTEN = "table-days-since-write"
const MOST_OF_PLAN = 10
const MOST_GROWTH = 100
const MOST_OBSERVATIONS = 1e15

/** Of which kind the values of every metric are that a release or a register knows. */
export function metricKinds(release: Release): ReadonlyMap<string, Kind> {
  const known = new Map<string, Kind>([...knownMetrics(release)].map((metric) => [metric, "figure"]))
  for (const check of checksOfRelease(release).values()) {
    if (check.kind !== "fact") continue
    const { metric, unit } = check.rule
    known.set(metric, beyondShares[metric] ?? (unit === "share" || unit === "count" ? unit : "duration"))
  }
  return known.set(TABLE_WRITTEN, "duration")
}

/** Why a value cannot be one of its kind; null when it can. */
export function valueFlaw(kind: Kind, value: number | null): string | null {
  if (value === null || kind === "figure") return null
  if (kind === "growth")
    return value < -1 || value > MOST_GROWTH ? `A growth runs from -1 (all lost) to ${MOST_GROWTH}.` : null
  if (value < 0) return `${value} is below zero, and this cannot be.`
  if (kind === "share") return value > 1 ? `${value} is no share. A share runs from 0 to 1; ${asShare(value)}` : null
  if (kind === "of-plan")
    return value > MOST_OF_PLAN ? `${value} is more than ${MOST_OF_PLAN} times the plan; ${asShare(value)}` : null
  if (kind === "count") return Number.isInteger(value) ? null : `${value} is no whole number, and this is a count.`
  return null
}

/** Why something cannot be a number of observations; null when it can. */
export function observationsFlaw(n: number | null): string | null {
  if (n === null) return null
  if (n < 0 || n > MOST_OBSERVATIONS) return "The number of observations must be zero or more."
  return Number.isInteger(n) ? null : `${n} is no whole number of observations.`
}

const asShare = (value: number): string =>
  value <= 100
    ? `write ${Number((value / 100).toPrecision(12))} or ${value}% if that is meant.`
    : "write it as 0.97 or 97%."
