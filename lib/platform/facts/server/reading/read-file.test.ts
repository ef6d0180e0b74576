import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { strToU8, zipSync } from "fflate"
import { afterAll, describe, expect, test } from "vitest"
import type { FactSource } from "../../fact"
import type { Kind } from "../../kinds"
import type { FactColumns, ReadEnd } from "./job"
import { readFile } from "./read-file"

const folder = mkdtempSync(join(tmpdir(), "facts-"))
afterAll(() => rmSync(folder, { recursive: true }))
const NOW = "2026-11-22T10:00:00.000Z"
const TAKEN = "2026-11-21T08:00:00.000Z"
const kinds: Record<string, Kind> = {
  ...{ "runs-succeeded": "share", "clusters-without-policy": "count", "tables-in-unity-catalog": "share" },
  ...{ "unexplained-unreadable-objects": "count", "high-severity-failures": "count" },
  ...{ "secrets-found-in-notebooks": "count", "rows-passing-quality-rules": "share" },
  ...{ "monthly-active-users-of-planned": "of-plan", "growth-of-self-service-users": "growth" },
}
type Read = ReadEnd & { readonly facts: readonly (string | number | null)[][] }
let files = 0

/** Reads a file as the import does, without a process of its own. */
async function read(bytes: string | Uint8Array, source: FactSource = "bundle", more: object = {}): Promise<Read> {
  const path = join(folder, String(files++))
  writeFileSync(path, bytes)
  const batches: FactColumns[] = []
  const place = { workspace: "ws", regional: [], local: [], statements: {} }
  const job = {
    ...place,
    path,
    source,
    now: NOW,
    takenAt: null,
    region: "",
    kinds,
    bundleVersion: "v",
    maxFacts: 1000,
    ...more,
  }
  const end = await readFile(job, async (batch) => void batches.push(batch))
  const facts = batches.flatMap(({ metric, dimension, value, n }) =>
    metric.map((name, at) => [name, dimension[at] ?? "", value[at] ?? null, n[at] ?? null]),
  )
  return { ...end, facts }
}
const kept = (name: string) => readFileSync(join("tests/cases/facts", name))
const told = ({ faults }: Read) => faults.map(({ message }) => message).join(" ")
const aside = ({ counts }: Read) => Object.fromEntries(counts.aside.map(({ reason, rows }) => [reason, rows]))

describe("files as the tools write them", () => {
  test.each(["ucx-main-export-stored.zip", "ucx-assessment.xlsx"])("%s: a tile of counts is no list", async (name) => {
    const found = await read(kept(name), "ucx", { takenAt: TAKEN })
    expect(found.facts).toEqual([["unexplained-unreadable-objects", "", 1, 4]])
    expect([found.counts.read, found.counts.taken, found.counts.same]).toEqual([7, 4, 0])
    expect(Object.values(aside(found))).toEqual([3])
  })
  test("ucx-excel-lzma.zip: says how it is packed and to unpack it", async () => {
    const found = await read(kept("ucx-excel-lzma.zip"), "ucx", { takenAt: TAKEN })
    expect(told(found)).toMatch(/ucx_assessment_main\.xlsx is packed with LZMA.*Unpack the archive/)
  })
  test("ucx-blank-rows.csv: separators alone are no rows", async () => {
    const found = await read(kept("ucx-blank-rows.csv"), "ucx", { takenAt: TAKEN })
    expect(found.facts).toEqual([["tables-in-unity-catalog", "", 1, 2]])
    expect(found.counts).toEqual({ read: 2, taken: 2, same: 0, aside: [] })
  })
  test("ucx-carriage-returns.csv: lines may end in CR alone", async () => {
    const found = await read(kept("ucx-carriage-returns.csv"), "ucx", { takenAt: TAKEN })
    expect(found.facts).toEqual([["tables-in-unity-catalog", "", 0.5, 2]])
  })
  test("sat-secrets-per-secret.csv: a notebook's total stands in each of its rows", async () => {
    const found = await read(kept("sat-secrets-per-secret.csv"), "sat")
    expect(found.facts).toEqual([["secrets-found-in-notebooks", "1001", 3, 1]])
    expect(found.counts).toMatchObject({ read: 3, taken: 3 })
  })
  test("sat-null-status.csv: what was not judged is set aside, and the rest taken", async () => {
    const found = await read(kept("sat-null-status.csv"), "sat")
    expect(found.facts).toEqual([["high-severity-failures", "1001", 0, 1]])
    expect(found.counts).toMatchObject({ read: 4, taken: 2 })
    expect(aside(found)).toEqual({ "Controls without a status: they were not judged": 2 })
  })
  test("dqx-null-locations.csv: frames without a location are told apart by their runs", async () => {
    const found = await read(kept("dqx-null-locations.csv"), "dqx")
    expect(found.facts).toEqual([["rows-passing-quality-rules", "", 510 / 1010, 1010]])
    expect(found.counts).toMatchObject({ read: 4, taken: 4 })
  })
  test("dqx-long-check-metrics.csv: a long cell that nobody reads is no fault", async () => {
    const found = await read(kept("dqx-long-check-metrics.csv"), "dqx")
    expect(found.facts).toEqual([["rows-passing-quality-rules", "", 0.99, 1000]])
    expect(found.counts).toMatchObject({ read: 3, taken: 2 })
  })
})

