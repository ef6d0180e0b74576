import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Day, day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { ForecastInputs } from "./inputs-shapes"
import { type P80s, whatMovedIt } from "./moved"
import { stepsBetween } from "./steps"
import { inputs, item, link, monday, risk, someInputs } from "./test-inputs"

/** A stand-in for a simulation: any answer will do for adding up, as long as it is the same for the same inputs. */
async function standIn(of: ForecastInputs): Promise<P80s> {
  const text = JSON.stringify(of)
  const spread = Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7)
  return new Map(of.gates.map(({ id }, at) => [id, dayOf(ordinalOf(monday) + spread + at)]))
}
/** The sum of the likely days of what is not dropped, as if all were one chain; a delay counts by its chance. */
async function chain({ items, risks, statusDay }: ForecastInputs): Promise<P80s> {
  const work = items.filter(({ status }) => status !== "dropped")
  const days = work.reduce(
    (sum, each) => sum + (each.status === "done" ? 0 : (each.likely ?? 1) * (100 - each.percent)) / 100,
    0,
  )
  const delay = risks.reduce((sum, each) => sum + each.probability * each.delay.likely, 0)
  return new Map([["g1", dayOf(ordinalOf(statusDay) + Math.round(days + delay))]])
}
const kept = new Map<string, Day>([["g1", day("2026-03-20")]])
const telling = { kept, sinceRunId: null, weightOf: () => 0 }
const partsOf = async (before: ForecastInputs, after: ForecastInputs) => {
  const { gates } = await whatMovedIt(before, after, chain, { ...telling, kept: await chain(before) })
  const move = gates[0]
  return Object.fromEntries((move?.parts ?? []).filter(({ days }) => days !== 0).map(({ kind, days }) => [kind, days]))
}

describe("the parts of what moved a forecast", () => {
  test("add up to the whole, whatever changed and whatever was saved", async () => {
    await fc.assert(
      fc.asyncProperty(someInputs, someInputs, async (before, after) => {
        const { gates } = await whatMovedIt(before, after, standIn, telling)
        expect(gates.map(({ gateId }) => gateId)).toEqual(["g1"])
        for (const { days, parts, from, to } of gates) {
          expect(parts.reduce((sum, part) => sum + part.days, 0)).toBe(days)
          expect(days).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000)
        }
      }),
    )
  })
  test("add up also where a step goes round in a circle, and say where it is counted", async () => {
    const blind = async (of: ForecastInputs) => (of.links.length === 4 ? null : chain(of))
    const before = inputs({ items: [item("a")], links: [] })
    const after = inputs({ items: [item("a"), item("b", { likely: 9 })], links: [link("a", "b"), link("b", "a")] })
    const steps = async (of: ForecastInputs) => (of.items.length === 2 && of.risks.length === 0 ? null : blind(of))
    const moved = await whatMovedIt(before, { ...after, risks: [risk("r", { probability: 1 })] }, steps, {
      ...{ ...telling, kept: await chain(before) },
    })
    const [move] = moved.gates
    expect(move?.parts.filter((part) => part.with === "risks").map(({ kind }) => kind)).toEqual([
      ...["scope", "estimates", "progress", "links"],
    ])
    expect(move?.parts.reduce((sum, part) => sum + part.days, 0)).toBe(move?.days)
  })
  test("are each of their kind", async () => {
    const before = inputs()
    expect(await partsOf(before, inputs({ items: [item("a"), item("b"), item("c", { likely: 5 })] }))).toEqual({
      scope: 5,
    })
    expect(await partsOf(before, inputs({ items: [item("a", { likely: 6 }), item("b")] }))).toEqual({ estimates: 4 })
    expect(await partsOf(before, inputs({ items: [item("a", { percent: 50 }), item("b")] }))).toEqual({ progress: -1 })
    expect(await partsOf(before, inputs({ items: [item("a", { status: "done" }), item("b")] }))).toEqual({
      progress: -2,
    })
    expect(await partsOf(before, inputs({ statusDay: day("2026-03-09") }))).toEqual({ progress: 7 })
    expect(await partsOf(before, inputs({ risks: [risk("r", { probability: 1 })] }))).toEqual({ risks: 5 })
    expect(await partsOf(before, inputs({ items: [item("a"), item("b", { status: "dropped" })] }))).toEqual({
      scope: -2,
    })
  })
  test("say apart what another engine or seed says of the same plan", async () => {
    const { gates } = await whatMovedIt(inputs(), inputs(), chain, telling)
    const move = gates[0]
    expect(move?.parts.find(({ kind }) => kind === "method")?.days).toBe(move?.days)
    expect(move?.days).not.toBe(0)
  })
  test("are asked of the simulation once for each kind that changed", async () => {
    const asked: ForecastInputs[] = []
    const counting = async (of: ForecastInputs) => {
      asked.push(of)
      return chain(of)
    }
    await whatMovedIt(inputs(), inputs({ risks: [risk("r")] }), counting, telling)
    expect(asked).toHaveLength(2)
  })
})

