import { describe, expect, test } from "vitest"
import { kernelTwin } from "@/lib/plan/simulation/kernel-twin"
import { simulate } from "@/lib/plan/simulation/simulate"
import { forecastOf } from "./forecast"
import type { ForecastInputs } from "./inputs-shapes"
import { modelOf } from "./network"
import { tailsOf, watched } from "./tails"
import { item, link, inputs as planOf } from "./test-inputs"
import { countedOf } from "./tried"

function tried(inputs: ForecastInputs) {
  const model = modelOf(inputs)
  if (!model.ok) throw new Error(model.refusal)
  return countedOf(model.value, simulate(model.value, { seed: 7, trials: 500 }, kernelTwin))
}

describe("the tail of a part", () => {
  const spread = { optimistic: 2, likely: 4, pessimistic: 12 }
  const inputs = planOf({
    items: [item("a", spread), item("b", spread), item("c", { ...spread, status: "done", percent: 100 })],
    links: [link("a", "b")],
  })
  const result = tried(watched(inputs))
  const tails = tailsOf(inputs, result)

  test("ends later in nine of ten trials than in eight, and is there for all unfinished work", () => {
    const open = inputs.items.filter(({ status }) => status !== "done" && status !== "dropped")
    expect(tails.filter(({ part }) => part === "item").map(({ id }) => id)).toEqual(open.map(({ id }) => id))
    for (const { p80, p90 } of tails) expect(p80 <= p90).toBe(true)
  })
  test("of an item is never beyond that of its workstream", () => {
    const ofWorkstream = new Map(
      tails.flatMap((tail) => (tail.part === "workstream" ? [[tail.id, tail.p80] as const] : [])),
    )
    const workstreamOf = new Map(inputs.items.map(({ id, workstreamId }) => [id, workstreamId]))
    for (const { part, id, p80 } of tails)
      if (part === "item") expect(p80 <= (ofWorkstream.get(workstreamOf.get(id) ?? "") ?? "")).toBe(true)
  })
  test("changes nothing of what is watched", () => {
    expect(forecastOf(inputs, result).gates).toEqual(forecastOf(inputs, tried(inputs)).gates)
  })
})
