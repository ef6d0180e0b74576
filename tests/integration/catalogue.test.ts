import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}/components`
const list = async (who = world.members.lead) => (await ask(who, "GET", path())).body
const component = async (key: string) => (await list()).items.find((each: { key: string }) => each.key === key)
const first = async (): Promise<string> => (await list()).items[0].key

describe("the catalogue", () => {
  test("holds every component of the release once, in its sections and on one of the six planes", async () => {
    const { items, sections, planes } = await list()
    expect(planes).toHaveLength(6)
    expect(new Set(items.map(({ key }: { key: string }) => key)).size).toBe(items.length)
    const known = {
      sections: sections.map(({ key }: { key: string }) => key),
      planes: planes.map(({ key }: { key: string }) => key),
    }
    for (const { section, plane } of items) {
      expect(known.sections).toContain(section)
      expect(known.planes).toContain(plane)
    }
  })
  test("says of a component nobody spoke of that it is not considered", async () => {
    expect(new Set((await list()).items.map(({ adoption, version }: any) => `${adoption} ${version}`))).toEqual(
      new Set(["not_considered 0"]),
    )
  })
})

describe("what a programme does with a component", () => {
  test("is said by an architect, kept with its note, and told in the trail", async () => {
    const key = await first()
    const said = { version: 0, state: "piloting", note: "with the risk team" }
    const reply = await ask(world.members.architect, "PUT", `${path()}/${key}`, said)
    expect([reply.status, reply.body.adoption, reply.body.version]).toEqual([200, "piloting", 1])
    const next = await ask(world.members.lead, "PUT", `${path()}/${key}`, { version: 1, state: "in_production" })
    expect(next.body).toMatchObject({ adoption: "in_production", adoptionNote: "with the risk team", version: 2 })
    const trail = await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/events?type=adoption`)
    expect(trail.body.items).toMatchObject([
      { data: { component: key, state: "in_production", before: "piloting" }, texts: {} },
      { data: { component: key, state: "piloting", before: "not_considered" }, texts: { note: "with the risk team" } },
    ])
  })
  test("is refused on an old version, with what it is now, and leaves no trace", async () => {
    const key = await first()
    const before = await component(key)
    for (const version of [0, 1]) {
      const reply = await ask(world.members.lead, "PUT", `${path()}/${key}`, { version, state: "retiring" })
      expect([reply.status, reply.body.code]).toEqual([409, "changed-meanwhile"])
      expect(reply.body.current).toEqual(before)
    }
    expect(await component(key)).toEqual(before)
  })
  test("is said first by one of two who say it first at once", async () => {
    const { key } = (await list()).items[1]
    const say = (state: string) => ask(world.members.lead, "PUT", `${path()}/${key}`, { version: 0, state })
    const replies = await Promise.all([say("planned"), say("retiring")])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await component(key)).version).toBe(1)
  })
  test("is nobody's to say who may only read, and nothing of another programme's", async () => {
    const { key } = (await list()).items[2]
    const said = { version: 0, state: "planned" }
    for (const role of ["contributor", "executive", "auditor"] as const)
      expect((await ask(world.members[role], "PUT", `${path()}/${key}`, said)).status).toBe(403)
    expect((await ask(world.stranger, "PUT", `${path()}/${key}`, said)).status).toBe(404)
    const other = `/programmes/${world.otherProgrammeId}/components`
    expect((await ask(world.stranger, "GET", other)).body.items.every((each: any) => each.version === 0)).toBe(true)
  })
  test("cannot be said of what is not in the catalogue", async () => {
    const reply = await ask(world.members.lead, "PUT", `${path()}/no-such-thing`, { version: 0, state: "planned" })
    expect([reply.status, reply.body.code]).toEqual([404, "not-found"])
  })
})