describe("the steps between two snapshots", () => {
  test("end with the later one, and nothing is left that none of them applied", async () => {
    await fc.assert(
      fc.asyncProperty(someInputs, someInputs, async (before, after) => {
        const steps = stepsBetween(before, after)
        expect(steps.map(({ kind }) => kind)).toEqual(["scope", "estimates", "progress", "links", "risks", "calendar"])
        expect(steps.at(-1)?.inputs).toEqual(after)
        const risks = steps.at(-2)?.inputs
        expect({ ...risks, calendar: after.calendar }).toEqual(after)
      }),
    )
  })
  test("let what came come with its links, and keep the links of what stayed", async () => {
    const before = inputs({ items: [item("a"), item("b")], links: [link("a", "b")] })
    const after = inputs({ items: [item("a"), item("b"), item("c")], links: [link("a", "c")] })
    expect(stepsBetween(before, after)[0]?.inputs.links.map(({ id }) => id)).toEqual([
      ...["a-b", "a-c", "gate-1", "gate-2", "gate-3"],
    ])
  })
})

describe("the causes", () => {
  test("name what differs by kind, what matters most first, and count the rest", async () => {
    const many = Array.from({ length: 12 }, (_, at) => item(`n${at}`, { likely: at + 1 }))
    const before = inputs()
    const after = inputs({
      items: [item("a", { percent: 50, status: "in_progress" }), item("b", { likely: 5 }), ...many],
      ...{ statusDay: day("2026-03-04"), risks: [risk("r")], links: [link("a", "b", 3)] },
      calendar: { startDay: monday, weekend: [7], holidays: [day("2026-04-03")] },
    })
    const weightOf = (id: string) => (id === "n0" ? 1 : 0)
    const { causes } = await whatMovedIt(before, after, chain, { ...telling, weightOf })
    const of = (kind: string) => causes.find((each) => each.kind === kind)
    expect(of("scope")?.count).toBe(12)
    expect(of("scope")?.main).toHaveLength(8)
    expect(of("scope")?.main[0]).toMatchObject({ id: "n0", what: "added" })
    expect(of("estimates")?.main).toMatchObject([{ id: "b", what: "estimate", size: 2 }])
    expect(
      of("progress")
        ?.main.map(({ what }) => what)
        .toSorted(),
    ).toEqual(["days-went-by", "started"])
    expect(of("links")?.main).toMatchObject([{ about: "link", what: "changed", size: 3 }])
    expect(of("risks")?.main).toMatchObject([{ id: "r", what: "added" }])
    expect(
      of("calendar")
        ?.main.map(({ what }) => what)
        .toSorted(),
    ).toEqual(["holidays", "weekend"])
  })
  test("are none where nothing differs", async () => {
    await fc.assert(
      fc.asyncProperty(someInputs, async (same) => {
        expect((await whatMovedIt(same, structuredClone(same), standIn, telling)).causes).toEqual([])
      }),
    )
  })
})
