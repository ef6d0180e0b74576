import { describe, expect, test } from "vitest"
import { isMeant, proofOf } from "./proof"

const now = new Date("2026-11-30T12:00:00Z")
const fact = (table: string, days: number | null, asOf = "2026-11-27T04:00:00.000Z") => ({ table, days, asOf })

describe("targets", () => {
  test.each([
    ["prod.curated", "prod.curated.payments", true],
    ["prod.curated.pay*", "prod.curated.payments", true],
    ["prod.curated.*_fact", "PROD.curated.card_FACT", true],
    ["prod.curated.a*b*c", "prod.curated.axxbyc", true],
    ["prod.curated.a*b*c", "prod.curated.ac", false],
    ["prod.curated.ab*ba", "prod.curated.aba", false],
    ["*.raw", "test.raw.x", true],
    ["prod.cur", "prod.curated.payments", false],
    ["prod.curated.pay", "prod.curated.payments", false],
    ["prod.curated.payments.more", "prod.curated.payments", false],
    ["prod.curated.(a+)+$", "prod.curated.aaaa", false],
  ])("%s means %s: %s", (pattern, table, meant) => expect(isMeant(pattern, table)).toBe(meant))
})

describe("proof", () => {
  const item = { targets: ["prod.curated.pay_*"], planned: 84 }
  test("counts tables written within 30 days, each once, and names the oldest fact", () => {
    const facts = [
      fact("prod.curated.pay_a", 0),
      fact("prod.curated.PAY_A", 1, "2026-11-26T04:00:00.000Z"),
      fact("prod.curated.pay_b", 30),
      fact("prod.curated.pay_c", 31),
      fact("prod.curated.pay_d", null),
      fact("prod.curated.loans", 0),
    ]
    expect(proofOf(item, facts, now)).toEqual({ proved: 2, provedAsOf: "2026-11-26T04:00:00.000Z" })
  })
  test("is Unknown, not nothing, where no fact tells of a target", () => {
    const unknown = { proved: null, provedAsOf: null }
    expect(proofOf(item, [], now)).toEqual(unknown)
    expect(proofOf(item, [fact("prod.curated.loans", 1)], now)).toEqual(unknown)
    expect(proofOf(item, [fact("prod.curated.pay_d", null)], now)).toEqual(unknown)
    expect(proofOf({ ...item, targets: [] }, [fact("prod.curated.pay_a", 1)], now)).toEqual(unknown)
    expect(proofOf(item, [fact("prod.curated.pay_a", 1, "2026-10-30T00:00:00.000Z")], now)).toEqual(unknown)
  })
  test("is nothing where facts tell that no target was written lately, and never more than planned", () => {
    expect(proofOf(item, [fact("prod.curated.pay_a", 200)], now).proved).toBe(0)
    expect(
      proofOf({ ...item, planned: 1 }, [fact("prod.curated.pay_a", 1), fact("prod.curated.pay_b", 1)], now).proved,
    ).toBe(1)
  })
})
