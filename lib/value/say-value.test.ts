import { describe, expect, test } from "vitest"
import { sayGain, sayStanding, sayValue } from "./say-value"

test.each([
  [25, "days", "25 d"],
  [41_310, "money", "€41,310"],
  [0.4321, "money", "€0.43"],
  [83.25, "%", "83.3%"],
  [1.184, "ratio", "1.18×"],
  [412, "users", "412 users"],
  [24, "NPS", "+24"],
  [-3, "NPS", "−3"],
  [2, "count", "2"],
  [9.84, "s", "9.84 s"],
])("%d in %s is %s", (value, unit, said) => expect(sayValue(value, unit, "EUR")).toBe(said))

test.each([
  [-2, "days", "−2 d"],
  [9, "%", "+9 pt"],
  [0, "%", "no change"],
  [0.00001, "ratio", "no change"],
  [6, "NPS", "+6"],
  [-1200, "money", "−CHF 1,200"],
])("a gain of %d in %s is %s", (gain, unit, said) => expect(sayGain(gain, unit, "CHF")).toBe(said))

describe("a standing", () => {
  test("is said by its distance in time", () => {
    expect(sayStanding({ kind: "behind", weeks: 6 })).toBe("6 weeks behind")
    expect(sayStanding({ kind: "ahead", weeks: 1 })).toBe("1 week ahead")
  })
})
