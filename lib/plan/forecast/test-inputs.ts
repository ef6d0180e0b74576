import fc from "fast-check"
import { day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { ForecastInputs, ForecastItem, ForecastLink, ForecastRisk } from "./inputs-shapes"

/** A Monday. */
export const monday = day("2026-03-02")

export const item = (id: string, more: Partial<ForecastItem> = {}): ForecastItem => ({
  ...{ id, workstreamId: "w1", phaseId: null, optimistic: 1, likely: 2, pessimistic: 6, confirmed: true },
  ...{ status: "not_started", percent: 0, actualStart: null, actualFinish: null, startNoEarlierThan: null },
  ...more,
})
export const link = (from: string, to: string, lag = 0): ForecastLink => ({
  ...{ id: `${from}-${to}`, type: "FS", lag, from: { kind: "item", id: from }, to: { kind: "item", id: to } },
})
export const risk = (id: string, more: Partial<ForecastRisk> = {}): ForecastRisk => ({
  ...{ id, probability: 0.5, delay: { optimistic: 1, likely: 5, pessimistic: 10 }, workstreamIds: ["w1"], gateIds: [] },
  ...more,
})

const toGate = (id: string, from: ForecastLink["from"], to: string): ForecastLink => ({
  ...{ id, from, to: { kind: "gate", id: to }, type: "FS", lag: 0 },
})
const workstreamEnd = (id: string) => ({ kind: "workstream" as const, id })
/** Each gate waits for the workstream of its phase, and the second for the first. */
export const gateLinks: readonly ForecastLink[] = [
  toGate("gate-1", workstreamEnd("w1"), "g1"),
  toGate("gate-2", workstreamEnd("w2"), "g2"),
  toGate("gate-3", { kind: "gate", id: "g1" }, "g2"),
]

/** Two phases with a workstream and a gate each, the second after the first; `links` come beside those of the gates. */
export const inputs = ({ links = [link("a", "b")], ...more }: Partial<ForecastInputs> = {}): ForecastInputs => ({
  ...{ form: 1, statusDay: monday, calendar: { startDay: monday, weekend: [6, 7], holidays: [] } },
  settings: { shape: "triangular", correlation: 0 },
  gates: [
    { id: "g1", phaseId: "p1", number: 1, passedOn: null },
    { id: "g2", phaseId: "p2", number: 2, passedOn: null },
  ],
  workstreams: [
    { id: "w1", phaseId: "p1", optimistic: null, likely: null, pessimistic: null },
    { id: "w2", phaseId: "p2", optimistic: 2, likely: 3, pessimistic: 9 },
  ],
  ...{ items: [item("a"), item("b")], links: [...links, ...gateLinks], risks: [] },
  ...more,
})

const points = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 }))
  .map(([optimistic, more, most]) => ({ optimistic, likely: optimistic + more, pessimistic: optimistic + more + most }))
const aDay = fc.integer({ min: -30, max: 60 }).map((offset) => dayOf(ordinalOf(monday) + offset))
const ids = ["a", "b", "c", "d", "e", "f"]
const someItem = (id: string) =>
  fc
    .record({
      ...{ estimate: points, workstreamId: fc.constantFrom("w1", "w2"), confirmed: fc.boolean() },
      status: fc.constantFrom("not_started" as const, "in_progress" as const, "blocked" as const, "dropped" as const),
      percent: fc.integer({ min: 0, max: 99 }),
      startNoEarlierThan: fc.option(aDay),
    })
    .map(({ estimate, ...more }) =>
      item(id, { ...more, ...estimate, percent: more.status === "in_progress" ? more.percent : 0 }),
    )

/** Any snapshot with some of six items, links from earlier to later ones, risks and a calendar. */
export const someInputs: fc.Arbitrary<ForecastInputs> = fc
  .record({
    items: fc.tuple(...ids.map((id) => fc.option(someItem(id)))),
    links: fc.uniqueArray(
      fc.tuple(fc.nat(4), fc.nat(4)).map(([from, more]) => [ids[from] ?? "", ids[Math.min(5, from + 1 + more)] ?? ""]),
      { maxLength: 6, selector: (pair) => pair.join() },
    ),
    chance: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true })),
    statusDay: aDay,
    weekend: fc.constantFrom([6, 7], [7], [5, 6]),
    holidays: fc.uniqueArray(aDay, { maxLength: 3 }),
    shape: fc.constantFrom("triangular" as const, "beta_pert" as const),
  })
  .map(({ items, links, chance, statusDay, weekend, holidays, shape }) => {
    const there = items.filter((each) => each !== null)
    const known = new Set(there.map(({ id }) => id))
    return inputs({
      ...{ items: there, statusDay, settings: { shape, correlation: 0 } },
      calendar: { startDay: monday, weekend: [...weekend], holidays: holidays.toSorted() },
      links: links.flatMap(([from = "", to = ""]) => (known.has(from) && known.has(to) ? [link(from, to)] : [])),
      risks: chance === null ? [] : [risk("r", { probability: chance })],
    })
  })
