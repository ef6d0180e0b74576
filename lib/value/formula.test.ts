import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cycleThrough, evaluate, parseFormula, usesOf } from "./formula"

const values: Readonly<Record<number, number | null>> = { 1: 42.9, 2: 3.2, 3: 88, 4: 34, 5: 146.2, 6: 0, 7: null }
const worth = (text: string) => {
  const parsed = parseFormula(text)
  return parsed.ok ? evaluate(parsed.value, (number) => values[number] ?? null) : parsed.detail?.at
}

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["100 / 10 / 2", 5],
    ["2 * -3", -6],
    ["--3", 3],
    ["-(2 + 1) * 2", -6],
    ["0.5*K5", 73.1],
    ["k1+K2", 46.1],
  ])("%s is %d", (text, expected) => expect(worth(text)).toBeCloseTo(expected, 9))
  test("of the cost against the legacy platform is 1.15", () => {
    expect(worth("(K1 + K2 + K3 + K4) / K5")).toBeCloseTo(1.1498, 4)
  })
  test.each(["K7 + 1", "1 / K6", "1 / (2 - 2)", "K99"])("%s has no value", (text) => expect(worth(text)).toBeNull())
  test.each([
    ["", 0],
    ["1 +", 3],
    ["(1", 2],
    ["1)", 1],
    ["1 2", 2],
    ["1.2.3", 0],
    ["K", 0],
    ["K1x", 0],
    ["2 ^ 3", 2],
    ["1e5", 1],
    ["alert(1)", 0],
  ])("%j is none from its character %d on", (text, at) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, detail: { at } })
  })
  test("that nests without end is refused and harms nothing", () => {
    expect(parseFormula("(".repeat(400)).ok).toBe(false)
    expect(parseFormula("-".repeat(499)).ok).toBe(false)
    expect(parseFormula("1+".repeat(1000)).ok).toBe(false)
  })
  test("is worked as JavaScript works it", () => {
    const leaf = fc.integer({ min: 0, max: 99 }).map(String)
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree")).map(([a, o, b]) => `(${a} ${o} ${b})`),
        fc.tuple(leaf, fc.constantFrom("+", "-", "*", "/"), tie("tree")).map(([a, o, b]) => `${a}${o} ${b}`),
        tie("tree").map((a) => `-(${a})`),
      ),
    }))
    fc.assert(
      fc.property(tree, (text) => {
        fc.pre(text.length <= 500)
        const witness: unknown = new Function(`return ${text}`)()
        const value = worth(text)
        if (typeof witness === "number" && Number.isFinite(witness) && !/\/\s*\(|\/ ?0/.test(text))
          expect(value).toBeCloseTo(witness, 6)
        else if (value !== null && typeof witness === "number") expect(value).toBeCloseTo(witness, 6)
      }),
    )
  })
  test("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseFormula(text).ok === "boolean"))
  })
})

test("names the KPIs that it uses, each once", () => {
  const parsed = parseFormula("(K1 + K12) / -K1")
  expect(parsed.ok && usesOf(parsed.value)).toEqual([1, 12])
})

describe("a circle", () => {
  const among = (uses: Readonly<Record<number, readonly number[]>>) => (at: number) => uses[at] ?? []
  test("is found where a formula leads back to itself, directly or over others", () => {
    expect(cycleThrough(1, among({ 1: [1] }))).toEqual([1, 1])
    expect(cycleThrough(1, among({ 1: [2, 3], 3: [4], 4: [1] }))).toEqual([1, 3, 4, 1])
  })
  test("is none where two ways meet, or where others turn without it", () => {
    expect(cycleThrough(1, among({ 1: [2, 3], 2: [4], 3: [4] }))).toBeNull()
    expect(cycleThrough(1, among({ 1: [2], 2: [3], 3: [2] }))).toBeNull()
  })
  test("is never there when every formula uses later numbers only", () => {
    const graph = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(graph, (steps) => {
        const uses = (at: number) => (steps[at] ?? []).map((step) => at + step)
        return steps.every((_, at) => cycleThrough(at, uses) === null)
      }),
    )
  })
})
