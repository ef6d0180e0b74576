import { expect, test } from "vitest"
import { riskEffects } from "./absorbed"
import type { ForecastInputs } from "./inputs-shapes"
import { sayEffect } from "./say-effect"
import { inputs, item, risk } from "./test-inputs"

/**
 * By hand: a and b of w1 take 2 days each, one after the other, so that Gate 1 lies after 4 days; w2 takes 3 days, and
 * Gate 2 waits for it and for Gate 1: it lies after 4 days, and w2 has a day of slack.
 */
const delay = (likely: number) => ({ delay: { optimistic: likely, likely, pessimistic: likely }, probability: 1 })
const effectsOf = (given: Partial<ForecastInputs>) => {
  const effects = riskEffects(inputs(given))
  if (!effects.ok) throw new Error(effects.refusal)
  return effects.value.map(({ movesDays, absorbedBy }) => [movesDays, absorbedBy])
}

test("a certain risk moves the finish by its delay, or it is told what absorbs the rest", () => {
  const risks = [
    risk("all", { ...delay(5), workstreamIds: ["w1"] }),
    risk("some", { ...delay(5), workstreamIds: ["w2"] }),
    risk("none", { ...delay(1), workstreamIds: ["w2"] }),
    risk("by gate", { ...delay(5), workstreamIds: [], gateIds: ["g2"] }),
    risk("half", { ...delay(0.5), workstreamIds: ["w1"] }),
  ]
  expect(effectsOf({ risks })).toEqual([
    ...[
      [5, "nothing"],
      [4, "slack"],
      [0, "slack"],
      [4, "slack"],
    ],
    [0.5, "nothing"],
  ])
})

test("what leads to no gate, and what has no work left, does not move the finish for another reason than slack", () => {
  const workstreams = [
    ...inputs().workstreams,
    { id: "w3", phaseId: "p3", optimistic: null, likely: 4, pessimistic: null },
    { id: "w4", phaseId: "p1", optimistic: null, likely: null, pessimistic: null },
  ]
  const items = [...inputs().items, item("c", { workstreamId: "w4", status: "done", percent: 100 })]
  const risks = [
    risk("aside", { ...delay(50), workstreamIds: ["w3"] }),
    risk("over", { ...delay(5), workstreamIds: ["w4"] }),
  ]
  expect(effectsOf({ workstreams, items, risks })).toEqual([
    [0, "aside"],
    [0, "no-work"],
  ])
})

test("the effect of a risk in words", () => {
  const about = { riskId: "r", gateId: "g", delayDays: 10 }
  expect(
    (
      [
        [10, "nothing"],
        [4, "slack"],
        [9, "slack"],
        [0, "slack"],
        [0, "aside"],
        [0, "no-work"],
      ] as const
    ).map(([movesDays, absorbedBy]) => sayEffect({ ...about, movesDays, absorbedBy }, "Gate 4")),
  ).toEqual([
    "moves Gate 4 by 10 days",
    "moves Gate 4 by 4 days; 6 days are absorbed by slack",
    "moves Gate 4 by 9 days; 1 day is absorbed by slack",
    "does not move Gate 4: its 10 days are absorbed by slack",
    "does not move Gate 4: what it delays does not lead there",
    "has no work left to delay",
  ])
})
