import type { Fact } from "./fact"
import type { Rule } from "./rule-shapes"

/** At least 97% over at least 20, not older than 2 days. */
export const rule = (more: Partial<Rule> = {}): Rule => ({
  ...{ evidence: "E35", metric: "runs-succeeded", comparison: "at-least", threshold: 0.97, unit: "share" },
  ...{ leastN: 20, freshnessDays: 2, dimensions: [], regions: [] },
  ...more,
})
/** 98% over 340, taken and true on 20 Nov 2026. */
export const fact = (more: Partial<Fact> = {}): Fact => ({
  ...{ metric: "runs-succeeded", dimension: "", value: 0.98, n: 340, asOf: "2026-11-20T06:00:00.000Z", region: "" },
  ...{ workspace: "", statement: null, reason: null, factSetId: null, takenAt: "2026-11-20T08:00:00.000Z" },
  ...more,
})
