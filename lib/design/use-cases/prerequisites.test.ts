import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { boundObjectIn } from "./bound-object"
import { datesOf, type Known } from "./prerequisites"
import { judgeUseCase, waitsForItself } from "./rules"

const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
if (!calendar.ok) throw new Error("no calendar")
const known: Known = {
  gates: new Map([
    ["g2", { name: "Gate 2", passed: true, p80: null }],
    ["g3", { name: "Gate 3", passed: false, p80: day("2027-03-31") }],
    ["g4", { name: "Gate 4", passed: false, p80: day("2027-05-07") }],
    ["g5", { name: "Gate 5", passed: false, p80: null }],
  ]),
  items: new Map([
    ["raw", { name: "payments, raw", done: true, gateId: "g2" }],
    ["curated", { name: "payments, curated", done: false, gateId: "g3" }],
    ["loose", { name: "spreadsheets", done: false, gateId: null }],
  ]),
  gaps: new Map([["mask", { name: "Sensitive columns masked", closed: false, targetDay: day("2027-01-29") }]]),
  ...{ today: day("2026-11-30"), calendar: calendar.value },
}
const none = { status: "planned", gateIds: [], landscapeIds: [], gapIds: [], needsIds: [], ownDays: 10 } as const
const dateOf = (of: object, others: readonly object[] = []) => {
  const all = [{ ...none, id: "a", name: "A", ...of }, ...others.map((other) => ({ ...none, ...other }))]
  return datesOf(all as Parameters<typeof datesOf>[0], known).get("a")
}

describe("the earliest honest date", () => {
  test("is the latest P80 of what it waits for and its own working days", () => {
    const date = dateOf({ gateIds: ["g4"], landscapeIds: ["raw", "curated"], gapIds: ["mask"] })
    // 7 May 2027 is a Friday; ten working days later is Friday 21 May.
    expect(date?.earliest).toBe("2027-05-21")
    expect(date?.waitsFor.map(({ name, isMet, day, basis }) => [name, isMet, day, basis])).toEqual([
      ["Gate 4", false, "2027-05-07", "P80"],
      ["payments, raw", true, null, "proved"],
      ["payments, curated", false, "2027-03-31", "Gate 3, P80"],
      ["Sensitive columns masked", false, "2027-01-29", "target day"],
    ])
  })
  test("is counted from today where nothing is awaited any more", () => {
    expect(dateOf({ gateIds: ["g2"], landscapeIds: ["raw"], ownDays: 5 })?.earliest).toBe("2026-12-07")
  })
  test.each([
    { gateIds: ["g5"] },
    { landscapeIds: ["loose"] },
    { gapIds: ["gone"] },
    { ownDays: null },
    { needsIds: ["gone"] },
  ])("is unknown where something has no date: %o", (of) =>
    expect(dateOf({ gateIds: ["g3"], ...of })?.earliest).toBeNull(),
  )
  test("follows other use cases, and a circle has none", () => {
    const other = { id: "b", name: "B", gateIds: ["g4"] }
    expect(dateOf({ needsIds: ["b"], ownDays: 0 }, [other])?.earliest).toBe("2027-05-21")
    expect(dateOf({ needsIds: ["b"] }, [{ ...other, needsIds: ["a"] }])?.earliest).toBeNull()
    expect(
      waitsForItself(
        [
          { id: "b", needsIds: ["c"] },
          { id: "c", needsIds: ["a"] },
        ],
        "a",
        ["b"],
      ),
    ).toBe(true)
    expect(
      waitsForItself(
        [
          { id: "b", needsIds: ["c"] },
          { id: "c", needsIds: ["b"] },
        ],
        "a",
        ["b"],
      ),
    ).toBe(false)
  })
})

test("a place by hand needs a reason, and without a place there is none", () => {
  expect(judgeUseCase(null, { place: "mvp" })).toMatchObject({ refusal: "needs-a-reason" })
  expect(judgeUseCase(null, { place: "mvp", placeReason: " " })).toMatchObject({ refusal: "needs-a-reason" })
  expect(judgeUseCase(null, { place: "mvp", placeReason: "The board asked" }).ok).toBe(true)
  expect(judgeUseCase(null, { place: null, placeReason: "left over" })).toMatchObject({ value: { placeReason: null } })
})

describe("bound objects", () => {
  const host = "adb-7400000000000001.1.azuredatabricks.net"
  test.each([
    [`https://${host}/jobs/617?o=7400000000000001`, "job", "617", "7400000000000001"],
    [`https://${host}/#job/617`, "job", "617", "7400000000000001"],
    [`https://${host}/sql/warehouses/0123456789abcdef`, "warehouse", "0123456789abcdef", "7400000000000001"],
    ["https://dbc-1.cloud.databricks.com/compute/clusters/1130-abc?o=12", "cluster", "1130-abc", "12"],
    ["https://dbc-1.cloud.databricks.com/explore/data/prod/gold/sales?o=12", "table", "prod.gold.sales", "12"],
    ["https://dbc-1.cloud.databricks.com/ml/endpoints/fraud-v2", "endpoint", "fraud-v2", null],
    ["prod.gold.sales", "table", "prod.gold.sales", null],
    ["job 617", "job", "617", null],
  ])("%s", (text, kind, id, workspaceId) => expect(boundObjectIn(text)).toMatchObject({ kind, id, workspaceId }))
  test.each(["", "hello", "http://dbc-1.cloud.databricks.com/jobs/1", "https://example.test/welcome", "user 12"])(
    "%j is none",
    (text) => expect(boundObjectIn(text)).toBeNull(),
  )
})
