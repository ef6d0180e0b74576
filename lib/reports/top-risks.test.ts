import { expect, test } from "vitest"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { topRisks } from "./top-risks"

const entry = (number: number, exposure: number | null, more: Partial<RegisterLine> = {}): RegisterLine => ({
  ...{ id: `r-${number}`, number, kind: "risk", state: "open", title: `Risk ${number}`, description: "" },
  ...{ probability: 0.5, impact: 4, delay: null, ownerId: null, response: null, responseNote: "", dueDay: null },
  ...{ own: {}, fromId: null, workstreamIds: [], gateIds: [], createdAt: "", updatedAt: "", version: 1 },
  ...{ exposure, expectedDelay: null, trend: "steady", overdue: false },
  ...more,
})
const titles = (entries: readonly RegisterLine[]) => topRisks(entries, () => null).map(({ title }) => title)

test("the largest risks come first, of two alike the one that got worse", () => {
  const entries = [entry(1, 1), entry(2, 3), entry(3, 2), entry(4, 2, { trend: "worse" })]
  expect(titles(entries)).toEqual(["Risk 2", "Risk 4", "Risk 3", "Risk 1"])
})
test("there are five at most, and neither closed ones nor those that nobody weighed", () => {
  expect(titles([entry(1, null), entry(2, 4, { state: "closed" }), entry(3, 0)])).toEqual([])
  expect(titles([1, 2, 3, 4, 5, 6].map((number) => entry(number, number)))).toHaveLength(5)
})
test("each says what it costs on average and whose it is", () => {
  const told = (more: Partial<RegisterLine>) => topRisks([entry(1, 2, more)], () => "Ana Ruiz")[0]?.detail
  expect(told({ ownerId: "ana", expectedDelay: 2.04 })).toBe("+2 d expected, Ana Ruiz")
  expect(told({ overdue: true })).toBe("no owner, overdue")
})
