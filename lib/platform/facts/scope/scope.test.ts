import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day } from "@/lib/base/kernel/day"
import { loadRelease } from "@/lib/pack/server/releases"
import { judge } from "../judge"
import { fact as factOf, rule as ruleOf } from "../test-facts"
import { breadthsOf } from "./breadth"
import { type Breadth, type DeclaredWorkspace, namesOfWorkspace, type Scope, scopedFacts } from "./scope"

const workspace = (name: string, more: Partial<DeclaredWorkspace> = {}): DeclaredWorkspace => ({
  ...{ name, workspaceId: null, host: null, region: null },
  ...more,
})
const dev = workspace("DEV", { workspaceId: "111", host: "adb-111.4.azuredatabricks.net", region: "West Europe" })
const prod = workspace("PROD", { workspaceId: "222", region: "eastus" })
const scope = (more: Partial<Scope> = {}): Scope => ({ declared: [dev, prod], excluded: [], known: [], ...more })
const today = day("2026-11-20")
const rule = ruleOf({ comparison: "at-most", threshold: 0, unit: "count", leastN: 0 })
const fact = (more: object) =>
  factOf({
    metric: rule.metric,
    value: 0,
    n: 5,
    asOf: "2026-11-19T08:00:00.000Z",
    takenAt: "2026-11-19T08:00:00.000Z",
    ...more,
  })
const verdict = (facts: ReturnType<typeof fact>[], breadth: Breadth, of: Scope) => {
  const { verdict: told, code, reason } = judge(rule, facts, today, { breadth, scope: of })
  return { told, code, reason }
}

describe("every workspace in scope", () => {
  test("must have reported; those that have not are named", () => {
    const one = verdict([fact({ workspace: "111" })], "workspace", scope())
    expect(one).toMatchObject({ told: "could-not-tell", code: "not-in-scope", reason: "No facts yet from PROD." })
    expect(verdict([fact({ workspace: "111" }), fact({ workspace: "222" })], "workspace", scope()).told).toBe("met")
  })
  test("is known by its id, its host and an address that carries the id", () => {
    for (const name of ["111", "adb-111.4.azuredatabricks.net", "https://ADB-111.4.azuredatabricks.net/?o=111"])
      expect(verdict([fact({ workspace: name }), fact({ workspace: "222" })], "workspace", scope()).told).toBe("met")
    expect(namesOfWorkspace("adb-7.1.azuredatabricks.net")).toEqual(["adb-7.1.azuredatabricks.net", "7"])
  })
  test("has one newest fact, whatever it was called", () => {
    const old = fact({ workspace: "111", value: 3, asOf: "2026-11-18T08:00:00.000Z" })
    const later = fact({ workspace: "adb-111.4.azuredatabricks.net" })
    expect(verdict([old, later, fact({ workspace: "222" })], "workspace", scope()).told).toBe("met")
  })
  test("that is known and neither declared nor excluded keeps it unknown, and is named", () => {
    const facts = [fact({ workspace: "111" }), fact({ workspace: "222" })]
    const open = verdict(facts, "workspace", scope({ known: ["111", "333"] }))
    expect(open).toMatchObject({ told: "could-not-tell", code: "not-in-scope" })
    expect(open.reason).toContain("Known and not declared: 333.")
    expect(verdict(facts, "workspace", scope({ known: ["333"], excluded: ["333"] })).told).toBe("met")
  })
  test("of elsewhere counts neither for nor against", () => {
    const facts = [fact({ workspace: "111" }), fact({ workspace: "222" }), fact({ workspace: "333", value: 9 })]
    expect(verdict(facts, "workspace", scope()).told).toBe("could-not-tell")
    expect(verdict(facts, "workspace", scope({ excluded: ["333"] })).told).toBe("met")
  })
  test("without workspace ID or host cannot have reported", () => {
    const open = verdict([fact({ workspace: "111" })], "workspace", scope({ declared: [dev, workspace("X")] }))
    expect(open.reason).toContain("X (no workspace ID or host in Environments)")
  })
  test("a fact that names no workspace stands for none, and against all", () => {
    expect(verdict([fact({})], "workspace", scope()).code).toBe("not-in-scope")
    expect(verdict([fact({ value: 2 })], "workspace", scope()).told).toBe("not-met")
  })
})

describe("every region in scope", () => {
  test("must have reported, however it is spelled", () => {
    expect(verdict([fact({ region: "westeurope" })], "region", scope()).reason).toBe("No facts yet from eastus.")
    expect(verdict([fact({ region: "westeurope" }), fact({ region: "East US" })], "region", scope()).told).toBe("met")
  })
  test("is known from the workspace where a connection is silent", () => {
    const facts = [fact({ workspace: "111" }), fact({ workspace: "222" })]
    expect(verdict(facts, "region", scope()).told).toBe("met")
  })
})

test("without a declared environment nothing is met that asks for all, and what fails still fails", () => {
  const none = scope({ declared: [] })
  for (const breadth of ["workspace", "region", "somewhere"] as const) {
    const open = verdict([fact({ workspace: "111", region: "eastus" })], breadth, none)
    expect(open).toMatchObject({ told: "could-not-tell", code: "not-in-scope" })
    expect(open.reason).toMatch(/^No environment is declared/)
    expect(verdict([fact({ workspace: "111", value: 1 })], breadth, none).told).toBe("not-met")
  }
  expect(verdict([fact({})], "account", none).told).toBe("met")
  expect(verdict([], "workspace", none).code).toBe("no-facts")
})

test("met means that each declared workspace holds and nobody else is known", () => {
  const names = fc.uniqueArray(fc.integer({ min: 1, max: 9 }).map(String), { maxLength: 6 })
  fc.assert(
    fc.property(
      names,
      names,
      names,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }).map(String), fc.nat(1))),
      (declared, excluded, known, rows) => {
        const of = { declared: declared.map((id) => workspace(`W${id}`, { workspaceId: id })), excluded, known }
        const facts = rows.map(([id, value], at) =>
          fact({ workspace: id, value, asOf: `2026-11-19T08:00:${String(at).padStart(2, "0")}.000Z` }),
        )
        const { told } = verdict(facts, "workspace", of)
        const newest = new Map(rows)
        const isTrue =
          declared.length > 0 &&
          declared.every((id) => newest.get(id) === 0) &&
          [...known, ...newest.keys()].every((id) => declared.includes(id) || excluded.includes(id))
        expect(told === "met").toBe(isTrue)
      },
    ),
  )
})

test("what is dropped is told", () => {
  expect(scopedFacts([fact({ workspace: "9" })], "workspace", scope())).toMatchObject({ facts: [], outside: true })
})

test("metrics are of a workspace, a region or the account as their measures say", () => {
  const of = breadthsOf(loadRelease("2026.2"))
  expect([of.get("tokens-beyond-ninety-days"), of.get("high-severity-failures")]).toEqual(["workspace", "workspace"])
  expect([of.get("runs-succeeded"), of.get("rows-passing-quality-rules")]).toEqual(["region", "somewhere"])
  expect([of.get("active-of-provisioned-users"), of.get("spend-with-cost-centre")]).toEqual(["account", "account"])
})
