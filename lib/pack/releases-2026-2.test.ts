import { describe, expect, test } from "vitest"
import { checksOf } from "./checks"
import { findFlaws } from "./integrity"
import { gapKinds } from "./question"
import { listReleases, loadRelease } from "./server/releases"

const before = loadRelease("2026.1")
const release = loadRelease("2026.2")
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
