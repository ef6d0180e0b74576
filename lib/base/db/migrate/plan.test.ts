import { describe, expect, test } from "vitest"
import { planMigrations, type Recorded } from "./plan"

const first = { name: "1_first", sql: "", checksums: ["a", "a-windows"] as const }
const second = { name: "2_second", sql: "", checksums: ["b"] as const }
const done = (name: string, checksum: string): Recorded => ({ name, checksum, isFinished: true, isRolledBack: false })

describe("what is migrated next", () => {
  test("is everything on an empty database, in order", () => {
    expect(planMigrations([first, second], [])).toEqual({ ok: true, value: [first, second] })
  })
  test("is nothing when all is applied, whatever the line endings were", () => {
    expect(planMigrations([first, second], [done("2_second", "b"), done("1_first", "a-windows")])).toEqual({
      ok: true,
      value: [],
    })
  })
  test("is tried again after it was rolled back by hand", () => {
    const rolledBack = { ...done("1_first", "old"), isFinished: false, isRolledBack: true }
    expect(planMigrations([first], [rolledBack])).toEqual({ ok: true, value: [first] })
  })
  test("is refused after one that failed", () => {
    const plan = planMigrations([first, second], [{ ...done("1_first", "a"), isFinished: false }])
    expect(plan).toEqual({ ok: false, refusal: expect.stringContaining("1_first failed") })
  })
  test("is refused when an applied one was changed", () => {
    expect(planMigrations([first], [done("1_first", "x")])).toEqual({
      ok: false,
      refusal: expect.stringContaining("1_first was changed"),
    })
  })
  test("is refused on a database that a newer version has used", () => {
    expect(planMigrations([first], [done("1_first", "a"), done("3_third", "c")])).toEqual({
      ok: false,
      refusal: expect.stringContaining("newer version"),
    })
  })
})
