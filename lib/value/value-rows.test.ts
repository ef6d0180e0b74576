import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { readValueRows } from "./value-rows"

const kpis = [
  { id: "a", name: "Lead time", number: 3, source: "typed" },
  { id: "b", name: "Twice", number: 4, source: "imported" },
  { id: "c", name: "Twice", number: 5, source: "imported" },
  { id: "d", name: "Measured", number: 6, source: "fact" },
]
const read = (...rows: readonly (readonly [string, string, string])[]) =>
  readValueRows(
    rows.map(([kpi, at, value]) => ({ kpi, day: at, value })),
    kpis,
    day("2026-11-30"),
  )

describe("rows of a series", () => {
  test("name their KPI by name or number", () => {
    expect(read(["lead TIME", "2026-11-30", "25"], ["K4", "2026-10-31", "-1.5"])).toEqual({
      read: [
        { kpiId: "a", day: "2026-11-30", value: 25 },
        { kpiId: "b", day: "2026-10-31", value: -1.5 },
      ],
      problems: [],
    })
  })
  test.each([
    ["Nothing", "2026-11-30", "1", "no KPI"],
    ["Twice", "2026-11-30", "1", "more than one"],
    ["Measured", "2026-11-30", "1", "not imported"],
    ["K3", "2026-02-30", "1", "no date"],
    ["K3", "2026-12-01", "1", "after today"],
    ["K3", "2026-11-30", "1,5", "no number"],
    ["K3", "2026-11-30", "NaN", "no number"],
    ["K3", "2026-11-30", "", "no number"],
    ["K3", "2026-11-30", "1e5", "no number"],
  ])("%s, %s, %j: %s", (kpi, at, value, words) => {
    const { read: taken, problems } = read(["K3", "2026-01-31", "1"], [kpi, at, value])
    expect([taken.length, problems[0]?.row]).toEqual([1, 2])
    expect(problems[0]?.sentence).toContain(words)
  })
  test("give a KPI one value a day", () => {
    expect(read(["K3", "2026-11-30", "1"], ["Lead time", "2026-11-30", "2"]).problems).toMatchObject([{ row: 2 }])
  })
})
