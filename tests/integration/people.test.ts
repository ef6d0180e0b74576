import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { NIL_ID } from "@/lib/base/kernel/id"
import { ask, makeMember, makeUser, makeWorld, type World, withToken } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const restore = (id: string, version: number, who = world.members.lead) =>
  ask(who, "POST", at(`/people/${id}/restoration`), { version })
const remove = (id: string, version: number) => ask(world.members.lead, "DELETE", at(`/people/${id}`), { version })
const namesSeen = async () =>
  (await ask(world.members.auditor, "GET", at("/people"))).body.items.map(({ name }: any) => name)
const typesOf = async (subjectId: string) =>
  (await database().prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(
    ({ type }) => type,
  )

describe("a person who was removed", () => {
  test("is restored as they were, and the log says so", async () => {
    const { body: added } = await ask(world.members.lead, "POST", at("/people"), { name: "Ines Okafor" })
    await remove(added.id, 1)
    expect(await namesSeen()).not.toContain("Ines Okafor")
    const reply = await restore(added.id, 2)
    expect([reply.status, reply.body.name, reply.body.version]).toEqual([200, "Ines Okafor", 3])
    expect(await namesSeen()).toContain("Ines Okafor")
    expect(await typesOf(added.id)).toEqual(["person.added", "person.removed", "person.restored"])
  })
  test("comes back without the access that ended", async () => {
    const guest = await makeMember(world.programmeId, "guest", "contributor")
    const id = guest.personId ?? ""
    expect((await ask(guest, "GET", at("/roadmap"))).status).toBe(200)
    await remove(id, 1)
    expect((await restore(id, 2)).status).toBe(200)
    expect(await namesSeen()).toContain("guest")
    expect((await ask(guest, "GET", at("/roadmap"))).status).toBe(404)
  })
  test("is restored once, and not from a stale page", async () => {
    const { body: added } = await ask(world.members.lead, "POST", at("/people"), { name: "Oda Brandt" })
    const present = await restore(added.id, 1)
    expect([present.status, present.body.code]).toEqual([409, "changed-meanwhile"])
    await remove(added.id, 1)
    expect((await restore(added.id, 1)).body.code).toBe("changed-meanwhile")
    expect(await namesSeen()).not.toContain("Oda Brandt")
    expect(await typesOf(added.id)).toEqual(["person.added", "person.removed"])
  })
  test("is not restored beside somebody who has their address by now", async () => {
    const email = "shared@example.test"
    const { body: first } = await ask(world.members.lead, "POST", at("/people"), { name: "First", email })
    await remove(first.id, 1)
    const second = await ask(world.members.lead, "POST", at("/people"), { name: "Second", email })
    expect(second.status).toBe(200)
    const reply = await restore(first.id, 2)
    expect([reply.status, reply.body.code]).toEqual([409, "email-taken"])
    expect(await namesSeen()).not.toContain("First")
    await remove(second.body.id, 1)
    expect((await restore(first.id, 2)).status).toBe(200)
  })
  test("is restored by a lead of this programme only", async () => {
    const { body: added } = await ask(world.members.lead, "POST", at("/people"), { name: "Ugo Senn" })
    await remove(added.id, 1)
    expect((await restore(added.id, 2, world.members.architect)).status).toBe(403)
    expect((await restore(added.id, 2, world.stranger)).status).toBe(404)
    const elsewhere = `/programmes/${world.otherProgrammeId}/people/${added.id}/restoration`
    expect((await ask(world.stranger, "POST", elsewhere, { version: 2 })).status).toBe(404)
    expect(await namesSeen()).not.toContain("Ugo Senn")
  })
})

describe("signing a user out everywhere", () => {
  const endAll = (userId: string, who = world.admin as { headers: Readonly<Record<string, string>> }) =>
    ask({ userId: null, personId: null, ...who }, "DELETE", `/users/${userId}/sessions`, {})
  const me = (who: Parameters<typeof ask>[0]) => ask(who, "GET", "/me")

  test("ends their sessions and nobody else's, and the log says how many", async () => {
    const away = await makeUser("away")
    const beside = await makeUser("beside")
    expect((await me(away)).status).toBe(200)
    const reply = await endAll(away.userId)
    expect([reply.status, reply.body]).toMatchObject([200, { ended: 1 }])
    expect((await me(away)).status).toBe(401)
    expect([(await me(beside)).status, (await me(world.admin)).status]).toEqual([200, 200])
    const where = { chainId: NIL_ID, subjectId: away.userId }
    const [event] = await database().prisma.auditEvent.findMany({ where })
    expect(event).toMatchObject({ type: "user.signed-out-everywhere", data: { ended: 1 } })
    expect((await endAll(away.userId)).body).toMatchObject({ ended: 0 })
  })
  test("is for an administrator in person, and for a user who exists", async () => {
    const away = await makeUser("kept")
    expect((await endAll(away.userId, world.members.lead)).status).toBe(403)
    const script = await endAll(away.userId, await withToken(world.admin, "write"))
    expect([script.status, script.body.code]).toEqual([403, "in-person"])
    expect((await endAll(world.programmeId)).status).toBe(404)
    expect((await me(away)).status).toBe(200)
  })
})
