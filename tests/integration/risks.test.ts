import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "@/lib/base/db/new-id"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let workstreamId: string
let gateId: string
beforeAll(async () => {
  world = await makeWorld()
  const { body } = await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/roadmap`)
  workstreamId = body.workstreams[0].id
  gateId = body.gates[0].id
})
afterAll(() => world.end())

const register = () => `/programmes/${world.programmeId}/register`
const path = (id: string, more = "") => `${register()}/${id}${more}`
const list = async (who: Someone = world.members.lead) => (await ask(who, "GET", register())).body
const line = async (id: string) => (await list()).items.find((each: { id: string }) => each.id === id)
const delay = { optimistic: 2, likely: 5, pessimistic: 20 }
const late = { kind: "risk", title: "The network team is late", probability: 0.4, impact: 4, delay }
const write = async (more: object = {}, who: Someone = world.members.architect) =>
  ask(who, "POST", register(), { ...late, workstreamIds: [workstreamId], gateIds: [gateId], ...more })
const eventsOn = async (id: string) =>
  (await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/events?subject=${id}`)).body.items

describe("an entry of the register", () => {
  test("is written with its places, numbered, weighed and told", async () => {
    const { status, body } = await write()
    expect([status, body.state, body.number]).toEqual([200, "open", 1])
    expect(await line(body.id)).toMatchObject({
      ...{ delay, workstreamIds: [workstreamId], gateIds: [gateId], trend: "steady", overdue: false },
      exposure: 1.6,
    })
    expect((await line(body.id)).expectedDelay).toBeCloseTo(2.8)
    expect(await eventsOn(body.id)).toMatchObject([
      {
        type: "register-entry.added",
        data: { number: 1, kind: "risk", probability: 0.4, delayPessimistic: 20, workstreamIds: [workstreamId] },
        texts: { title: late.title },
      },
    ])
    expect((await write()).body.number).toBe(2)
  })
  test("gets numbers of its own, also when many are written at once", async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => write()))
    expect(new Set(replies.map(({ body }) => body.number)).size).toBe(6)
  })
  test("is changed, and what was before is told; its trend follows", async () => {
    const { id } = (await write()).body
    const edit = { version: 1, probability: 0.8, responseNote: "call weekly", gateIds: [], response: "reduce" }
    const reply = await ask(world.members.lead, "PATCH", path(id), edit)
    expect(reply.body).toMatchObject({ probability: 0.8, response: "reduce", gateIds: [], version: 2, impact: 4 })
    expect(reply.body.workstreamIds).toEqual([workstreamId])
    expect((await line(id)).trend).toBe("worse")
    expect((await eventsOn(id))[0]).toMatchObject({
      data: {
        changes: { probability: 0.8, response: "reduce", gateIds: [] },
        before: { probability: 0.4, response: null, gateIds: [gateId] },
      },
      texts: { responseNote: "call weekly" },
    })
  })
  test("is refused a change on an old version, with what it is now, and leaves no trace", async () => {
    const { id } = (await write()).body
    await ask(world.members.lead, "PATCH", path(id), { version: 1, impact: 5 })
    const before = (await eventsOn(id)).length
    const stale = await ask(world.members.architect, "PATCH", path(id), { version: 1, impact: 1 })
    expect([stale.status, stale.body.code, stale.body.current.impact]).toEqual([409, "changed-meanwhile", 5])
    expect(stale.body.changedBy).toBe("lead")
    expect((await eventsOn(id)).length).toBe(before)
    expect((await ask(world.members.lead, "DELETE", path(id), { version: 1 })).body.code).toBe("changed-meanwhile")
  })
  test("is changed by one of two who change it at once", async () => {
    const { id } = (await write()).body
    const change = (impact: number) => ask(world.members.lead, "PATCH", path(id), { version: 1, impact })
    const replies = await Promise.all([change(1), change(2), change(3)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
  test("is closed, opened again, taken out and brought back", async () => {
    const { id } = (await write()).body
    expect((await ask(world.members.lead, "PATCH", path(id), { version: 1, state: "closed" })).body.state).toBe(
      "closed",
    )
    expect((await ask(world.members.lead, "PATCH", path(id), { version: 2, state: "open" })).body.state).toBe("open")
    expect((await ask(world.members.lead, "DELETE", path(id), { version: 3 })).body).toEqual({ id, version: 4 })
    expect(await line(id)).toBeUndefined()
    expect((await ask(world.members.lead, "PATCH", path(id), { version: 4, impact: 1 })).status).toBe(404)
    const back = await ask(world.members.lead, "POST", path(id, "/restore"), {})
    expect(back.body).toMatchObject({ id, version: 5, gateIds: [gateId] })
    expect((await ask(world.members.lead, "POST", path(id, "/restore"), {})).status).toBe(404)
    expect((await eventsOn(id)).map(({ type }: { type: string }) => type.split(".")[1])).toEqual([
      ...["restored", "removed", "changed", "changed", "added"],
    ])
  })
})

describe("a risk that came true", () => {
  test("stays as such and becomes an issue with the same owner and places, told as two events", async () => {
    const ownerId = world.members.contributor.personId
    const { id } = (await write({ ownerId })).body
    const { status, body } = await ask(world.members.lead, "POST", path(id, "/materialise"), { version: 1 })
    expect([status, body.risk.state, body.risk.version]).toEqual([200, "came_true", 2])
    expect(body.issue).toMatchObject({
      ...{ kind: "issue", state: "open", fromId: id, ownerId, title: late.title, delay, impact: 4 },
      ...{ probability: null, workstreamIds: [workstreamId], gateIds: [gateId] },
    })
    expect((await eventsOn(id))[0]).toMatchObject({
      type: "register-entry.came-true",
      data: { issueId: body.issue.id },
    })
    expect((await eventsOn(body.issue.id))[0]).toMatchObject({ type: "register-entry.added", data: { fromId: id } })
  })
  test("comes true once: a second time, a stale page and an issue are refused", async () => {
    const { id } = (await write()).body
    const twice = await Promise.all(
      [1, 2].map(() => ask(world.members.lead, "POST", path(id, "/materialise"), { version: 1 })),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    const again = await ask(world.members.lead, "POST", path(id, "/materialise"), { version: 2 })
    expect([again.status, again.body.code]).toEqual([422, "not-a-risk"])
    const issueId = twice.find(({ status }) => status === 200)?.body.issue.id
    const issue = await ask(world.members.lead, "POST", path(issueId, "/materialise"), { version: 1 })
    expect(issue.body.code).toBe("not-a-risk")
    const reopened = await ask(world.members.lead, "PATCH", path(id), { version: 2, state: "open" })
    expect(reopened.body.code).toBe("came-true-already")
  })
})

describe("the register", () => {
  test("is everybody's to read and only some people's to write", async () => {
    const { id } = (await write()).body
    for (const role of ["contributor", "executive", "auditor"] as const) {
      expect((await write({}, world.members[role])).status).toBe(403)
      expect((await ask(world.members[role], "PATCH", path(id), { version: 1, impact: 1 })).status).toBe(403)
      expect((await list(world.members[role])).may).toEqual({ edit: false, manage: false })
    }
    expect((await list()).may).toEqual({ edit: true, manage: true })
  })
  test("is nothing of another programme's: neither its entries nor its people, workstreams and gates", async () => {
    const { id } = (await write()).body
    const elsewhere = `/programmes/${world.otherProgrammeId}/register`
    for (const [method, more] of [
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/materialise"],
      ["POST", "/restore"],
    ] as const) {
      const body = more === "/restore" ? {} : { version: 1 }
      expect((await ask(world.stranger, method, path(id, more), body)).status).toBe(404)
      expect((await ask(world.stranger, method, `${elsewhere}/${id}${more}`, body)).status).toBe(404)
    }
    expect((await ask(world.stranger, "GET", elsewhere)).body.items).toEqual([])
    const foreign = [{ workstreamIds: [workstreamId] }, { gateIds: [gateId] }, { workstreamIds: [newId(new Date())] }]
    for (const places of foreign)
      expect((await ask(world.stranger, "POST", elsewhere, { ...late, ...places })).body.code).toBe("no-such-record")
    const owner = { ...late, ownerId: world.members.lead.personId }
    expect((await ask(world.stranger, "POST", elsewhere, owner)).body.code).toBe("no-such-record")
  })
  test("takes no probability above one, no impact of six and no delay that shrinks", async () => {
    const wrong = [
      { probability: 1.5 },
      { probability: -0.1 },
      { impact: 6 },
      { impact: 2.5 },
      { delay: { optimistic: 5, likely: 2, pessimistic: 9 } },
      { delay: { optimistic: -1, likely: 2, pessimistic: 9 } },
      { title: " " },
      { kind: "wish" },
      { dueDay: "2026-02-30" },
    ]
    const statuses = await Promise.all(wrong.map(async (each) => (await write(each)).status))
    expect(new Set(statuses)).toEqual(new Set([422]))
  })
})
