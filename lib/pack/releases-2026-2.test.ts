import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { schedule } from "@/lib/plan/schedule/forward-pass"
import { lengthInWeeks } from "@/lib/plan/schedule/planned-dates"
import { checksOf } from "./checks"
import type { Cloud } from "./clouds"
import { gapKinds } from "./gap-kinds"
import { findFlaws } from "./integrity"
import type { Release } from "./release"
import { listReleases, loadRelease } from "./server/releases"
import { longestChain, networkOf } from "./test-plan"

const before = loadRelease("2026.1")
const release = loadRelease("2026.2")
const workstreams = release.stages.flatMap((stage) => stage.workstreams)
const activities = workstreams.flatMap((workstream) => workstream.activities)
const components = release.sections.flatMap((section) => section.components)
const questions = release.dimensions.flatMap((dimension) => dimension.questions)
const checks = new Map(checksOf(release).map(({ check }) => [check.key, check]))

describe("the release 2026.2", () => {
  test("is listed, sound, and shares what it does not change with 2026.1", () => {
    expect(listReleases()).toContain("2026.2")
    expect(findFlaws(release)).toEqual([])
    expect(release.base).toBe(before.key)
    expect(release.measures).toEqual(before.measures)
    expect([release.stages.length, release.phases.length, release.criteria.length]).toEqual([11, 6, 6])
  })

  test("keeps every stage, workstream, activity, check, role and component of 2026.1 under its key", () => {
    const keys = (each: Release) => ({
      plan: each.stages.flatMap(({ key, workstreams }) => [
        key,
        ...workstreams.flatMap((one) => [one.key, ...one.activities.map((activity) => activity.key)]),
      ]),
      checks: checksOf(each).map(({ check }) => check.key),
      roles: each.roles.map(({ key }) => key),
      components: each.sections.flatMap((section) => section.components.map(({ key }) => key)),
    })
    const [old, now] = [keys(before), keys(release)]
    for (const kind of ["plan", "checks", "roles", "components"] as const)
      expect(old[kind].filter((key) => !now[kind].includes(key))).toEqual([])
  })

  test("has the work and the components that the first release missed", () => {
    const titles = activities.map(({ title }) => title).join("\n")
    for (const words of [
      "Train Analysts on Spark",
      "disaster recovery with RTO and RPO",
      "Decommission",
      "data contracts",
      "Erase data",
      "egress",
      "compliance security profile",
    ])
      expect(titles).toContain(words)
    const names = components.map(({ name }) => name)
    for (const name of ["Databricks secrets", "Compute policies", "Databricks Terraform provider", "Databricks SDKs"])
      expect(names).toContain(name)
    expect(names).toEqual(expect.arrayContaining(["Photon", "Private connectivity"]))
  })

  test("uses every component, and does not call a project of the labs generally available", () => {
    const used = new Set(workstreams.flatMap((workstream) => workstream.components))
    const unused = components.filter(({ key, status }) => status !== "retired" && !used.has(key))
    expect(unused.map(({ key }) => key)).toEqual([])
    const labs = components.filter(({ status }) => status === "labs").map(({ name }) => name)
    expect(labs.sort()).toEqual(["Lakebridge", "UCX"])
    const of = (key: string) => workstreams.filter((each) => each.components.includes(key)).map((each) => each.key)
    expect(of("databricks-apps")).toEqual(["job-orchestration"])
    expect(of("clean-rooms")).toEqual(["data-mart-creation"])
    expect(of("opensharing")).toEqual(["data-mart-creation"])
    expect(of("workspace-ui")).toContain("databricks-workspace-setup")
  })

  test("gives every key activity of a phase its workstreams in that phase, and every accelerator its own", () => {
    for (const { key, keyActivities, keyWork } of release.phases) {
      const words = (names: readonly string[]) =>
        names.flatMap((name) => name.split(", ")).map((name) => name.toLowerCase())
      expect([key, words(keyWork.map(({ name }) => name))]).toEqual([key, words(keyActivities)])
      const own = workstreams.filter(({ phase }) => phase === key).map((each) => each.key)
      const shown = keyWork.flatMap((each) => each.workstreams)
      expect([key, own.filter((each) => !shown.includes(each))]).toEqual([
        key,
        key === "assessment" ? ["solution-architecture"] : [],
      ])
    }
    expect(release.accelerators.filter((each) => each.workstreams.length === 0)).toEqual([])
  })
})

describe("the plan of release 2026.2", () => {
  test("estimates each workstream at the length of its longest chain of activities", () => {
    expect(workstreams.map(({ key, activities }) => [key, longestChain(activities)])).toEqual(
      workstreams.map(({ key, estimate }) => [key, estimate.likely]),
    )
  })

  test.each([[["azure"]], [["aws"]], [["gcp"]], [["azure", "aws", "gcp"]]] satisfies Cloud[][][])(
    "keeps the phases in their ranges, and connects no source before Gate 1, on %s",
    (clouds) => {
      const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
      if (!calendar.ok) throw new Error(calendar.refusal)
      const start = day("2026-01-05")
      const days = { programmeStart: start, statusDate: start, calendar: calendar.value }
      const planned = schedule(networkOf(release, clouds), days)
      if (!planned.ok) throw new Error(planned.refusal.code)
      for (const { key, number, weeks } of release.phases) {
        const dates = planned.value.phases.get(key)
        if (weeks === "ongoing" || !dates) continue
        const length = lengthInWeeks(dates.start, dates.finish, calendar.value)
        expect([number, length >= weeks.from && length <= weeks.to]).toEqual([number, true])
      }
      const gate = planned.value.gates.get("foundation-gate")
      const first = planned.value.items.get("obtain-source-approvals")
      expect(first && gate && first.start >= gate).toBe(true)
    },
  )

  test("lets Gate 0 be passed: what is due there is attested, or judged over records that are kept", () => {
    const due = checksOf(release).flatMap(({ check, path }) =>
      check.dueGate === "assessment-gate" || (path[0] === "phases" && path[1] === 0) ? [check] : [],
    )
    expect(due.length).toBeGreaterThanOrEqual(15)
    expect(due.filter(({ kind }) => kind === "fact").map(({ key }) => key)).toEqual([])
  })

  test("has no record check at any gate whose record the product does not keep", () => {
    const records = checksOf(release).flatMap(({ check }) => (check.kind === "record" ? [check.rule.metric] : []))
    expect(records.sort()).toEqual([
      "criteria-signed-and-standing",
      "foundation-workstreams-with-owner",
      "used-components-reviewed-in-ninety-days",
    ])
  })
})

