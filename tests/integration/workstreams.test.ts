import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { ask, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const roadmap = async () => (await ask(world.members.auditor, "GET", at("/roadmap"))).body
const workstream = async (index: number) => (await roadmap()).workstreams[index]
const change = (id: string, body: object, who = world.members.lead) => ask(who, "PATCH", at(`/workstreams/${id}`), body)
const eventsOf = (subjectId: string) =>
  database().prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })

describe("a workstream", () => {
  test("is changed in each of its fields, and the log says in which", async () => {
    const { id, version } = await workstream(0)
    const phase = (await roadmap()).phases[1]
    const plain = { ownerId: world.members.architect.personId, phaseId: phase.id, holdsGate: false }
    const estimate = { optimistic: 4, likely: 6, pessimistic: 11 }
    const reply = await change(id, { version, name: "Landing zone", description: "For all.", ...plain, estimate })
    expect(reply.status, reply.text).toBe(200)
    expect(await workstream(0)).toMatchObject({ id, name: "Landing zone", ...plain, ...estimate, version: version + 1 })
    const [event, ...others] = await eventsOf(id)
    expect(others).toEqual([])
    expect(event).toMatchObject({ type: "workstream.updated", data: { changes: { ...plain, ...estimate } } })
    expect(event?.texts).toHaveProperty("name")
  })
  test("keeps what was not named, and loses an estimate that is set to nothing", async () => {
    const before = await workstream(1)
    await change(before.id, { version: before.version, estimate: { optimistic: 1, likely: 2, pessimistic: 3 } })
    const reply = await change(before.id, { version: before.version + 1, estimate: null })
    expect(reply.status).toBe(200)
    expect(await workstream(1)).toEqual({
      ...before,
      ...{ optimistic: null, likely: null, pessimistic: null, version: before.version + 2 },
    })
  })
  test("changed from a stale page is refused with how it stands, and leaves no trace", async () => {
    const { id, version } = await workstream(2)
    await change(id, { version, name: "Newer" })
    const trace = await eventsOf(id)
    const reply = await change(id, { version, name: "Older" })
    expect([reply.status, reply.body.code, reply.body.current.name]).toEqual([409, "changed-meanwhile", "Newer"])
    expect([(await workstream(2)).name, await eventsOf(id)]).toEqual(["Newer", trace])
  })
  test("has an owner and a phase of its own programme, and an estimate in order", async () => {
    const { id, version } = await workstream(3)
    const foreign = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/roadmap`)).body
    const codeOf = async (body: object) => (await change(id, { version, ...body })).body.code
    expect(await codeOf({ ownerId: world.stranger.personId })).toBe("no-such-person")
    expect(await codeOf({ phaseId: foreign.phases[0].id })).toBe("no-such-phase")
    const upsideDown = { optimistic: 9, likely: 5, pessimistic: 2 }
    expect(await codeOf({ estimate: upsideDown })).toBe("invalid")
    expect((await workstream(3)).version).toBe(version)
  })
  test("is changed by who may edit the plan, and not from another programme", async () => {
    const { id, version } = await workstream(4)
    for (const role of ["contributor", "executive", "auditor"] as const)
      expect((await change(id, { version, name: "No" }, world.members[role])).status, role).toBe(403)
    const elsewhere = `/programmes/${world.otherProgrammeId}/workstreams/${id}`
    expect((await ask(world.stranger, "PATCH", elsewhere, { version, name: "Taken" })).status).toBe(404)
    expect((await workstream(4)).version).toBe(version)
  })
})
