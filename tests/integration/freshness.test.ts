import { afterAll, beforeAll, expect, test } from "vitest"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const lengthIn = (headers: Headers) => Number(headers.get("lakeward-seq"))

test("an answer tells how much of the chain it knows, and a write how long it is now", async () => {
  const { members, programmeId } = world
  const list = () => ask(members.lead, "GET", `/programmes/${programmeId}/work-items`)
  const before = await list()
  const [item] = before.body.items
  const address = `/programmes/${programmeId}/work-items/${item.id}`
  const write = await ask(members.lead, "PATCH", address, { version: item.version, percent: 10 })
  expect(lengthIn(write.headers)).toBe(lengthIn(before.headers) + 1)
  const after = await list()
  expect(lengthIn(after.headers)).toBe(lengthIn(write.headers))
  expect(after.body.items.find(({ id }: { id: string }) => id === item.id)).toMatchObject({ percent: 10 })
})

test("what belongs to no programme tells of no chain", async () => {
  const releases = await ask(world.admin, "GET", "/releases")
  expect(releases.headers.get("lakeward-seq")).toBeNull()
})
