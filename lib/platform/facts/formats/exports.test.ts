import { describe, expect, test } from "vitest"
import { dqxReader } from "./dqx"
import type { Outcome, ReadContext, Reader } from "./reader"
import { satReader } from "./sat"
import { ucxReader } from "./ucx"

const context: ReadContext = {
  ...{ now: "2026-11-22T10:00:00.000Z", takenAt: "2026-11-20T00:00:00Z", region: "westeurope" },
  ...{ kinds: new Map(), workspace: "ws", bundleVersion: "v" },
  ...{ regional: new Set<string>(), local: new Set<string>(), statements: new Map<string, string>() },
}
type Cells = Readonly<Record<string, string>>
/** All that a reader finds in rows. */
const found = (reader: Reader, rows: readonly Cells[]): Outcome[] => [
  ...rows.flatMap((cells, at) => reader.take({ table: "", line: at + 2, cells: new Map(Object.entries(cells)) })),
  ...reader.end(),
]
const facts = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((each) =>
    "fact" in each ? [[each.fact.metric, each.fact.dimension, each.fact.value, each.fact.n]] : [],
  )
const faults = (outcomes: readonly Outcome[]) => outcomes.flatMap((each) => ("fault" in each ? [each.fault] : []))

describe("an export of the security analysis tool", () => {
  const row = { workspace_id: "ws", check_id: "GOV-3", severity: "High", status: "FAIL", rundate: "2026-11-20" }
  test("counts what failed in the newest run, whatever the order of its rows", () => {
    const rows = [row, { ...row, status: "PASS", rundate: "2026-11-21" }, { ...row, rundate: "2026-11-19" }]
    for (const order of [rows, rows.toReversed()])
      expect(facts(found(satReader(context), order))[0]).toEqual(["high-severity-failures", "ws", 0, 1])
  })
  test("keeps what failed before midnight in a run that crossed it, and nothing of the run before", () => {
    const rows = [
      { ...row, check_id: "IA-1" },
      { ...row, status: "PASS", rundate: "2026-11-21" },
      { ...row, check_id: "NS-9", rundate: "2026-11-18" },
    ]
    for (const order of [rows, rows.toReversed()])
      expect(facts(found(satReader(context), order))[0]).toEqual(["high-severity-failures", "ws", 1, 2])
  })
  test("takes the failure of two rows of the same moment", () => {
    for (const order of [
      [row, { ...row, status: "PASS" }],
      [{ ...row, status: "PASS" }, row],
    ])
      expect(facts(found(satReader(context), order))[0]).toEqual(["high-severity-failures", "ws", 1, 1])
  })
  test("names the column of what it does not know", () => {
    const wrong = [
      { ...row, severity: "Awful" },
      { ...row, status: "MAYBE" },
      { ...row, rundate: "soon" },
    ]
    expect(faults(found(satReader(context), wrong)).map(({ line, column }) => [line, column])).toEqual([
      ...[
        [2, "severity"],
        [3, "status"],
        [4, "RunDate"],
      ],
    ])
  })
  test("may be its scan of notebooks for secrets", () => {
    const scan = { workspace_id: "ws", secrets_found: "2", scan_time: "2026-11-20 08:00:00" }
    const rows = [scan, { ...scan, secrets_found: "0" }, { ...scan, scan_time: "2026-11-01", secrets_found: "9" }]
    expect(facts(found(satReader(context), rows))).toEqual([["secrets-found-in-notebooks", "ws", 2, 2]])
  })
})

describe("an assessment of UCX", () => {
  test("takes an object without a format for unreadable, unless it is a view or has a finding", () => {
    const rows = [
      { table_format: "DELTA", object_type: "MANAGED", failures: "[]" },
      { table_format: "UNKNOWN", object_type: "EXTERNAL", failures: "[]" },
      { table_format: "", object_type: "EXTERNAL", failures: '["not supported"]' },
      { table_format: "UNKNOWN", object_type: "VIEW", failures: "[]" },
    ]
    expect(facts(found(ucxReader(context), rows))).toEqual([["unexplained-unreadable-objects", "", 1, 4]])
  })
  test("asks for the day it was taken on, where nobody said it", () => {
    const reader = ucxReader({ ...context, takenAt: null })
    expect(faults(found(reader, [{ upgraded_to: "main.x.a" }]))).toMatchObject([{ line: null, column: "takenAt" }])
  })
  test("tells the share in Unity Catalog only where it is said what was upgraded", () => {
    const rows = [
      { upgraded_to: "main.x.a" },
      { upgraded_to: "null" },
      { upgraded_to: "" },
      { upgraded_to: "main.x.b" },
    ]
    expect(facts(found(ucxReader(context), rows))).toEqual([["tables-in-unity-catalog", "", 0.5, 4]])
  })
})

describe("a summary of DQX", () => {
  test("may have a row for each metric of a run", () => {
    const row = { run_id: "1", run_time: "2026-11-20 08:00:00", input_location: "sales" }
    const rows = [
      { ...row, metric_name: "input_row_count", metric_value: "200" },
      { ...row, metric_name: "avg_price", metric_value: "n/a" },
      { ...row, metric_name: "valid_row_count", metric_value: "150" },
    ]
    expect(facts(found(dqxReader(context), rows))).toEqual([["rows-passing-quality-rules", "", 0.75, 200]])
  })
  test("without rows unknown, and with more valid ones than there are is refused", () => {
    const [none] = found(dqxReader(context), [{ input_row_count: "0", valid_row_count: "0" }])
    expect(none).toMatchObject({ fact: { value: null, n: 0, reason: "The runs had no rows" } })
    expect(faults(found(dqxReader(context), [{ input_row_count: "1", valid_row_count: "2" }]))).toHaveLength(1)
  })
})