describe("UCX", () => {
  const ucx = (files: Record<string, string>) =>
    read(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))), "ucx", {
      takenAt: TAKEN,
    })
  test("counts a table in two tiles once, however each writes its name, and the worse of what they say", async () => {
    const found = await ucx({
      "10_1_all_tables.csv": "name,type,format\nbronze.a,TABLE,DELTA\nbronze.b,TABLE,UNKNOWN\n",
      "03_2_estimates.csv":
        "catalog,database,name,table_format,upgraded_to\nhive_metastore,bronze,A,DELTA,main.x.a\nhive_metastore,bronze,b,DELTA,\n",
    })
    expect(found.facts).toEqual([
      ["tables-in-unity-catalog", "", 0.5, 2],
      ["unexplained-unreadable-objects", "", 1, 2],
    ])
    expect(found.counts).toMatchObject({ read: 4, taken: 2, same: 2 })
  })
  test("counts what the crawl failed at as unreadable", async () => {
    const found = await ucx({
      "10_1_all_tables.csv": "name,type,format\nbronze.a,TABLE,DELTA\n",
      "01_4_failures.csv": "timestamp,error_reason,error_entity,error_message\n2026,x,hive_metastore.bronze.z,denied\n",
    })
    expect(found.facts).toEqual([["unexplained-unreadable-objects", "", 1, 2]])
  })
})

describe("SAT", () => {
  const head = "workspace_id,check_id,severity,status,RunDate\n"
  test("without any High control says nothing of High ones", async () => {
    const found = await read(`${head}1,GOV-1,Low,PASS,2026-11-20\n`, "sat")
    expect(found.facts).toEqual([["high-severity-failures", "1", null, 0]])
  })
  test("of two workspaces and two runs: each its newest, and the others counted", async () => {
    const rows = ["1,A,High,FAIL,2026-11-20", "2,A,High,PASS,2026-11-20", "1,A,High,PASS,2026-11-10"]
    const found = await read(head + [...rows, rows[1]].join("\n"), "sat")
    expect(found.facts).toEqual([
      ["high-severity-failures", "1", 1, 1],
      ["high-severity-failures", "2", 0, 1],
    ])
    expect(found.counts).toEqual({
      ...{ read: 4, taken: 2, same: 1 },
      aside: [{ reason: "Controls of older runs", rows: 1 }],
    })
  })
})

describe("DQX", () => {
  const head = "run_id,run_name,input_location,metric_name,metric_value,run_time\n"
  const lines = (run: string, place: string, input: number, valid: number | null, time: string) =>
    [["input_row_count", input] as const, ["valid_row_count", valid] as const]
      .flatMap(([name, value]) => (value === null ? [] : [`${run},dqx,${place},${name},${value},${time}\n`]))
      .join("")
  test("adds the batches of a run, also where they were written at different times", async () => {
    const rows =
      lines("r", "a.b.c", 100, 100, "2026-11-20T01:00:00Z") + lines("r", "a.b.c", 300, 100, "2026-11-20T02:00:00Z")
    expect((await read(head + rows, "dqx")).facts).toEqual([["rows-passing-quality-rules", "", 0.5, 400]])
  })
  test("takes of each table the newest run, and the rows of a file pasted twice once", async () => {
    const rows = lines("1", "t", 100, 0, "2026-11-19T01:00:00Z") + lines("2", "t", 100, 90, "2026-11-20T01:00:00Z")
    const found = await read(head + rows + rows, "dqx")
    expect(found.facts).toEqual([["rows-passing-quality-rules", "", 0.9, 100]])
    expect(found.counts).toMatchObject({ read: 8, taken: 2, same: 4 })
  })
  test("says which newest run does not count its valid rows, and does not fall back to an older one", async () => {
    const rows =
      lines("1", "t", 100, 100, "2026-11-19T01:00:00Z") +
      lines("2", "t", 100, null, "2026-11-20T01:00:00Z") +
      lines("3", "u", 10, 9, "2026-11-20T01:00:00Z")
    const found = await read(head + rows, "dqx")
    expect(found.facts).toEqual([["rows-passing-quality-rules", "", 0.9, 10]])
    expect(aside(found)).toEqual({
      "Older runs of the same tables": 2,
      "The newest run of t does not say its valid_row_count": 1,
    })
  })
  test("is of storage paths too, which are no addresses of people", async () => {
    const rows = lines("1", "abfss://raw@lake.dfs.core.windows.net/orders", 10, 10, "2026-11-20T01:00:00Z")
    expect(told(await read(head + rows, "dqx"))).toBe("")
  })
})

