import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { ask, makeWorld, type World } from "../support/world"

let world: World
let itemId: string
/** A comment of the contributor's, new for each test. */
let commentId: string
beforeAll(async () => {
  world = await makeWorld()
  itemId = (await world.items())[0]?.id ?? expect.fail("no item")
})
afterAll(() => world.end())

const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const here = () => at(`/comments/${commentId}`)
const bodiesSeen = async () =>
  (await ask(world.members.auditor, "GET", at(`/work-items/${itemId}`))).body.comments.map(({ body }: any) => body)
const rowOf = () => database().prisma.comment.findFirstOrThrow({ where: { id: commentId } })
const eventsOf = async () => {
  const rows = await database().prisma.auditEvent.findMany({ where: { subjectId: itemId }, orderBy: { seq: "asc" } })
  return rows.filter(({ data }) => (data as any).commentId === commentId)
}
const typesOf = async () => (await eventsOf()).map(({ type }) => type)

beforeEach(async () => {
  await database().prisma.comment.deleteMany({})
  const { body } = await ask(world.members.contributor, "POST", at(`/work-items/${itemId}/comments`), {
    body: "First.",
  })
  commentId = body.id
})

describe("a comment", () => {
  test("is changed by its author, and the log keeps both wordings", async () => {
    const reply = await ask(world.members.contributor, "PATCH", here(), { version: 1, body: "Second." })
    expect([reply.status, reply.body.body, reply.body.version]).toEqual([200, "Second.", 2])
    expect(reply.body.editedAt).not.toBeNull()
    expect(await bodiesSeen()).toEqual(["Second."])
    const events = await eventsOf()
    expect(events.map(({ type }) => type)).toEqual(["comment.added", "comment.updated"])
    const kept = await database().prisma.auditText.findMany({
      where: { chainId: world.programmeId, seq: { in: events.map(({ seq }) => seq) } },
      orderBy: { seq: "asc" },
    })
    expect(kept.map(({ text }) => text)).toEqual(["First.", "Second."])
  })
  test("is changed by nobody else, not even a lead", async () => {
    const reply = await ask(world.members.lead, "PATCH", here(), { version: 1, body: "Put in a mouth." })
    expect([reply.status, reply.body.code]).toEqual([403, "not-yours"])
    expect([await bodiesSeen(), await typesOf()]).toEqual([["First."], ["comment.added"]])
  })
  test("changed or removed from a stale page is refused with how it stands now", async () => {
    await ask(world.members.contributor, "PATCH", here(), { version: 1, body: "Second." })
    for (const [method, more] of [["PATCH", { body: "Third." }] as const, ["DELETE", {}] as const]) {
      const reply = await ask(world.members.contributor, method, here(), { version: 1, ...more })
      expect([reply.status, reply.body.code, reply.body.current.body]).toEqual([409, "changed-meanwhile", "Second."])
    }
    expect([await bodiesSeen(), await typesOf()]).toEqual([["Second."], ["comment.added", "comment.updated"]])
  })
  test("is never empty", async () => {
    const reply = await ask(world.members.contributor, "PATCH", here(), { version: 1, body: "  " })
    expect([reply.status, reply.body.code]).toEqual([422, "invalid"])
    expect((await rowOf()).body).toBe("First.")
  })
  test("removed and restored by its author is as it was", async () => {
    const removed = await ask(world.members.contributor, "DELETE", here(), { version: 1 })
    expect([removed.status, removed.body]).toMatchObject([200, { id: commentId, version: 2 }])
    expect(await bodiesSeen()).toEqual([])
    const gone = await ask(world.members.contributor, "PATCH", here(), { version: 2, body: "After all." })
    expect([gone.status, gone.body.code]).toEqual([404, "not-found"])
    const restored = await ask(world.members.contributor, "POST", `${here()}/restore`, {})
    expect([restored.status, restored.body.body, restored.body.version]).toEqual([200, "First.", 3])
    expect(await bodiesSeen()).toEqual(["First."])
    expect((await ask(world.members.contributor, "POST", `${here()}/restore`, {})).status).toBe(404)
    expect(await typesOf()).toEqual(["comment.added", "comment.removed", "comment.restored"])
  })
  test("is removed and restored by a lead too, and by no other member", async () => {
    const { architect, lead } = world.members
    expect((await ask(architect, "DELETE", here(), { version: 1 })).body.code).toBe("not-yours")
    expect((await ask(lead, "DELETE", here(), { version: 1 })).status).toBe(200)
    expect((await ask(architect, "POST", `${here()}/restore`, {})).body.code).toBe("not-yours")
    expect(await bodiesSeen()).toEqual([])
    expect((await ask(lead, "POST", `${here()}/restore`, {})).status).toBe(200)
    expect(await bodiesSeen()).toEqual(["First."])
  })
  test("is not found from another programme", async () => {
    const elsewhere = `/programmes/${world.otherProgrammeId}/comments/${commentId}`
    expect((await ask(world.stranger, "PATCH", elsewhere, { version: 1, body: "Taken." })).status).toBe(404)
    expect((await ask(world.stranger, "DELETE", elsewhere, { version: 1 })).status).toBe(404)
    expect((await ask(world.stranger, "PATCH", here(), { version: 1, body: "Taken." })).status).toBe(404)
    await ask(world.members.contributor, "DELETE", here(), { version: 1 })
    expect((await ask(world.stranger, "POST", `${elsewhere}/restore`, {})).status).toBe(404)
    expect(await rowOf()).toMatchObject({ body: "First.", version: 2, removedAt: expect.any(Date) })
  })
})
