import { expect, test } from "vitest"
import { differenceOf } from "./difference"
import type { Release } from "./release"
import { loadRelease } from "./server/releases"

const [old, now] = [loadRelease("2026.1"), loadRelease("2026.2")]
const ids = (what: string, part: string, changes = differenceOf(old, now)) =>
  changes.flatMap((change) => (change.what === what && change.part === part ? [change.key] : []))

test("a release does not differ from itself", () => {
  expect(differenceOf(old, old)).toEqual([])
  expect(differenceOf(now, structuredClone(now))).toEqual([])
})

test("the difference of 2026.2 names what was added, changed and retired", () => {
  expect(ids("added", "activity").sort()).toEqual([
    ...["agree-data-contracts", "build-disaster-recovery", "choose-accelerators", "control-egress"],
    ...["decommission-legacy-systems", "define-retention-and-erasure", "design-disaster-recovery"],
    ...["enable-compliance-security-profile", "implement-erasure", "plan-decommissioning", "rehearse-fail-over"],
    "train-analysts-on-spark",
  ])
  expect(ids("added", "check")).toContain("fail-over-rehearsed")
  expect(ids("added", "link")).toContain("foundation-gate>source-connectivity>FS")
  expect(ids("changed", "component")).toEqual(expect.arrayContaining(["ucx", "lakebridge", "databricks-apps"]))
  expect(ids("changed", "check")).toContain("ten-dimensions-scored")
  expect(differenceOf(old, now).filter(({ what }) => what === "retired")).toEqual([])
})

test("the way back is the same way with added and retired changed over", () => {
  const [there, back] = [differenceOf(old, now), differenceOf(now, old)]
  const of = (what: string, changes: typeof there) =>
    changes.flatMap(({ id, what: own }) => (own === what ? [id] : [])).sort()
  expect(of("retired", back)).toEqual(of("added", there))
  expect(of("changed", back)).toEqual(of("changed", there))
})

test("a field is told with what it was and is", () => {
  const [first, ...rest] = old.stages
  if (!first) throw new Error("no stage")
  const changed: Release = { ...old, stages: [{ ...first, name: "Begin" }, ...rest] }
  expect(differenceOf(old, changed)).toMatchObject([
    {
      ...{ id: `stage:${first.key}`, what: "changed", name: "Begin" },
      fields: [{ field: "name", from: first.name, to: "Begin" }],
    },
  ])
})
