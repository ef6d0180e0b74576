import { describe, expect, test } from "vitest"
import type { MeasureProgress, RunView } from "@/lib/platform/connection/contract"
import { sayEvery, sayKey, sayProgress, sayRun } from "./say-run"

const measure = (state: MeasureProgress["state"]): MeasureProgress => ({
  ...{ measure: "tokens", evidence: "E40", state, rows: 0, reason: null },
})
const run = (more: Partial<RunView> = {}): RunView => ({
  ...{ id: "0190f0f0-0000-7000-8000-000000000001", connectionId: "0190f0f0-0000-7000-8000-000000000002" },
  ...{ state: "running", startedAt: "2026-03-02T08:00:00Z", startedBy: null, finishedAt: null, cancelling: false },
  ...{ progress: [measure("measured"), measure("waiting")], factSetId: null, reason: null },
  ...more,
})

describe("a run", () => {
  test("says how many of its measures are measured, and how many unknown", () => {
    expect(sayProgress(run())).toBe("1 of 2 measured")
    expect(sayProgress(run({ progress: [measure("untold"), measure("measured"), measure("untold")] }))).toBe(
      "1 of 3 measured, 2 unknown",
    )
  })
  test("that is stopped or failed says that nothing was kept", () => {
    expect(sayRun(run({ cancelling: true }))).toBe("Stopping")
    expect(sayRun(run({ state: "cancelled" }))).toContain("nothing of it was kept")
    expect(sayRun(run({ state: "failed" }))).toContain("nothing of it was kept")
    expect(sayRun(run({ state: "done" }))).toBe("1 of 2 measured")
  })
})

test("keys and hours are said as people say them", () => {
  expect([sayKey("system-schemas"), sayKey("planned_bi_users")]).toEqual(["System schemas", "Planned BI users"])
  expect([null, 24, 36].map(sayEvery)).toEqual(["Manually", "Every day", "Every 36 hours"])
})
