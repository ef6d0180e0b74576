import { expect, test } from "vitest"
import { sayRule, sayValue } from "./rule"
import { rule } from "./test-facts"

test("a rule is said with its unit, its least number and its age", () => {
  expect(sayRule(rule())).toBe("at least 97%, over at least 20, not older than 2 days")
  const count = rule({ comparison: "equals", threshold: 0, unit: "count", leastN: 0, freshnessDays: 1 })
  expect(sayRule(count)).toBe("exactly 0, not older than 1 day")
  expect(sayRule(rule({ leastN: 0, freshnessDays: null, dimensions: ["a", "b"], regions: ["eastus"] }))).toBe(
    "at least 97%, of a, b, in eastus",
  )
})
test("a value is said in its unit, without digits that are not there", () => {
  expect([sayValue("share", 0.995), sayValue("share", 1), sayValue("count", 12)]).toEqual(["99.5%", "100%", "12"])
  expect([sayValue("hours", 1), sayValue("seconds", 4.25)]).toEqual(["1 hour", "4.25 seconds"])
})
