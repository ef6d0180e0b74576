import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/db/client"
import { newId } from "@/lib/db/new-id"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const programme = (id = world.programmeId) => `/programmes/${id}`
const forecasts = () => `${programme()}/forecasts`
const lead = () => world.members.lead
const run = (who: Someone = lead()) => ask(who, "POST", forecasts(), {})
const latest = async (who: Someone = lead()) => (await ask(who, "GET", `${programme()}/forecast`)).body
const history = async () => (await ask(lead(), "GET", forecasts())).body
const chainLength = async (id = world.programmeId) =>
  await database().prisma.auditEvent.count({ where: { chainId: id } })
const p80sOf = (of: any): Record<string, string> =>
  Object.fromEntries(of.gates.map(({ gateId, p80 }: any) => [gateId, p80]))
const openItem = async () => (await world.items()).filter(({ status }) => status === "not_started")
const lengthen = async (days: number) => {
  const [item] = await openItem()
  const estimate = { optimistic: days, likely: days + 1, pessimistic: days + 9 }
  const body = { version: item?.version, estimate }
  return ask(lead(), "PATCH", `${programme()}/work-items/${item?.id}`, body)
}

describe("a forecast", () => {
  test("is none before the first run, and says that there could be one", async () => {
    expect(await latest()).toEqual({ forecast: null, outOfDate: true, noForecast: null, may: { run: true } })
    expect((await latest(world.members.executive)).may).toEqual({ run: false })
    expect(await history()).toMatchObject({ items: [], score: { of: 0, sentence: null } })
  })
  test("is made, kept with all that made it, and told", async () => {
    const { status, body, text } = await run(world.members.architect)
    expect(status, text).toBe(200)
    expect(body.run).toMatchObject({ trials: 10_000, byId: world.members.architect.personId })
    expect(body.run.inputsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(body.moved).toBeNull()
    for (const gate of body.results.gates) {
      expect([gate.p10, gate.p50, gate.p80, gate.p90]).toEqual([gate.p10, gate.p50, gate.p80, gate.p90].toSorted())
      expect(gate.histogram.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(10_000)
    }
    expect(body.results.finishGateId).toBe(body.results.gates.at(-1)?.gateId ?? null)
    expect(body.results.items.length).toBeGreaterThan(50)
    expect(body.percentages).toBe(false)
    const current = await latest()
    expect(current).toMatchObject({ outOfDate: false, noForecast: null })
    expect(current.forecast).toEqual(body)
    expect((await ask(lead(), "GET", `${forecasts()}/${body.run.id}`)).body).toEqual(body)
    const events = await ask(lead(), "GET", `${programme()}/events?type=forecast`)
    expect(events.body.items).toMatchObject([
      { type: "forecast.made", subjectId: body.run.id, data: { trials: 10_000 } },
    ])
  })
  test("of the same plan is the same one: nothing is written again, also when two ask at once", async () => {
    const first = (await run()).body
    const before = await chainLength()
    const again = await Promise.all([run(), run(), run(world.members.architect)])
    expect(new Set(again.map(({ body }) => body.run.id))).toEqual(new Set([first.run.id]))
    expect(await chainLength()).toBe(before)
    await lengthen(40)
    const both = await Promise.all([run(), run()])
    expect(new Set(both.map(({ body }) => body.run.id)).size).toBe(1)
    expect(both[0]?.body.run.id).not.toBe(first.run.id)
  })
  test("of a plan that changed says what moved it, and its parts add up", async () => {
    await run()
    await lengthen(80)
    expect(await latest()).toMatchObject({ outOfDate: true })
    const body = (await run()).body
    expect(body.moved.causes).toMatchObject([
      { kind: "estimates", count: 1, main: [{ about: "item", what: "estimate" }] },
    ])
    expect(body.moved.gates.some(({ days }: any) => days > 0)).toBe(true)
    for (const { days, parts } of body.moved.gates) {
      expect(parts.reduce((sum: number, part: any) => sum + part.days, 0)).toBe(days)
      expect(parts.filter(({ kind }: any) => kind !== "estimates").every((part: any) => part.days === 0)).toBe(true)
    }
  })
  test("moves by a risk while it is open, and no more once it is closed", async () => {
    const calm = p80sOf((await run()).body.results)
    const roadmap = (await ask(lead(), "GET", `${programme()}/roadmap`)).body
    const places = { workstreamIds: roadmap.workstreams.map(({ id }: any) => id) }
    const delay = { optimistic: 20, likely: 30, pessimistic: 40 }
    const risk = { kind: "risk", title: "Freeze", probability: 0.9, delay, ...places }
    const { body } = await ask(lead(), "POST", `${programme()}/register`, risk)
    const risky = (await run()).body
    expect(Object.values(p80sOf(risky.results)).toSorted().at(-1)).toSatisfy(
      (day: string) => day > (Object.values(calm).toSorted().at(-1) ?? ""),
    )
    expect(risky.moved.causes).toMatchObject([{ kind: "risks", main: [{ about: "risk", id: body.id, what: "added" }] }])
    await ask(lead(), "PATCH", `${programme()}/register/${body.id}`, { version: 1, state: "closed" })
    expect(p80sOf((await run()).body.results)).toEqual(calm)
  })
  test("is the same again for the same seed: a plan changed there and back is forecast alike", async () => {
    const before = (await run()).body
    const [item] = await openItem()
    const path = `${programme()}/work-items/${item?.id}`
    await ask(lead(), "PATCH", path, { version: item?.version, startNoEarlierThan: "2027-06-01" })
    const moved = (await run()).body
    await ask(lead(), "PATCH", path, { version: (item?.version ?? 0) + 1, startNoEarlierThan: null })
    const after = (await run()).body
    expect(moved.results).not.toEqual(before.results)
    expect(after.results).toEqual(before.results)
    expect(after.run.inputsHash).toBe(before.run.inputsHash)
    expect(after.run.id).not.toBe(before.run.id)
  })
})

describe("the settings of forecasts", () => {
  const path = () => `${programme()}/forecast-settings`
  test("are changed, told and used; the first change of two at once holds", async () => {
    expect((await ask(lead(), "GET", path())).body).toMatchObject({ shape: "beta_pert", trials: 10_000, version: 0 })
    const say = (trials: number) => ask(lead(), "PATCH", path(), { version: 0, trials })
    const replies = await Promise.all([say(500), say(700)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await ask(lead(), "PATCH", path(), {
      version: 1,
      trials: 1000,
      shape: "triangular",
      correlation: 0.3,
    })
    expect(body).toMatchObject({ trials: 1000, shape: "triangular", correlation: 0.3, version: 2, may: { edit: true } })
    const stale = await ask(lead(), "PATCH", path(), { version: 1, trials: 2000 })
    expect([stale.status, stale.body.code, stale.body.current.trials]).toEqual([409, "changed-meanwhile", 1000])
    const made = (await run()).body
    expect(made.run.trials).toBe(1000)
    expect(made.moved.causes).toMatchObject([{ kind: "estimates", main: [{ about: "settings" }] }])
  })
  test("are refused outside their range and to who may not run forecasts", async () => {
    for (const wrong of [{ trials: 5 }, { correlation: 2 }, { shape: "normal" }])
      expect((await ask(lead(), "PATCH", path(), { version: 2, ...wrong })).status).toBe(422)
    for (const role of ["contributor", "executive", "auditor"] as const) {
      expect((await ask(world.members[role], "PATCH", path(), { version: 2, trials: 200 })).status).toBe(403)
      expect((await ask(world.members[role], "GET", path())).body.may).toEqual({ edit: false })
    }
  })
})

describe("the score", () => {
  test("counts what was said of a gate before it passed", async () => {
    const made = (await run()).body
    const [gate] = made.results.gates
    const passed = new Date(Date.now() + 3 * 86_400_000)
    await database().prisma.gate.update({ where: { id: gate.gateId }, data: { passedAt: passed } })
    const { score } = await history()
    expect(score.of).toBe(1)
    expect(score.scored[0]).toMatchObject({ gateId: gate.gateId, runId: made.run.id, daysAhead: 3 })
    expect(score.cameTrue.find(({ name }: any) => name === "p90").times).toBe(1)
    expect(score.sentence).toBe("Our P80s came true once of 1.")
    await database().prisma.gate.update({ where: { id: gate.gateId }, data: { passedAt: null } })
  })
})

describe("a kept forecast", () => {
  test("can be neither changed nor deleted, not even in the database", async () => {
    const { id } = (await run()).body.run
    const { prisma } = database()
    await expect(prisma.forecastRun.update({ where: { id }, data: { trials: 1 } })).rejects.toThrow()
    await expect(prisma.forecastGate.deleteMany({ where: { runId: id } })).rejects.toThrow()
  })
  test("is nothing of another programme's", async () => {
    const { id } = (await run()).body.run
    const elsewhere = `/programmes/${world.otherProgrammeId}/forecasts`
    expect((await ask(world.stranger, "GET", `${elsewhere}/${id}`)).status).toBe(404)
    expect((await ask(world.stranger, "GET", `${forecasts()}/${id}`)).status).toBe(404)
    expect((await ask(lead(), "GET", `${forecasts()}/${newId(new Date())}`)).status).toBe(404)
    expect((await ask(world.stranger, "POST", forecasts(), {})).status).toBe(404)
    expect((await ask(world.stranger, "GET", elsewhere)).body.items).toEqual([])
  })
})
