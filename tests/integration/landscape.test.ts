import { afterAll, beforeAll, expect, test } from "vitest"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const all = () => `/programmes/${world.programmeId}/landscape`
const add = async (name: string, more: object = {}) => {
  const { body, status, text } = await ask(world.members.architect, "POST", all(), { name, kind: "store", ...more })
  expect(status, text).toBe(200)
  return body
}
const patch = (of: { id: string; version: number }, change: object) =>
  ask(world.members.architect, "PATCH", `${all()}/${of.id}`, { version: of.version, ...change })

test("a new item is undecided, and a component is named by a key of the catalogue only", async () => {
  const item = await add("Teradata EDW, payments", { sizeBytes: 9_800_000_000_000 })
  expect(item).toMatchObject({ disposition: "undecided", sizeBytes: 9_800_000_000_000, planned: null })
  expect((await patch(item, { componentKey: "no-such-component" })).status).toBe(422)
  const { body } = await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/components`)
  const known = await patch(item, { componentKey: body.items[0].key })
  expect([known.status, known.body.componentKey]).toEqual([200, body.items[0].key])
})

test("circular parents and feeds are refused with the names along the way", async () => {
  const a = await add("Landing zone")
  const b = await add("Staging", { parentId: a.id, feedsAsIsIds: [a.id] })
  const c = await add("Marts", { parentId: b.id, feedsAsIsIds: [b.id] })
  const parent = await patch(a, { parentId: c.id })
  expect([parent.status, parent.body.code, parent.body.detail]).toEqual([
    ...[422, "circle"],
    "This would make a circle: Landing zone is part of Marts, Marts is part of Staging, Staging is part of Landing zone.",
  ])
  const feed = await patch(a, { feedsAsIsIds: [c.id] })
  expect(feed.body.detail).toMatch(/Landing zone feeds Marts, Marts feeds Staging, Staging feeds Landing zone/)
  expect((await patch(a, { feedsAsIsIds: [a.id] })).body.code).toBe("circle")
  expect((await patch(a, { feedsToBeIds: [c.id] })).status).toBe(200)
})

test("of two changes that would close a circle together one is refused", async () => {
  const [a, b] = [await add("One"), await add("Other")]
  const replies = await Promise.all([patch(a, { feedsToBeIds: [b.id] }), patch(b, { feedsToBeIds: [a.id] })])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 422])
})

test("no more is migrated than planned, and without a fact what is proved is Unknown", async () => {
  const item = await add("Payments", { planned: 84, migrated: 52, targets: ["prod.curated.pay_*"] })
  expect((await patch(item, { migrated: 85 })).body.code).toBe("more-than-planned")
  const { body } = await ask(world.members.lead, "GET", all())
  const line = body.items.find(({ id }: { id: string }) => id === item.id)
  expect([line.migrated, line.proved, line.provedAsOf]).toEqual([52, null, null])
})