describe("the question bank", () => {
  test("has the ten dimensions, four to six questions each, about fifty in all", () => {
    expect(release.dimensions.map(({ name }) => name)).toEqual([
      "Strategy and value",
      "Operating model and skills",
      "Architecture and environments",
      "Data governance and catalogue",
      "Ingestion and integration",
      "Engineering and data quality",
      "Analytics and self-service",
      "AI and ML lifecycle",
      "Operations, reliability and cost",
      "Security, privacy and compliance",
    ])
    for (const dimension of release.dimensions) {
      expect(dimension.questions.length).toBeGreaterThanOrEqual(4)
      expect(dimension.questions.length).toBeLessThanOrEqual(6)
    }
    expect(questions.length).toBeGreaterThanOrEqual(45)
    expect(questions.length).toBeLessThanOrEqual(56)
  })

  test("uses every kind of gap and asks at every stage, no text twice", () => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(gapKinds))
    const asked = new Set(questions.flatMap(({ stage, otherStages }) => [stage, ...otherStages]))
    expect(release.stages.filter(({ key }) => !asked.has(key)).map(({ key }) => key)).toEqual([])
    const texts = questions.flatMap(({ text, levels }) => [text, ...levels])
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    expect(questions.filter(({ text }) => !text.endsWith("?")).map(({ key }) => key)).toEqual([])
  })

  test("proves levels by checks that are due by the last gate, and most questions can be proved", () => {
    const proved = questions.filter(({ proof }) => proof.length > 0)
    expect(proved.length / questions.length).toBeGreaterThan(0.85)
    const tested = new Set(proved.flatMap(({ proof }) => proof.flatMap((each) => each.checks)))
    // The assessment cannot be proved by its own being done.
    for (const own of ["ten-dimensions-scored", "gaps-have-work-or-reason"]) expect(tested).not.toContain(own)
    expect([...tested].filter((key) => !checks.has(key))).toEqual([])
  })

  test("answers practices of all seven pillars and checks of all five categories", () => {
    const pillars = new Set(questions.flatMap(({ wal }) => wal.map((id) => id.split("-")[0])))
    expect(pillars).toEqual(new Set(["DG", "IU", "OE", "SCP", "R", "PE", "CO"]))
    const categories = new Set(questions.flatMap(({ sat }) => sat.map((id) => id.split("-")[0])))
    expect(categories).toEqual(new Set(["DP", "GOV", "IA", "INFO", "NS"]))
  })

  test("knows the frameworks in their published size", () => {
    const sizes = (key: string) => {
      const count = new Map<string, number>()
      for (const id of release.frameworks.find((framework) => framework.key === key)?.ids ?? [])
        count.set(id.split("-")[0] ?? "", (count.get(id.split("-")[0] ?? "") ?? 0) + 1)
      return Object.fromEntries(count)
    }
    expect(sizes("wal")).toEqual({ DG: 12, IU: 14, OE: 26, SCP: 38, R: 19, PE: 23, CO: 19 })
    expect(sizes("sat")).toEqual({ DP: 11, GOV: 32, IA: 7, INFO: 22, NS: 10 })
  })
})

describe("the remedies", () => {
  test("say for every check what to do, and for most facts which statement or setting does it", () => {
    expect(release.remedies.map(({ check }) => check).sort()).toEqual([...checks.keys()].sort())
    const used = new Map(release.remedies.map(({ check, use }) => [check, use]))
    const facts = [...checks.values()].filter(({ kind }) => kind === "fact")
    const bare = facts.filter(({ key }) => used.get(key) === undefined).map(({ key }) => key)
    expect(bare.length / facts.length).toBeLessThan(0.35)
  })

  test("answer every fact check in a framework, and are refused when one is missing or there twice", () => {
    const answered = new Set(
      release.remedies.flatMap(({ check, wal, sat }) => (wal.length + sat.length > 0 ? [check] : [])),
    )
    const silent = [...checks.values()].filter(({ key, kind }) => kind === "fact" && !answered.has(key))
    expect(silent.map(({ key }) => key)).toEqual([])
    const [first, ...rest] = release.remedies
    if (!first) throw new Error("the release has no remedy")
    expect(findFlaws({ ...release, remedies: rest }).map(({ reason }) => reason)).toEqual([
      `the check "${first.check}" has no remedy`,
    ])
    const twice = findFlaws({ ...release, remedies: [first, first, ...rest] }).map(({ reason }) => reason)
    expect(twice).toEqual([`"${first.check}" has two remedies`, `"${first.check}" has two remedies`])
  })
})
