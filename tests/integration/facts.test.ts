import { strToU8, zipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CheckView } from "@/lib/assurance/contract"
import { database } from "@/lib/base/db/client"
import { bundleCsv, daysAgo, declareScope, sendFacts } from "../support/facts"
import { workbook } from "../support/workbook"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await declareScope(world, [
    { name: "ONE", region: "westeurope", workspaceHost: "ws-1" },
    { name: "TWO", region: "westeurope", workspaceHost: "ws-2" },
  ])
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const bring = (body: string | Uint8Array<ArrayBuffer>, source = "bundle", query = {}) =>
  sendFacts(world, world.members.lead, { body, source, query })
const preview = (body: string | Uint8Array<ArrayBuffer>, source = "bundle", query = {}) =>
  sendFacts(world, world.members.lead, { body, source, query }, true)
const sets = async () => (await ask(world.members.auditor, "GET", `${path()}/fact-sets`)).body.items
const check = async (key: string): Promise<CheckView | undefined> =>
  (await ask(world.members.auditor, "GET", `${path()}/checks`)).body.items.find((each: CheckView) => each.key === key)
const faultsOf = (reply: { body: any }) =>
  reply.body.faults.map(({ message }: { message: string }) => message).join(" ")

describe("a result of the bundle", () => {
  const csv = bundleCsv([
    { metric: "runs-succeeded", value: 0.98, n: 340 },
    { metric: "clusters-without-policy", value: 2, n: 14 },
    { metric: "policy-compliance", value: 1, n: 0 },
  ])

  test("is previewed with the verdicts it would change, and nothing is written", async () => {
    const reply = await preview(csv)
    expect([reply.status, reply.body.rows, reply.body.faultCount, reply.body.known]).toEqual([200, 3, 0, null])
    const changes = reply.body.changes.map(({ key, from, to }: any) => [key, from, to])
    expect(changes).toEqual(
      expect.arrayContaining([
        ["runs-succeed", "could-not-tell", "met"],
        ["no-cluster-without-policy", "could-not-tell", "not-met"],
      ]),
    )
    expect(await sets()).toEqual([])
    expect((await check("runs-succeed"))?.verdict).toBe("could-not-tell")
  })

  test("becomes a set that never changes, judges the checks, and is told in the trail", async () => {
    const reply = await bring(csv, "bundle", { fileName: "result.csv" })
    expect([reply.status, reply.body.imported, reply.body.factSet.rows]).toEqual([200, true, 3])
    expect(await check("runs-succeed")).toMatchObject({ verdict: "met", freshness: "fresh", code: "met" })
    expect((await check("no-cluster-without-policy"))?.verdict).toBe("not-met")
    expect(await check("compute-complies-with-policies")).toMatchObject({ verdict: "could-not-tell", code: "empty" })
    const trail = await ask(world.members.lead, "GET", `${path()}/events?type=facts`)
    expect(trail.body.items).toMatchObject([
      { type: "facts.imported", data: { source: "bundle", rows: 3, changed: 2 }, texts: { fileName: "result.csv" } },
    ])
    await expect(database().prisma.fact.updateMany({ data: { value: 1 } })).rejects.toThrow(/never changed/)
    await expect(database().prisma.factSet.deleteMany({})).rejects.toThrow(/never changed/)
  })

  test("brought twice is one set, also by two at once", async () => {
    const again = await bring(csv)
    expect([again.status, again.body.imported]).toEqual([200, false])
    const fresh = bundleCsv([{ metric: "policy-compliance", value: 1, n: 3 }])
    const both = await Promise.all([bring(fresh), bring(fresh)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.map(({ body }) => body.imported).sort()).toEqual([false, true])
    expect(new Set(both.map(({ body }) => body.factSet.id)).size).toBe(1)
    expect(await sets()).toHaveLength(2)
    expect((await preview(csv)).body.known.id).toBe(again.body.factSet.id)
  })

  test("is listed with its facts, in the order of its file", async () => {
    const [set] = (await sets()).filter(({ rows }: any) => rows === 3)
    const reply = await ask(world.members.auditor, "GET", `${path()}/fact-sets/${set.id}`)
    expect(reply.body.facts.map(({ metric }: any) => metric)).toEqual([
      ...["runs-succeeded", "clusters-without-policy", "policy-compliance"],
    ])
    expect(reply.body.next).toBeNull()
    const one = await ask(world.members.auditor, "GET", `${path()}/fact-sets/${set.id}?metric=runs-succeeded`)
    expect(one.body.facts).toMatchObject([{ value: 0.98, n: 340, region: "westeurope" }])
  })

  test("is nobody's to bring who may not, and not to be seen by another programme's people", async () => {
    const other = bundleCsv([{ metric: "runs-succeeded", value: 0.1, n: 340 }])
    for (const role of ["contributor", "executive", "auditor"] as const)
      expect((await sendFacts(world, world.members[role], { body: other })).status).toBe(403)
    expect((await sendFacts(world, world.stranger, { body: other })).status).toBe(404)
    expect((await ask(world.stranger, "GET", `${path()}/fact-sets`)).status).toBe(404)
    const [set] = await sets()
    const foreign = `/programmes/${world.otherProgrammeId}/fact-sets/${set.id}`
    expect((await ask(world.stranger, "GET", foreign)).status).toBe(404)
  })
})

describe("a file that is hostile or broken is refused as a whole:", () => {
  const refused = async (body: string | Uint8Array<ArrayBuffer>, source = "bundle", query = {}) => {
    const before = await sets()
    const reply = await bring(body, source, query)
    expect([reply.status, reply.body.code]).toEqual([422, "file-has-faults"])
    expect(await sets()).toEqual(before)
    return faultsOf(reply)
  }
  const row = { metric: "runs-succeeded", value: 0.98, n: 340 }

  test("another version of the bundle", async () => {
    expect(await refused(bundleCsv([row, { ...row, version: "2025.1-0" }]))).toMatch(/2025\.1-0.*Run that one/)
  })
  test("figures that are none, with line and column", async () => {
    const bad = ["NaN", "Infinity", "-Infinity", "1e999", "=1+1", "@SUM(A1)", "0x10", "1,5"]
    const csv = bundleCsv(bad.map((value) => ({ ...row, value: `"${value}"` })))
    const reply = await bring(csv)
    expect(reply.body.faultCount).toBe(bad.length)
    expect(reply.body.faults[2]).toMatchObject({ line: 4, column: "value" })
    expect(await refused(bundleCsv([{ ...row, n: -1 }]))).toMatch(/zero or more/)
  })
  test("days that do not exist or have not come", async () => {
    expect(await refused(bundleCsv([{ ...row, asOf: daysAgo(-2) }]))).toMatch(/future/)
    expect(await refused(bundleCsv([{ ...row, asOf: "2026-02-30T00:00:00Z" }]))).toMatch(/isn't a valid/)
    expect(await refused(bundleCsv([row]), "bundle", { takenAt: daysAgo(-3) })).toMatch(/future/)
  })
  test("names of people, columns that are missing, quotes that never end, bytes that are no text", async () => {
    expect(await refused(bundleCsv([{ ...row, dimension: "ana@example.test" }]))).toMatch(/e-mail address/)
    expect(await refused("metric,value\na,1\n")).toMatch(/Missing columns: as_of, bundle_version/)
    expect(await refused('metric,value\n"never closed\n'.repeat(3))).toMatch(/quotation mark/)
    expect(await refused(Uint8Array.of(0x6d, 0x65, 0xff, 0xfe, 0x0a))).toMatch(/UTF-8/)
    expect(await refused("[{]")).toMatch(/JSON|bracket|middle/)
  })
  test("archives that unpack to too large than they are", async () => {
    const bomb = zipSync({ "01_tables.csv": new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refused(bomb, "ucx", { takenAt: daysAgo(0) })).toMatch(/too large when unpacked/)
    expect(await refused(strToU8("PK\u0003\u0004 and then nothing"), "ucx", { takenAt: daysAgo(0) })).toMatch(/\./)
  })
  test("metrics that no check asks for are left out, and it is said", async () => {
    const reply = await preview(bundleCsv([row, { metric: "no-such-metric", value: 1 }]))
    expect(reply.body).toMatchObject({
      rows: 1,
      faultCount: 0,
      counts: { read: 2, taken: 1, same: 0, aside: [{ reason: "No check asks for no-such-metric", rows: 1 }] },
    })
    const none = await bring(bundleCsv([{ metric: "no-such-metric", value: 1 }]))
    expect([none.status, none.body.code]).toEqual([422, "no-facts"])
  })
})

describe("what other tools export", () => {
  test("of the security analysis tool counts the failures of each workspace's newest run", async () => {
    const csv = [
      "workspace_id,check_id,severity,status,RunDate,recommendation",
      'ws-1,GOV-3,High,FAIL,2026-01-05 10:00:00,"Turn it on, please"',
      `ws-1,GOV-3,High,PASS,${daysAgo(1)},`,
      `ws-1,GOV-5,Medium,FAIL,${daysAgo(1)},`,
      `ws-2,GOV-3,High,FAIL,${daysAgo(1)},`,
    ].join("\r\n")
    const reply = await bring(csv, "sat")
    expect([reply.status, reply.body.factSet.rows]).toEqual([200, 2])
    expect(await check("no-high-security-findings")).toMatchObject({ verdict: "not-met" })
    expect((await check("no-high-security-findings"))?.reason).toMatch(/^ws-2: 1 on/)
  })
  test("of an assessment is read from CSV files in an archive, and asks when it was taken", async () => {
    const tables = "name,table_format,object_type,upgraded_to\na,DELTA,MANAGED,main.x.a\nb,DELTA,MANAGED,\n"
    const readiness = "object_type,readiness\ntables,83.1%\n"
    const zip = zipSync({ "10_1_all_tables.csv": strToU8(tables), "05_0_object_readiness.csv": strToU8(readiness) })
    expect(faultsOf(await bring(zip, "ucx"))).toMatch(/doesn't include the date/)
    const reply = await bring(zip, "ucx", { takenAt: daysAgo(3), workspace: "ws-1" })
    expect([reply.status, reply.body.factSet.rows]).toEqual([200, 2])
    expect((await check("hive-metastore-drained"))?.reason).toMatch(/^50% over 2 on|\(1 of 2\) on/)
    expect(await check("legacy-estate-inventoried")).toMatchObject({ verdict: "could-not-tell", code: "not-in-scope" })
    await bring(zip, "ucx", { takenAt: daysAgo(3), workspace: "ws-2" })
    expect(await check("legacy-estate-inventoried")).toMatchObject({ verdict: "met" })
  })
  test("of an assessment is read from the sheets of a workbook", async () => {
    const book = workbook({
      "00_3_count_total_tables": [["count_total_tables"], ["=1+1"]],
      "10_1_all_tables": [
        ["name", "format", "type", "upgraded_to"],
        ["a", "DELTA", "TABLE", "main.x.a"],
        ["b", "UNKNOWN", "TABLE", null],
      ],
    })
    const reply = await preview(book, "ucx", {
      takenAt: daysAgo(1),
      workspace: "ws-1",
      fileName: "ucx_assessment_main.xlsx",
    })
    expect(reply.body.sample).toMatchObject([
      { metric: "tables-in-unity-catalog", value: 0.5, n: 2 },
      { metric: "unexplained-unreadable-objects", value: 1, n: 2 },
    ])
    expect(reply.body.counts).toEqual({
      ...{ read: 3, taken: 2, same: 0 },
      aside: [{ reason: "00_3_count_total_tables: no check asks for what it tells", rows: 1 }],
    })
  })
  test("of quality summaries adds up the newest run of each table", async () => {
    const csv = [
      "run_id,run_time,input_location,input_row_count,valid_row_count,error_row_count",
      `1,${daysAgo(2)},sales,1000,10,990`,
      `2,${daysAgo(1)},sales,1000,995,5`,
      `2,${daysAgo(1)},stock,1000,1000,0`,
    ].join("\n")
    const reply = await bring(csv, "dqx", { workspace: "ws-1" })
    expect(reply.status).toBe(200)
    expect((await check("quality-rules-hold"))?.reason).toMatch(/^99\.8% \(1,995 of 2,000\) on/)
  })
  test("as JSON of the documented shape", async () => {
    const facts = [
      { metric: "tokens-beyond-ninety-days", value: 0, n: 12 },
      { metric: "most-admins-in-a-workspace", value: null, reason: "Not permitted" },
    ]
    const file = JSON.stringify({ format: "lakeward-facts", version: 1, takenAt: daysAgo(0), workspace: "ws-1", facts })
    const reply = await bring(file, "rest")
    expect([reply.status, reply.body.factSet.rows]).toEqual([200, 2])
    expect((await check("tokens-bounded"))?.reason).toBe("No facts yet from TWO.")
    expect((await bring(file.replace("ws-1", "ws-2"), "rest")).status).toBe(200)
    expect((await check("tokens-bounded"))?.verdict).toBe("met")
    expect(await check("admins-are-few")).toMatchObject({ verdict: "could-not-tell", code: "not-measured" })
    const bare = await bring(JSON.stringify(facts), "rest")
    expect(faultsOf(bare)).toMatch(/format, version and takenAt/)
  })
})
