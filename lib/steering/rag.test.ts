import { describe, expect, test } from "vitest"
import { type RagFacts, ragDefaults, ragOf, worstOf } from "./rag"
import type { RagOverrideView } from "./rag-override"

const facts: RagFacts = {
  today: "2026-11-30" as RagFacts["today"],
  schedule: day3("2026-12-25", "2026-12-20", "2026-12-24"),
  cost: { projected: 90, budget: 100 },
  scope: { added: 2, base: 100 },
  risk: { worst: 1.4, title: "No licence" },
  benefits: { good: 8, known: 10, all: 11 },
}
function day3(target: string, p50: string, p80: string): RagFacts["schedule"] {
  return { gate: "Gate 2", target, p50, p80 } as RagFacts["schedule"]
}
const statusOf = (more: Partial<RagFacts>, overrides: readonly RagOverrideView[] = [], rules = ragDefaults) =>
  Object.fromEntries(
    ragOf({ ...facts, ...more }, rules, overrides).dimensions.map(({ dimension, status }) => [dimension, status]),
  )

describe("schedule", () => {
  test.each([
    ["2026-12-24", "2026-12-25", "green"],
    ["2026-12-25", "2026-12-26", "amber"],
    ["2026-12-26", "2026-12-30", "red"],
  ])("P50 %s and P80 %s against 25 December is %s", (p50, p80, status) => {
    expect(statusOf({ schedule: day3("2026-12-25", p50, p80) }).schedule).toBe(status)
  })
  test("grace moves the line for both", () => {
    const rules = { ...ragDefaults, scheduleGrace: 5 }
    expect(statusOf({ schedule: day3("2026-12-25", "2026-12-26", "2026-12-30") }, [], rules).schedule).toBe("green")
    expect(statusOf({ schedule: day3("2026-12-25", "2026-12-26", "2026-12-31") }, [], rules).schedule).toBe("amber")
  })
})

test("the others at and beyond their lines", () => {
  expect(statusOf({ cost: { projected: 100, budget: 100 } }).cost).toBe("green")
  expect(statusOf({ cost: { projected: 110, budget: 100 } }).cost).toBe("amber")
  expect(statusOf({ cost: { projected: 110.01, budget: 100 } }).cost).toBe("red")
  expect(statusOf({ scope: { added: 5, base: 100 } }).scope).toBe("green")
  expect(statusOf({ scope: { added: 16, base: 100 } }).scope).toBe("red")
  expect(statusOf({ risk: { worst: 2.5, title: "x" } }).risk).toBe("amber")
  expect(statusOf({ risk: null }).risk).toBe("green")
  expect(statusOf({ benefits: { good: 7, known: 10, all: 12 } }).benefits).toBe("green")
  expect(statusOf({ benefits: { good: 4, known: 10, all: 12 } }).benefits).toBe("red")
})

test("what is unknown is said and never counts as green", () => {
  const rag = ragOf({ ...facts, cost: { unknown: "No budget yet" } }, ragDefaults, [])
  expect(rag.dimensions[1]).toMatchObject({ status: "unknown", figure: "No budget yet" })
  expect(rag.overall).toBe("green")
  expect(worstOf(["unknown", "unknown"])).toBe("unknown")
  expect(worstOf(["green", "unknown", "amber"])).toBe("amber")
})

describe("an override", () => {
  const override = (more: object) =>
    ({
      ...{ id: "o1", number: 1, dimension: "schedule", colour: "red", reason: "The vendor is late" },
      ...{ untilDay: "2026-11-30", version: 1, createdAt: "", updatedAt: "", own: {} },
      ...more,
    }) as RagOverrideView
  test("holds through its last day, keeps what the rule says, and makes the overall", () => {
    const rag = ragOf(facts, ragDefaults, [override({})])
    expect(rag.dimensions[0]).toMatchObject({ status: "red", override: { computed: "green" } })
    expect(rag.overall).toBe("red")
  })
  test("ends by itself, and the newest of several counts", () => {
    expect(statusOf({}, [override({ untilDay: "2026-11-29" })]).schedule).toBe("green")
    expect(statusOf({}, [override({}), override({ number: 2, colour: "amber" })]).schedule).toBe("amber")
  })
})
