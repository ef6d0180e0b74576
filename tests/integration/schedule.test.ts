import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { ask, makeWorld, type World } from "../support/world"

let world: World
type Item = { id: string; title: string; workstreamId: string; version: number }
/** Four items by hand, in a workstream each of their own order. */
let items: Item[]
beforeAll(async () => {
  world = await makeWorld()
  const [first] = await world.items()
  items = []
  for (const title of ["First", "Second", "Third", "Fourth"]) {
    const reply = await ask(world.members.lead, "POST", `${path()}/work-items`, {
      ...{ workstreamId: first?.workstreamId, title },
      estimate: { optimistic: 5, likely: 5, pessimistic: 5 },
    })
    items.push(reply.body)
  }
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const at = (index: number): Item => items[index] ?? expect.fail("no such item")
const end = (index: number) => ({ kind: "item", id: at(index).id })
const link = (from: object, to: object, more: object = {}, who = world.members.lead) =>
  ask(who, "POST", `${path()}/links`, { from, to, ...more })
const schedule = async () => (await ask(world.members.executive, "GET", `${path()}/schedule`)).body
const datesOf = async (id: string): Promise<{ start: string; finish: string }> =>
  (await schedule()).items.find((each: { id: string }) => each.id === id) ?? expect.fail("no dates")
const change = (id: string, body: object) => ask(world.members.lead, "PATCH", `${path()}/links/${id}`, body)
const take = (id: string, version: number) => ask(world.members.lead, "DELETE", `${path()}/links/${id}`, { version })

describe("the planned dates", () => {
  test("cover all work, every phase and gate, on working days of the programme's calendar", async () => {
    const { items: dated, phases, gates, finish } = await schedule()
    expect(dated).toHaveLength((await world.items()).length)
    expect(phases).toHaveLength(6)
    expect(gates).toHaveLength(5)
    expect(finish).toBe(
      gates
        .map(({ day }: { day: string }) => day)
        .sort()
        .at(-1),
    )
    for (const { start, finish: last } of dated) {
      expect(start <= last).toBe(true)
      for (const day of [start, last]) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay())
    }
  })
  test("follow a link, its lag and its type, at once", async () => {
    const free = await datesOf(at(1).id)
    const added = await link(end(0), end(1), { lag: 2 })
    expect(added.status, added.text).toBe(200)
    const before = await datesOf(at(0).id)
    const after = await datesOf(at(1).id)
    expect(after.start > before.finish).toBe(true)
    expect(after.start > free.start).toBe(true)
    const started = await change(added.body.id, { version: 1, type: "SS", lag: 0 })
    expect(started.body).toMatchObject({ type: "SS", lag: 0, version: 2 })
    expect((await datesOf(at(1).id)).start).toBe(before.start)
    expect((await take(added.body.id, 2)).status).toBe(200)
    expect(await datesOf(at(1).id)).toEqual(free)
  })
})

describe("a link", () => {
  test("that would close a circle is refused with its members by name", async () => {
    const one = await link(end(0), end(1))
    const two = await link(end(1), end(2))
    const reply = await link(end(2), end(0))
    expect([reply.status, reply.body.code]).toEqual([422, "would-circle"])
    expect([...reply.body.members].sort()).toEqual(["First", "Second", "Third"])
    const itself = await link(end(3), end(3))
    expect(itself.body).toMatchObject({ code: "would-circle", members: ["Fourth"] })
    for (const { body } of [one, two]) expect((await take(body.id, 1)).status).toBe(200)
  })
  test("between a workstream and what lies in it cannot make it wait for itself", async () => {
    const reply = await link({ kind: "workstream", id: at(0).workstreamId }, end(0))
    expect(reply.body.code).toBe("would-circle")
  })
  test("of two that only together close a circle, one is let in", async () => {
    const replies = await Promise.all([link(end(0), end(1)), link(end(1), end(0))])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422])
    for (const { status, body } of replies) if (status === 200) await take(body.id, 1)
  })
  test("that is there already is refused, another type of it is not", async () => {
    const one = await link(end(0), end(1))
    expect((await link(end(0), end(1), { lag: 3 })).body.code).toBe("already-linked")
    const two = await link(end(0), end(1), { type: "FF" })
    expect(two.status).toBe(200)
    expect((await change(two.body.id, { version: 1, type: "FS" })).body.code).toBe("already-linked")
    for (const { body } of [one, two]) await take(body.id, 1)
  })
  test("cannot lead out of its programme", async () => {
    const [foreign] = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/work-items`)).body.items
    for (const reply of [
      await link(end(0), { kind: "item", id: foreign.id }),
      await link({ kind: "item", id: foreign.id }, end(0)),
      await link({ kind: "gate", id: at(0).id }, end(1)),
    ])
      expect([reply.status, reply.body.code]).toEqual([422, "no-such-end"])
  })
  test("of another programme is not found", async () => {
    const roadmap = await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/roadmap`)
    const [foreign]: LinkView[] = roadmap.body.links
    expect((await change(foreign?.id ?? "", { version: 1, lag: 9 })).status).toBe(404)
    expect((await take(foreign?.id ?? "", 1)).status).toBe(404)
    const again = await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/roadmap`)
    expect(again.body.links).toEqual(roadmap.body.links)
  })
  test("changed on an old version is refused with what it is now", async () => {
    const { body } = await link(end(0), end(1))
    await change(body.id, { version: 1, lag: 4 })
    for (const reply of [await change(body.id, { version: 1, lag: 9 }), await take(body.id, 1)])
      expect(reply).toMatchObject({ status: 409, body: { code: "changed-meanwhile", current: { lag: 4, version: 2 } } })
    await take(body.id, 2)
  })
  test("is for a lead to make", async () => {
    for (const role of ["architect", "contributor", "executive", "auditor"] as const)
      expect((await link(end(0), end(1), {}, world.members[role])).status).toBe(403)
    expect((await link(end(0), end(1), {}, world.stranger)).status).toBe(404)
  })
  test("is told in the trail of what waits: made, changed, taken away", async () => {
    const { body } = await link(end(2), end(3), { lag: 1 })
    await change(body.id, { version: 1, lag: 2 })
    await take(body.id, 2)
    const trail = await ask(world.members.lead, "GET", `${path()}/events?subject=${at(3).id}&type=link`)
    expect(trail.body.items).toMatchObject([
      { type: "link.removed", data: { from: at(2).id, lag: 2 } },
      { type: "link.updated", data: { changes: { lag: 2 }, before: { lag: 1 } } },
      { type: "link.added", data: { from: at(2).id, type: "FS", lag: 1 } },
    ])
  })
  test("still counts while one of its items is taken away, so that bringing it back never closes a circle", async () => {
    const one = await link(end(2), end(0))
    const two = await link(end(0), end(1))
    const { body: current } = await ask(world.members.lead, "GET", `${path()}/work-items/${at(0).id}`)
    const { version } = current.item
    expect((await ask(world.members.lead, "DELETE", `${path()}/work-items/${at(0).id}`, { version })).status).toBe(200)
    expect((await link(end(1), end(2))).body).toMatchObject({ code: "would-circle" })
    expect((await link(end(0), end(3))).body.code).toBe("no-such-end")
    expect((await ask(world.members.lead, "POST", `${path()}/work-items/${at(0).id}/restore`, {})).status).toBe(200)
    expect((await datesOf(at(1).id)).start > (await datesOf(at(0).id)).finish).toBe(true)
    for (const { body } of [one, two]) await take(body.id, 1)
  })
})

describe("moving work and linking it at the same moment", () => {
  test("lets in only one of two that together would close a circle", async () => {
    const other = (await world.items()).find(({ workstreamId }) => workstreamId !== at(0).workstreamId)
    const from = { kind: "workstream", id: other?.workstreamId ?? "" }
    const before = await link(end(3), from)
    expect(before.status, before.text).toBe(200)
    const { body: current } = await ask(world.members.lead, "GET", `${path()}/work-items/${at(3).id}`)
    const move = await ask(world.members.lead, "POST", `${path()}/work-items/${at(3).id}/move`, {
      ...{ version: current.item.version, workstreamId: from.id, afterId: null },
    })
    expect([move.status, move.body.code]).toEqual([422, "would-circle"])
    await take(before.body.id, 1)
    const replies = await Promise.all([
      link(end(3), from),
      ask(world.members.lead, "POST", `${path()}/work-items/${at(3).id}/move`, {
        ...{ version: current.item.version, workstreamId: from.id, afterId: null },
      }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await schedule()).finish).not.toBeNull()
  })
})
