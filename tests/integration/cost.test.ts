import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/serve/api/server/operations"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let base = ""
beforeAll(async () => {
  world = await makeWorld()
  base = `/programmes/${world.programmeId}`
})
afterAll(() => world.end())

const file = { "content-type": "application/octet-stream" }
const give = (path: string, raw: string, who: Someone = world.members.lead) =>
  ask(who, "POST", `${base}/${path}/file`, undefined, { raw, headers: file })
const usageHead =
  "record_id,account_id,workspace_id,usage_date,usage_end_time,sku_name,cloud,usage_unit,usage_quantity,billing_origin_product,custom_tags"
const usage = (...rows: readonly (readonly [string, string, string, string, string, string?])[]) =>
  [
    usageHead,
    ...rows.map(([id, day, end, sku, quantity, tags = ""]) =>
      [
        id,
        "acc",
        "101",
        day,
        end,
        sku,
        "AZURE",
        "DBU",
        quantity,
        "JOBS",
        tags && `"${tags.replaceAll('"', '""')}"`,
      ].join(","),
    ),
  ].join("\n")
const cost = async (query: string, who: Someone = world.members.lead) =>
  (await ask(who, "GET", `${base}/cost?${query}`)).body

test("prices fit by the end of the usage, and a row that ends when a price begins takes the new one", async () => {
  const prices = [
    "sku_name,cloud,usage_unit,currency_code,price_start_time,price_end_time,price",
    "JOBS,AZURE,DBU,EUR,2026-01-01T00:00:00Z,2026-10-01T00:00:00Z,0.40",
    "JOBS,AZURE,DBU,EUR,2026-10-01T00:00:00Z,,0.50",
    "JOBS,AZURE,DBU,USD,2026-01-01T00:00:00Z,,99",
    "JOBS,AWS,DBU,EUR,2026-01-01T00:00:00Z,,99",
    "OVER,AZURE,DBU,EUR,2026-01-01T00:00:00Z,,1",
    "OVER,AZURE,DBU,EUR,2026-06-01T00:00:00Z,,2", // overlaps: the first one ends where this begins
  ].join("\n")
  expect((await give("list-prices", prices)).body).toEqual({ rows: 6 })
  const rows = usage(
    ["a", "2026-09-30", "2026-09-30T23:00:00Z", "JOBS", "1"],
    ["b", "2026-09-30", "2026-10-01T00:00:00Z", "JOBS", "1"],
    ["c", "2026-09-29", "2026-09-29T10:00:00Z", "OVER", "3"],
    ["d", "2026-09-29", "2026-09-29T10:00:00Z", "FREE", "12"],
  )
  expect((await give("usage", rows)).body).toEqual({ rows: 4, days: 2, from: "2026-09-29", to: "2026-09-30" })
  const found = await cost("month=2026-09&by=sku")
  // What has no price has no cost, not one of 0: it is told apart.
  expect(found.rows.map(({ key, amount }: { key: string; amount: string }) => [key, amount])).toEqual([
    ...[
      ["OVER", "6.00"],
      ["JOBS", "0.90"],
    ],
  ])
  expect([found.total, found.unpriced]).toEqual(["6.90", [{ sku: "FREE", unit: "DBU", quantity: "12" }]])
})

test("a day comes from the newest file as a whole, corrections count, and nothing is added twice", async () => {
  const at = "2026-08-10T10:00:00Z"
  const first = usage(["r1", "2026-08-10", at, "JOBS", "10"], ["r2", "2026-08-11", "2026-08-11T10:00:00Z", "JOBS", "5"])
  await give("usage", first)
  await give("usage", first)
  expect((await cost("month=2026-08")).total).toBe("6.00") // 15 x 0.40
  const corrected = usage(
    ["r1", "2026-08-10", at, "JOBS", "10"],
    ["r1-back", "2026-08-10", at, "JOBS", "-10"],
    ["r1-new", "2026-08-10", at, "JOBS", "7"],
  )
  await give("usage", corrected)
  expect((await cost("month=2026-08")).total).toBe("4.80") // (7 + 5) x 0.40
})

test("tags, untagged apart, amounts that add up to the cent, and digits that no double holds", async () => {
  const day = "2026-07-01"
  const end = "2026-07-01T10:00:00Z"
  await give(
    "usage",
    usage(
      ["t1", day, end, "JOBS", "0.833333333333333333", '{"team":"risk"}'],
      ["t2", day, end, "JOBS", "0.833333333333333333", '{"team":"claims"}'],
      ["t3", day, end, "JOBS", "0.833333333333333333"],
    ),
  )
  const found = await cost("month=2026-07&by=tag&tag=team")
  const amounts = found.rows.map(({ key, amount }: { key: string | null; amount: string }) => [key, amount])
  expect(
    Object.fromEntries(amounts.map(([key, amount]: [string | null, string]) => [key ?? "untagged", amount])),
  ).toEqual({
    ...{ untagged: "0.34", claims: "0.33", risk: "0.33" },
  })
  expect(found.total).toBe("1.00")
})

test("a file with errors changes nothing and names the lines; who may not see money sees none", async () => {
  const { contributor, executive, lead } = world.members
  const wrong = `${usage(["x", "2026-08-10", "2026-08-10T10:00:00Z", "JOBS", "1"])}\nx2,acc,101,2026-13-01,,JOBS,AZURE,DBU,NaN,JOBS,`
  const refused = await give("usage", wrong)
  expect([refused.status, refused.body.code, refused.text.includes("Line 3")]).toEqual([422, "unreadable-file", true])
  expect((await cost("month=2026-08")).total).toBe("4.80")
  expect((await give("usage", usageHead)).body.code).toBe("no-rows")
  expect((await ask(contributor, "GET", `${base}/cost`)).status).toBe(403)
  expect((await give("usage", wrong, executive)).status).toBe(403)
  await ask(lead, "POST", `${base}/budgets`, { name: "August", monthDay: "2026-08-01", amount: "100.25" })
  const { months } = await cost("month=2026-08", executive)
  expect(months.find(({ month }: { month: string }) => month === "2026-08")).toEqual({
    ...{ month: "2026-08", amount: "4.80", budget: "100.25" },
  })
})
