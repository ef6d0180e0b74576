import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CheckView, CriterionView } from "@/lib/assurance/contract"
import { loadRelease } from "@/lib/pack/server/releases"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const checks = async (): Promise<CheckView[]> =>
  (await ask(world.members.auditor, "GET", `${path()}/checks`)).body.items
const criteria = async (): Promise<CriterionView[]> =>
  (await ask(world.members.auditor, "GET", `${path()}/criteria`)).body.items
const gates = async (): Promise<{ id: string; number: number; version: number }[]> =>
  (await ask(world.members.lead, "GET", `${path()}/roadmap`)).body.gates

describe("the checks of a programme", () => {
  test("are those of its release, and none of them passes silently", async () => {
    const { stages, phases } = loadRelease("2026.1")
    const keys = [
      ...stages.flatMap(({ workstreams }) => workstreams.flatMap((each) => each.checks.map(({ key }) => key))),
      ...phases.flatMap(({ gate, review }) =>
        [...(gate?.checks ?? []), ...(review?.checks ?? [])].map(({ key }) => key),
      ),
    ]
    const listed = await checks()
    expect(listed.map(({ key }) => key).sort()).toEqual(keys.sort())
    const told = ["next-phase-has-owners", "six-criteria-stand"]
    for (const { verdict, reason, key } of listed) {
      expect(verdict, key).toBe(told.includes(key) ? "not-met" : "could-not-tell")
      expect(reason, key).toMatch(/\.$/)
    }
  })
  test("become due with the target day of their gate, and not before", async () => {
    expect((await checks()).some(({ due }) => due)).toBe(false)
    const [gate] = await gates()
    const set = (targetDay: string, version: number) =>
      ask(world.members.lead, "PATCH", `${path()}/gates/${gate?.id}`, { version, targetDay })
    expect((await set("2199-01-04", 1)).status).toBe(200)
    expect((await checks()).some(({ due }) => due)).toBe(false)
    expect((await set("2026-02-02", 2)).status).toBe(200)
    const due = (await checks()).filter((check) => check.due)
    expect(due.length).toBeGreaterThan(0)
    expect(new Set(due.map(({ dueGateId }) => dueGateId))).toEqual(new Set([gate?.id]))
  })
})

describe("the success checklist", () => {
  test("has six lines, each with as many checks as count for it and at least two who sign", async () => {
    const lines = await criteria()
    const listed = await checks()
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    for (const { id, all, met, due, signerRoles } of lines) {
      const own = listed.filter(({ criterionIds }) => criterionIds.includes(id))
      expect(own.length).toBeGreaterThan(0)
      expect([all, met, due]).toEqual([own.length, 0, own.filter((check) => check.due).length])
      expect(signerRoles.length).toBeGreaterThan(1)
    }
  })
  test("is not there for another programme's people", async () => {
    for (const each of ["checks", "criteria"])
      expect((await ask(world.stranger, "GET", `${path()}/${each}`)).status).toBe(404)
  })
})
