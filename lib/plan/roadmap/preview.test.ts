import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { outlineOf } from "@/lib/pack/outline"
import type { Release } from "@/lib/pack/release"
import { adopt } from "./adopt"
import { activityKeys, choose, contentsOf, keptStages, leaveOutKeys, ofOtherClouds, shareOf } from "./preview"

const activity = (key: string, after: string[] = [], clouds: ("azure" | "aws" | "gcp")[] = []) => ({
  key,
  title: key,
  description: key,
  role: "engineer",
  estimate: { optimistic: 1, likely: 2, pessimistic: 3 },
  after,
  clouds,
})
const check = (key: string) => ({ key, sentence: key, kind: "attested" as const, evidence: "a note" })
const workstream = (key: string, activities: ReturnType<typeof activity>[], checks = 1) => ({
  key,
  name: key,
  description: key,
  phase: "first",
  role: "engineer",
  raci: { responsible: "engineer", accountable: "lead", consulted: [], informed: [] },
  estimate: { optimistic: 1, likely: 2, pessimistic: 3 },
  components: [],
  activities,
  checks: Array.from({ length: checks }, (_, index) => check(`${key}-check-${"abc"[index]}`)),
})
const release: Release = {
  key: "2026.1",
  name: "Test",
  summary: "Test",
  asOf: "2026-11",
  docsRoot: "https://example.com",
  docsRoots: {},
  stages: [
    {
      key: "one",
      number: 1,
      name: "One",
      summary: "One",
      workstreams: [
        workstream("w", [activity("a"), activity("b", ["a"]), activity("c", ["b"])], 2),
        workstream("v", [activity("d", [], ["azure"]), activity("e", [], ["aws", "gcp"])]),
      ],
    },
    { key: "two", number: 2, name: "Two", summary: "Two", workstreams: [workstream("u", [activity("f")])] },
  ],
  phases: [
    {
      key: "first",
      number: 0,
      name: "First",
      summary: "First",
      keyActivities: ["x"],
      keyWork: [],
      weeks: { from: 2, to: 4 },
      gate: { key: "gate", number: 0, name: "Gate 0", checks: [check("g")] },
    },
    {
      key: "last",
      number: 1,
      name: "Last",
      summary: "Last",
      keyActivities: ["x"],
      keyWork: [],
      weeks: "ongoing",
      review: { key: "review", name: "Review", everyMonths: 3, checks: [check("r")] },
    },
  ],
  links: [],
  criteria: [],
  accelerators: [],
  sections: [],
  planes: [],
  roles: [],
  signers: [],
  measures: [],
  ...{ skills: [], frameworks: [], remedies: [], dimensions: [], objectives: [], kpis: [], templates: [] },
}
const outline = outlineOf(release)
const everyKey = activityKeys(outline)

describe("the preview of a new programme", () => {
  test("counts everything when nothing is left out", () => {
    expect(contentsOf(outline, new Set())).toEqual({ stages: 2, workstreams: 3, activities: 6, checks: 6 })
  })

  test("a workstream without activities goes with its checks, and a stage without workstreams too", () => {
    expect(contentsOf(outline, new Set(["f"]))).toEqual({ stages: 1, workstreams: 2, activities: 5, checks: 5 })
  })

  test("an activity waits for what a left-out one waited for", () => {
    const [stage] = keptStages(outline, new Set(["b"]))
    expect(stage?.workstreams[0]?.activities.map(({ key, after }) => [key, after])).toEqual([
      ["a", []],
      ["c", ["a"]],
    ])
  })

  test("activities that only other clouds need are those left out by default", () => {
    expect(ofOtherClouds(outline, ["azure"])).toEqual(["e"])
    expect(ofOtherClouds(outline, ["gcp", "azure"])).toEqual([])
    expect(ofOtherClouds(outline, [])).toEqual([])
  })

  test("a part is chosen wholly, partly or not at all", () => {
    const stage = outline.stages[0]
    if (!stage) throw new Error("no stage")
    expect(shareOf(stage, new Set())).toBe("all")
    expect(shareOf(stage, new Set(["a"]))).toBe("some")
    expect(shareOf(stage, choose(new Set(), activityKeys(stage), false))).toBe("none")
  })

  test("shows exactly what the programme will then be made of, whatever is left out", () => {
    fc.assert(
      fc.property(fc.subarray(everyKey), (out) => {
        const leftOut = new Set(out)
        const adopted = adopt(release, leaveOutKeys(outline, leftOut))
        const shown = keptStages(outline, leftOut)
        const plain = (stages: readonly { key: string; workstreams: readonly Held[] }[]) =>
          stages.map(({ key, workstreams }) => [
            key,
            workstreams.map((each) => [each.key, each.activities.map(({ key, after }) => [key, [...after].sort()])]),
          ])
        expect(plain(shown)).toEqual(plain(adopted.ok ? adopted.value.stages : []))
      }),
    )
  })
})

type Held = { readonly key: string; readonly activities: readonly { key: string; after: readonly string[] }[] }
