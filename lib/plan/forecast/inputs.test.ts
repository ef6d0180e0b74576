import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import type { RegisterEntryView } from "@/lib/plan/risks/register"
import { roadmap, today, item as workItem } from "@/lib/plan/roadmap/test-roadmap"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { inputsOf, inputsText, riskInput } from "./inputs"
import type { ForecastInputs } from "./inputs-shapes"
import { switched } from "./what-if"

const entry = (more: Partial<RegisterEntryView> = {}): RegisterEntryView => ({
  own: {},
  ...{ id: "r1", number: 1, kind: "risk", state: "open", title: "Late network", description: "", probability: 0.4 },
  ...{
    impact: 3,
    delay: { optimistic: 1, likely: 2, pessimistic: 9 },
    ownerId: null,
    response: null,
    responseNote: "",
  },
  ...{ dueDay: null, fromId: null, workstreamIds: ["sources"], gateIds: [], version: 1 },
  ...{ createdAt: "2026-03-01T00:00:00.000Z", updatedAt: "2026-03-01T00:00:00.000Z" },
  ...more,
})
const wait = (id: string, from: string, to: string): LinkView => ({
  ...{
    id,
    from: { kind: "item", id: from },
    to: { kind: "item", id: to },
    type: "FS",
    lag: 0,
    lagUnit: "days",
    version: 1,
  },
})
const settings = { shape: "beta_pert", correlation: 0 } as const
const items = [workItem("c"), workItem("a"), workItem("b")]
const parts = { ...roadmap, items, links: [wait("l2", "a", "b"), wait("l1", "c", "gone")] }
const snapshot = (): ForecastInputs => inputsOf(parts, [entry()], settings, today)

describe("a snapshot", () => {
  test("reads the same in whatever order its parts are listed", () => {
    const shuffled = <Part>(list: readonly Part[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    const entries = [entry(), entry({ id: "r2" }), entry({ id: "r3" })]
    fc.assert(
      fc.property(shuffled(items), shuffled(roadmap.workstreams), shuffled(entries), (work, streams, register) => {
        const mixed = { ...parts, items: work, workstreams: streams }
        expect(inputsText(inputsOf(mixed, register, settings, today))).toBe(
          inputsText(inputsOf(parts, entries, settings, today)),
        )
      }),
    )
  })
  test("leaves out links to what is not there, names, owners and versions", () => {
    expect(snapshot().links.map(({ id }) => id)).toEqual(["l2"])
    const other = items.map((each) => ({ ...each, title: "Other", ownerId: "leo", version: 9, deadline: today }))
    expect(inputsText(inputsOf({ ...parts, items: other }, [entry()], settings, today))).toBe(inputsText(snapshot()))
  })
  test("differs by every member that decides a date", () => {
    const texts = [
      snapshot(),
      inputsOf(parts, [entry()], settings, day("2026-03-03")),
      inputsOf(parts, [], settings, today),
      inputsOf(parts, [entry({ probability: 0.5 })], settings, today),
      inputsOf(parts, [entry()], { shape: "triangular", correlation: 0 }, today),
      inputsOf(
        { ...parts, items: [workItem("a"), workItem("b", { percent: 5 }), workItem("c")] },
        [entry()],
        settings,
        today,
      ),
      inputsOf({ ...parts, links: [] }, [entry()], settings, today),
      inputsOf({ ...parts, programme: { ...roadmap.programme, weekend: [7] } }, [entry()], settings, today),
    ].map(inputsText)
    expect(new Set(texts).size).toBe(texts.length)
  })
  test("has a gate passed on its day in the programme's time zone", () => {
    const gates = roadmap.gates.map((gate) => ({ ...gate, passedAt: "2026-03-01T23:30:00.000Z" }))
    expect(inputsOf({ ...parts, gates }, [], settings, today).gates[0]?.passedOn).toBe("2026-03-02")
  })
})

describe("an entry of the register", () => {
  test("delays the plan while it is open, has a delay, a chance, and touches something", () => {
    expect(riskInput(entry())).toMatchObject([{ id: "r1", probability: 0.4 }])
    const silent = [
      ...([{ state: "closed" }, { state: "came_true" }, { delay: null }, { probability: null }] as const),
      ...[{ probability: 0 }, { workstreamIds: [] }],
    ]
    for (const more of silent) expect(riskInput(entry(more))).toEqual([])
    expect(riskInput(entry({ workstreamIds: [], gateIds: ["g1"] }))).toHaveLength(1)
  })
  test("that is an issue has happened, and delays for certain", () => {
    expect(riskInput(entry({ kind: "issue", probability: null }))).toMatchObject([{ probability: 1 }])
  })
  test("can be switched off and on to see the difference; what is unknown changes nothing", () => {
    const register = [entry(), entry({ id: "r2", state: "closed" })]
    expect(switched(register, [{ id: "r1", on: false }]).map(({ id }) => id)).toEqual(["r2"])
    expect(switched(register, [{ id: "r2", on: true }])[1]).toMatchObject({ state: "open", probability: 1 })
    expect(switched(register, [{ id: "r9", on: false }])).toEqual(register)
  })
})
