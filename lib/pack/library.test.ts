import { describe, expect, test } from "vitest"
import { findFlaws } from "./integrity"
import type { Kpi } from "./kpi"
import type { Release } from "./release"
import { loadRelease } from "./server/releases"
import { complexities, type Template, templateKinds } from "./template"

const release = loadRelease("2026.2")
const reasons = (broken: Release) => findFlaws(broken).map(({ path, reason }) => `${path.join(".")} ${reason}`)

/** The KPIs of the design, in its order, with unit and good direction. */
const kpis = [
  ["Active users", "users", "up"],
  ["Activation", "%", "up"],
  ["Use cases live", "count", "up"],
  ["Workloads migrated", "%", "up"],
  ["Unity Catalog coverage", "%", "up"],
  ["Time to insight", "days", "down"],
  ["Source onboarding lead time", "days", "down"],
  ["Pipeline success rate", "%", "up"],
  ["Freshness attainment", "%", "up"],
  ["Data quality score", "%", "up"],
  ["Time to recovery", "hours", "down"],
  ["Models and agents in production", "count", "up"],
  ["Model success rate", "%", "up"],
  ["Dashboard query time", "s", "down"],
  ["Platform cost", "money", "range"],
  ["Cost per successful run", "money", "down"],
  ["Tagged spend", "%", "up"],
  ["Jobs on job or serverless compute", "%", "up"],
  ["Unit cost against legacy", "ratio", "down"],
  ["Security posture", "count", "down"],
  ["Training completion", "%", "up"],
  ["Satisfaction", "NPS", "up"],
]

describe("the library of KPIs", () => {
  test("has the twenty-two KPIs, each serving an objective that it names", () => {
    expect(release.kpis.map(({ name, unit, direction }) => [name, unit, direction])).toEqual(kpis)
    const served = new Set(release.kpis.flatMap(({ objectives }) => objectives))
    expect(release.objectives.filter(({ key }) => !served.has(key))).toEqual([])
    expect(release.objectives.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["faster-analytics", "cost-savings", "data-productization"]),
    )
  })

  test("turns shares of facts into percent, and nothing else", () => {
    for (const { key, unit, fact } of release.kpis)
      if (fact) expect([key, fact.factor]).toEqual([key, unit === "%" ? 100 : 1])
  })

  test.each<[string, Partial<Kpi>, string]>([
    [
      "whose fact nothing measures",
      { fact: { evidence: "E49", metric: "runs-succeeded", factor: 1 } },
      'kpis.0.fact nothing of E49 measures "runs-succeeded"',
    ],
    [
      "with a range for a target that it has not",
      { usualTarget: { from: 1, to: 2 } },
      "kpis.0.usualTarget a range has two bounds, every other direction one value",
    ],
    ["for no objective", { objectives: ["fame"] }, 'kpis.0.objectives.0 there is no objective "fame"'],
    ["owned by no role", { ownerRole: "wizard" }, 'kpis.0.ownerRole there is no role "wizard"'],
  ])("refuses a KPI %s", (_, change, reason) => {
    const [first, ...rest] = release.kpis
    if (!first) throw new Error("the release has no KPI")
    expect(reasons({ ...release, kpis: [{ ...first, ...change }, ...rest] })).toEqual([reason])
  })
})

describe("the templates", () => {
  const likely = ({ steps }: Template, complexity: (typeof complexities)[number]) =>
    steps.reduce((sum, { estimates }) => sum + estimates[complexity].likely, 0)

  test("serve every kind, take longer the more complex the item is, and say whose item it is", () => {
    expect(release.templates.map(({ kind }) => kind)).toEqual([...templateKinds])
    for (const template of release.templates) {
      const [low = 0, medium = 0, high = 0] = complexities.map((complexity) => likely(template, complexity))
      expect([template.key, low < medium && medium < high]).toEqual([template.key, true])
      expect(template.steps.filter(({ name }) => !name.includes("{name}"))).toEqual([])
    }
  })

  test("end in one step that waits, by others, for all the rest", () => {
    for (const { key, steps } of release.templates) {
      const before = new Map(steps.map((step) => [step.key, step.after]))
      const reached = new Set<string>()
      const walk = (step: string): void => {
        if (reached.has(step)) return
        reached.add(step)
        for (const earlier of before.get(step) ?? []) walk(earlier)
      }
      walk(steps.at(-1)?.key ?? "")
      expect([key, reached.size]).toEqual([key, steps.length])
    }
  })

  test("refuse a step that waits for a later one", () => {
    const [first, ...rest] = release.templates
    if (!first) throw new Error("the release has no template")
    const steps = first.steps.map((step, index) => (index === 0 ? { ...step, after: ["go-live"] } : step))
    expect(reasons({ ...release, templates: [{ ...first, steps }, ...rest] })).toEqual([
      'templates.0.steps.0.after.0 there is no step "go-live" before',
    ])
  })
})

describe("the roles", () => {
  test("keep those of release 2026.1, each with skills, and every skill has somebody who leads in it", () => {
    const keys = release.roles.map(({ key }) => key)
    expect(loadRelease("2026.1").roles.filter(({ key }) => !keys.includes(key))).toEqual([])
    expect(release.roles.filter(({ skills }) => skills.length < 3)).toEqual([])
    const led = new Set(
      release.roles.flatMap(({ skills }) => skills.flatMap(({ skill, level }) => (level >= 3 ? [skill] : []))),
    )
    expect(release.skills.filter(({ key }) => !led.has(key)).map(({ key }) => key)).toEqual([])
  })

  test("refuse a skill that is not there", () => {
    const [first, ...rest] = release.roles
    if (!first) throw new Error("the release has no role")
    const broken = { ...first, skills: [{ skill: "magic", level: 4 }] }
    expect(reasons({ ...release, roles: [broken, ...rest] })).toEqual(['roles.0.skills.0 there is no skill "magic"'])
  })
})
