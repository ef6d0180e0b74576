import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let people: Map<string, string>
beforeAll(async () => {
  world = await makeWorld()
  const { body } = await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/roadmap`)
  people = new Map(body.people.map(({ id, name }: { id: string; name: string }) => [name, id]))
})
afterAll(() => world.end())

const at = (path: string) => `/programmes/${world.programmeId}/${path}`
const goal = { baseline: 40, baselineDay: "2020-01-01", target: 10, targetDay: "2020-12-31", direction: "down" }
const add = async (more: object = {}, who: Someone = world.members.lead) =>
  ask(who, "POST", at("kpis"), { name: "Lead time", unit: "days", ...more })
const line = async (id: string) =>
  (await ask(world.members.lead, "GET", at("kpis"))).body.items.find((each: { id: string }) => each.id === id)
const say = (id: string, more: object, who: Someone = world.members.lead) =>
  ask(who, "POST", at(`kpis/${id}/check-ins`), { day: "2020-06-30", value: 25, confidence: 7, ...more })
const history = async (id: string) => (await ask(world.members.lead, "GET", at(`kpis/${id}/history`))).body
const eventsOn = async (id: string) => (await ask(world.members.lead, "GET", at(`events?subject=${id}`))).body.items

describe("a check-in", () => {
  test("is kept with who said it, tells of it, and moves the KPI", async () => {
    const { id } = (await add(goal)).body
    const reply = await say(id, { sentence: "The template works." })
    expect(reply.status, reply.text).toBe(200)
    expect(reply.body).toMatchObject({ value: 25, confidence: 7, source: "typed", correctsId: null })
    expect(await line(id)).toMatchObject({ progress: 0.5, latest: { day: "2020-06-30", value: 25 }, confidence: 7 })
    expect((await eventsOn(id))[0]).toMatchObject({
      type: "kpi.checked-in",
      data: { value: 25, day: "2020-06-30" },
      texts: { sentence: "The template works." },
    })
  })
  test("is corrected by another one, and both stay in the history", async () => {
    const { id } = (await add()).body
    const first = (await say(id, {})).body
    const second = (await say(id, { value: 24, correctsId: first.id })).body
    const again = await say(id, { value: 23, correctsId: first.id })
    expect([again.status, again.body.code]).toEqual([409, "corrected-already"])
    const third = (await say(id, { value: 22 })).body
    expect(third.correctsId).toBe(second.id)
    const { checkIns, points } = await history(id)
    expect(checkIns.map(({ value }: { value: number }) => value)).toEqual([25, 24, 22])
    expect(points).toEqual([{ day: "2020-06-30", value: 22, source: "typed" }])
    expect((await eventsOn(id))[0]).toMatchObject({ type: "kpi.check-in-corrected", data: { before: 24, value: 22 } })
  })
  test("of two at once, one corrects the other", async () => {
    const { id } = (await add()).body
    const replies = await Promise.all([say(id, { value: 1 }), say(id, { value: 2 }), say(id, { value: 3 })])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await history(id)).points).toHaveLength(1)
  })
  test("needs a sentence when it is behind, a value, and a day that has passed", async () => {
    const { id } = (await add(goal)).body
    expect((await say(id, {})).body.code).toBe("sentence-needed")
    expect((await say(id, { value: null, sentence: "None." })).body.code).toBe("value-needed")
    expect((await say(id, { day: "2199-01-01" })).body.code).toBe("in-the-future")
    expect((await say(id, { confidence: 11 })).status).toBe(422)
    expect((await history(id)).checkIns).toEqual([])
  })
  test("is for the lead, the executive, and whoever owns the KPI", async () => {
    const { contributor, auditor, executive } = world.members
    const ownerId = people.get("contributor")
    expect(ownerId).toBeDefined()
    const { id } = (await add({ ownerId })).body
    expect((await say(id, {}, contributor)).status).toBe(200)
    expect((await say(id, {}, executive)).status).toBe(200)
    expect((await say(id, {}, auditor)).body.code).toBe("not-yours")
    const other = (await add()).body
    expect((await say(other.id, {}, contributor)).body.code).toBe("not-yours")
    expect((await add({}, contributor)).status).toBe(403)
    expect((await say(id, {}, world.stranger)).status).toBe(404)
  })
})

describe("a formula", () => {
  test("follows its KPIs, is not typed, and never leads in a circle", async () => {
    const [one, other] = [(await add()).body, (await add()).body]
    await say(one.id, { value: 30 })
    await say(other.id, { value: 4 })
    const ratio = (await add({ source: "formula", formula: `K${one.number} / K${other.number}` })).body
    expect((await line(ratio.id)).latest).toEqual({ day: "2020-06-30", value: 7.5, source: "formula" })
    expect((await say(ratio.id, { value: 8 })).body.code).toBe("not-typed")
    expect((await say(ratio.id, { value: 7.5 })).body).toMatchObject({ value: 7.5, source: "formula" })
    const circle = { version: one.version, source: "formula", formula: `K${ratio.number} + 1` }
    expect((await ask(world.members.lead, "PATCH", at(`kpis/${one.id}`), circle)).body.code).toBe("formula-in-a-circle")
    const nowhere = { version: ratio.version, formula: "K9999" }
    expect((await ask(world.members.lead, "PATCH", at(`kpis/${ratio.id}`), nowhere)).body.code).toBe("no-such-kpi")
  })
})

describe("the library", () => {
  test("gives its KPIs with their objectives once", async () => {
    const before = (await ask(world.members.lead, "GET", at("kpi-library"))).body.items
    const keys = ["pipeline-success-rate", "freshness-attainment"]
    if (before.length === 0) return
    const reply = await ask(world.members.lead, "POST", at("kpi-library/additions"), { keys })
    expect(reply.status, reply.text).toBe(200)
    const [first, second] = await Promise.all(reply.body.kpiIds.map(line))
    expect(first).toMatchObject({ unit: "%", source: "fact", metric: "runs-succeeded", factor: 100, target: 97 })
    expect(first.objectiveId).toBe(second.objectiveId)
    const again = await ask(world.members.lead, "POST", at("kpi-library/additions"), { keys })
    expect(again.body.code).toBe("added-already")
    expect(
      (await ask(world.members.lead, "GET", at("kpi-library"))).body.items.filter(
        ({ added }: { added: boolean }) => added,
      ),
    ).toHaveLength(2)
  })
})

describe("an import of series", () => {
  const bring = (rows: readonly object[], dryRun: boolean, who: Someone = world.members.lead) =>
    ask(who, "POST", at("kpi-values"), { rows, dryRun })
  test("writes all rows or none, corrects what was imported before, and is for who may edit", async () => {
    const { id, number } = (await add({ source: "imported" })).body
    const row = (day: string, value: string) => ({ kpi: `K${number}`, day, value })
    const rows = [row("2020-01-31", "5"), row("2020-02-29", "6")]
    expect((await bring(rows, true)).body).toEqual({ read: 2, written: 0, problems: [] })
    const wrong = (await bring([...rows, row("2020-02-30", "7")], false)).body
    expect([wrong.written, wrong.problems[0].row]).toEqual([0, 3])
    expect((await history(id)).points).toEqual([])
    expect((await bring(rows, false)).body.written).toBe(2)
    expect((await bring([row("2020-01-31", "5"), row("2020-02-29", "8")], false)).body.written).toBe(1)
    const { points, checkIns } = await history(id)
    expect(points.map(({ value }: { value: number }) => value)).toEqual([5, 8])
    expect(checkIns).toHaveLength(3)
    expect((await bring(rows, true, world.members.contributor)).status).toBe(403)
  })
})
