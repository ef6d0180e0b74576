import { describe, expect, test } from "vitest"
import { describeProved, type JudgedCheck, provedProgress, rollUpProved } from "./proved"

const check = (checkId: string, verdict: JudgedCheck["verdict"], more: Partial<JudgedCheck> = {}): JudgedCheck => ({
  checkId,
  verdict,
  due: true,
  waived: false,
  ...more,
})

describe("proved progress", () => {
  test("counts what unknown as not met", () => {
    const checks = [check("a", "met"), check("b", "not-met"), check("c", "could-not-tell")]
    expect(provedProgress(checks)).toEqual({ kind: "proved", met: 1, metDue: 1, due: 3, all: 3, waived: 0 })
  })
  test("counts a check once, wherever it applies", () => {
    expect(describeProved(provedProgress([check("a", "met"), check("a", "met"), check("b", "not-met")]))).toBe(
      "Proved 1 of 2",
    )
  })
  test("shows waived checks apart", () => {
    const checks = [check("a", "met"), check("b", "not-met"), check("c", "met", { waived: true })]
    expect(describeProved(provedProgress(checks))).toBe("Proved 1 of 2; 1 waived")
    expect(describeProved(provedProgress([check("c", "met", { waived: true })]))).toBe("No checks; 1 waived")
  })
  test("keeps what is not due apart from what is", () => {
    const early = check("d", "met", { due: false })
    const checks = [check("a", "met"), check("b", "not-met"), early, check("e", "not-met", { due: false })]
    expect(describeProved(provedProgress(checks))).toBe("Proved 1 of 2 due, 4 in all")
    expect(describeProved(provedProgress([early]))).toBe("Proved 1 of 1, none due yet")
  })
  test("of no checks says so", () => {
    expect(describeProved(provedProgress([]))).toBe("No checks")
  })
})

test("a check that two workstreams of a stage share counts once in the stage", () => {
  const shared = [
    { ...check("a", "met"), groupIds: ["w1", "stage"] },
    { ...check("a", "met"), groupIds: ["w2", "stage"] },
    { ...check("b", "not-met"), groupIds: ["w2", "stage"] },
  ]
  const words = [...rollUpProved(shared)].map(([group, proved]) => [group, describeProved(proved)])
  expect(Object.fromEntries(words)).toEqual({ w1: "Proved 1 of 1", w2: "Proved 1 of 2", stage: "Proved 1 of 2" })
})