describe("a result of the bundle", () => {
  const head = "metric,dimension,value,n,as_of,region,bundle_version\n"
  const row = (value: string, n = "10", metric = "runs-succeeded") =>
    `${metric},,${value},${n},2026-11-20T08:00:00Z,westeurope,v\n`
  test.each([
    ...[["97"], ["1.4"], ["-1"], ["-0.001"], ["97,5%"], ["140%"]],
    ...[
      ["0.5", "1.000"],
      ["0.5", "1,000"],
      ["0.5", "2.5"],
      ["0.5", "-1"],
    ],
    ...[
      ["1.5", "10", "clusters-without-policy"],
      ["-1", "10", "clusters-without-policy"],
    ],
    ...[
      ["1.000", "10", "clusters-without-policy"],
      ["97", "10", "monthly-active-users-of-planned"],
    ],
    ["-1.5", "10", "growth-of-self-service-users"],
  ])("never takes a value outside of its kind: %s", async (value, n = "10", metric = "runs-succeeded") => {
    const found = await read(head + row(/,/.test(value) ? `"${value}"` : value, /,/.test(n) ? `"${n}"` : n, metric))
    expect([found.faultCount, found.rows]).toEqual([1, 0])
    expect(found.faults[0]).toMatchObject({ line: 2, column: expect.stringMatching(/^(value|n)$/) })
  })
  test("reads shares in per cent, whole numbers as the platform writes them, and nulls that block nothing else", async () => {
    const found = await read(head + row("97.3%") + row("null", "0.0") + row("1.0E0", "1.2E2"))
    expect(found.facts.map(([, , value, n]) => [value, n])).toEqual([
      [0.973, 10],
      [null, 0],
      [1, 120],
    ])
  })
  test("may be a list, lines of JSON, or an answer of the Statement Execution API", async () => {
    const cells = { metric: "runs-succeeded", dimension: null, value: 0.98, n: 340, as_of: "2026-11-20T08:00:00Z" }
    const one = { ...cells, region: "westeurope", bundle_version: "v" }
    const answer = {
      ...{ statement_id: "01", status: { state: "SUCCEEDED" } },
      manifest: {
        schema: { columns: Object.keys(one).map((name) => ({ name })) },
        total_row_count: 1,
        truncated: false,
      },
      result: { data_array: [Object.values(one).map((each) => (each === null ? null : String(each)))] },
    }
    const texts = [
      JSON.stringify([one]),
      `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`,
      JSON.stringify(answer, null, 2),
    ]
    for (const [at, text] of texts.entries()) {
      const found = await read(text)
      expect([told(found), found.facts[0], found.counts.taken]).toEqual([
        "",
        ["runs-succeeded", "", 0.98, 340],
        at === 1 ? 2 : 1,
      ])
    }
    const part = { ...answer, manifest: { ...answer.manifest, total_row_count: 3 } }
    expect(told(await read(JSON.stringify(part)))).toMatch(/1 of 3 rows/)
    expect(told(await read(JSON.stringify({ ...answer, status: { state: "FAILED" } })))).toMatch(/has not succeeded/)
  })
  test("is refused where a column stands twice, and where a row is out of step", async () => {
    expect(told(await read(head.replace("dimension", "value") + row("1")))).toMatch(/column value stands twice/)
    expect(told(await read(head + row("0,98")))).toMatch(/more cells than the head/)
  })
  test("is read in UTF-16 with its mark, and refused in Windows-1252 with what to do", async () => {
    const text = head + row("0.98")
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])
    const big = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()])
    for (const bytes of [little, big]) expect((await read(bytes)).facts).toEqual([["runs-succeeded", "", 0.98, 10]])
    expect(told(await read(Buffer.from(text.replace("westeurope", "z\u00fcrich"), "latin1")))).toMatch(
      /Windows-1252.*CSV UTF-8/,
    )
    expect(told(await read(Buffer.from(text, "utf16le")))).toMatch(/CSV UTF-8/)
  })
  test("counts what no check asks for", async () => {
    const found = await read(head + row("1", "1", "no-such-metric") + row("0.5"))
    expect(found.counts).toEqual({
      ...{ read: 2, taken: 1, same: 0 },
      aside: [{ reason: "No check asks for no-such-metric", rows: 1 }],
    })
  })
  test("cannot be of a time beyond five minutes from now", async () => {
    const at = (time: string) => read(head + row("0.98").replace("2026-11-20T08:00:00Z", time))
    expect(told(await at("2026-11-22T10:05:01Z"))).toMatch(/future/)
    expect(told(await at("2026-11-22T10:04:59Z"))).toBe("")
  })
})
