import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isOpenFilter, noFilter, readFilter, statusChoices, type WorkFilter, workTest, writeFilter } from "./filter"
import { orderings, readOrder, writeOrder } from "./order"
import { item, roadmap } from "./test-roadmap"

const work = [
  item("sap", { number: 12, title: "SAP extraction", status: "blocked", ownerId: "marta", roleKey: "engineer" }),
  item("elec", { number: 3, title: "Électricité feed", status: "done", phaseId: "ph2" }),
  item("etl", { number: 4, title: "Templates", workstreamId: "etl", ownerId: "leo" }),
]
const through = (filter: Partial<WorkFilter>, late: string[] = []) => {
  const test = workTest({ ...noFilter, ...filter }, roadmap)
  return work.filter((each) => test(each, late.includes(each.id))).map(({ id }) => id)
}

describe("a filter of work", () => {
  test("that asks for nothing lets everything through", () => {
    expect(through({})).toEqual(["sap", "elec", "etl"])
  })
  test("takes an item's own phase before its workstream's", () => {
    expect(through({ phases: ["ingestion"] })).toEqual(["elec", "etl"])
    expect(through({ phases: ["foundation"] })).toEqual(["sap"])
  })
  test("knows stages, roles, owners, me, and no one", () => {
    expect(through({ stages: ["engineer"] })).toEqual(["etl"])
    expect(through({ roles: ["engineer"] })).toEqual(["sap"])
    expect(through({ owners: ["me", "none"] })).toEqual(["sap", "elec"])
  })
  test("counts blocked work as open, and done work not", () => {
    expect(through({ statuses: ["open"] })).toEqual(["sap", "etl"])
    expect(through({ statuses: ["open", "done"] })).toEqual(["sap", "elec", "etl"])
  })
  test("finds words in title, number and workstream, whatever their accents and capitals", () => {
    expect(through({ text: "ELECTRICITE" })).toEqual(["elec"])
    expect(through({ text: "source sap" })).toEqual(["sap"])
    expect(through({ text: "12" })).toEqual(["sap"])
  })
  test("asks for what is late", () => {
    expect(through({ late: true }, ["etl"])).toEqual(["etl"])
  })
})

const key = fc.stringMatching(/^[a-z][a-z-]{0,9}$/)
const anyFilter: fc.Arbitrary<WorkFilter> = fc.record({
  ...{ stages: fc.array(key), phases: fc.array(key), roles: fc.array(key), owners: fc.array(key) },
  ...{ statuses: fc.array(fc.constantFrom(...statusChoices)), text: fc.string(), late: fc.boolean() },
})

test("every filter survives the address it is written into", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(writeFilter(filter))) if (value !== null) query.set(name, value)
      expect(readFilter(new URLSearchParams(query.toString()))).toEqual(filter)
      expect(isOpenFilter(filter)).toBe(query.size === 0)
    }),
  )
})
test("what an address asks for and nobody knows is left out", () => {
  expect(readFilter(new URLSearchParams("status=asleep,open&late=yes"))).toEqual({ ...noFilter, statuses: ["open"] })
})
test("every order survives the address it is written into", () => {
  for (const by of orderings)
    for (const descending of [false, true])
      expect(readOrder(writeOrder({ by, descending }))).toEqual({ by, descending })
  expect(readOrder("sideways")).toEqual({ by: "rank", descending: false })
})
