import { createHash } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { verifyChain } from "@/lib/door/audit/chain"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { ask, makeMember, makeWorld, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const itemAt = async (index: number): Promise<WorkItemView> => (await world.items())[index] ?? expect.fail("no item")
const eventsOf = (subjectId: string) =>
  database().prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })

async function chainIsIntact() {
  const chain = await database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })
  const rows = await database().prisma.auditEvent.findMany({ where: { chainId: chain.id }, orderBy: { seq: "asc" } })
  const kept = rows.map(({ chainId, actorId, subjectId, data, texts, ...row }) => ({
    ...row,
    chain: chainId,
    actor: actorId,
    subject: subjectId,
    data: data as any,
    texts: texts as any,
  }))
  const sha256 = (...parts: readonly Uint8Array[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest()
  return verifyChain(chain.id, kept, chain, sha256)
}

describe("twenty people who each change one item ten times at once", () => {
  test("lose nothing: every change accepted is in the row's history, in order, and every version was given once", {
    timeout: 120_000,
  }, async () => {
    const item = await itemAt(10)
    const address = `${path()}/work-items/${item.id}`
    const accepted: number[] = []
    const client = async (n: number) => {
      for (let i = 0; i < 10; ) {
        const current = (await ask(world.members.lead, "GET", address)).body.item
        const reply = await ask(world.members.lead, "PATCH", address, { version: current.version, points: n * 10 + i })
        expect([200, 409]).toContain(reply.status)
        if (reply.status !== 200) continue
        accepted.push(reply.body.version)
        i += 1
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => client(n)))
    expect(accepted).toHaveLength(200)
    expect(new Set(accepted).size).toBe(200)
    expect((await ask(world.members.lead, "GET", address)).body.item.version).toBe(item.version + 200)
    const points = (await eventsOf(item.id)).map(({ data }) => (data as any).changes.points)
    expect(new Set(points).size).toBe(200)
    expect(await chainIsIntact()).toMatchObject({ intact: true })
  })
})

describe("a stale edit", () => {
  test("is refused with the row unchanged and who changed it, and leaves no trace", async () => {
    const item = await itemAt(20)
    const address = `${path()}/work-items/${item.id}`
    await ask(world.members.contributor, "PATCH", address, {
      version: 1,
      status: "blocked",
      reason: "waiting for the licence",
    })
    const before = await eventsOf(item.id)
    const reply = await ask(world.members.lead, "PATCH", address, { version: 1, percent: 30 })
    expect(reply.status).toBe(409)
    expect(reply.body).toMatchObject({
      code: "changed-meanwhile",
      changedBy: "contributor",
      current: { status: "blocked", version: 2 },
    })
    expect(await eventsOf(item.id)).toEqual(before)
  })

  test("in a bulk takes all the others back with it", async () => {
    const items = (await world.items()).slice(30, 36)
    await ask(world.members.lead, "PATCH", `${path()}/work-items/${items[3]?.id}`, { version: 1, percent: 5 })
    const seq = (await database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })).seq
    const reply = await ask(world.members.lead, "POST", `${path()}/work-items/bulk`, {
      items: items.map(({ id, version }) => ({ id, version })),
      change: { percent: 50 },
    })
    expect([reply.status, reply.body.code]).toEqual([409, "changed-meanwhile"])
    const after = await world.items()
    for (const { id } of items) expect(after.find((each) => each.id === id)?.percent).not.toBe(50)
    expect((await database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })).seq).toBe(seq)
  })
})

describe("two bulk edits of the same items in opposite order", () => {
  test("do not deadlock", async () => {
    const items = (await world.items()).slice(50, 90).map(({ id, version }) => ({ id, version }))
    const edit = (list: typeof items) =>
      ask(world.members.lead, "POST", `${path()}/work-items/bulk`, { items: list, change: { points: 3 } })
    const replies = await Promise.all([edit(items), edit([...items].reverse())])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe("a repeated request", () => {
  test("with one key is carried out once, also when both arrive at once", async () => {
    const item = await itemAt(0)
    const send = () =>
      ask(
        world.members.lead,
        "POST",
        `${path()}/work-items`,
        { workstreamId: item.workstreamId, title: "Only once" },
        { headers: { "idempotency-key": "once" } },
      )
    const replies = await Promise.all(Array.from({ length: 8 }, send))
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect((await world.items()).filter(({ title }) => title === "Only once")).toHaveLength(1)
    expect(replies.filter(({ headers }) => headers.has("idempotent-replayed"))).toHaveLength(7)
  })
  test("with one key on an edit is carried out once", async () => {
    const item = await itemAt(40)
    const send = () =>
      ask(
        world.members.lead,
        "PATCH",
        `${path()}/work-items/${item.id}`,
        { version: item.version, points: 8 },
        { headers: { "idempotency-key": "edit-once" } },
      )
    const replies = await Promise.all(Array.from({ length: 8 }, send))
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await eventsOf(item.id)).toHaveLength(1)
  })
  test("with the key of another request is refused", async () => {
    const item = await itemAt(41)
    const headers = { "idempotency-key": "other-body" }
    const address = `${path()}/work-items/${item.id}`
    expect(
      (await ask(world.members.lead, "PATCH", address, { version: item.version, points: 1 }, { headers })).status,
    ).toBe(200)
    expect(
      (await ask(world.members.lead, "PATCH", address, { version: item.version, points: 2 }, { headers })).body.code,
    ).toBe("key-reused")
  })
  test("keeps ids only", async () => {
    const kept = await database().prisma.idempotencyKey.findMany()
    for (const { receipt } of kept)
      expect(Object.keys(receipt as object).every((key) => key === "id" || key === "version")).toBe(true)
  })
})

describe("ids of another programme", () => {
  test("are not found, wherever they stand", async () => {
    const item = await itemAt(60)
    const { lead } = world.members
    const foreign = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/roadmap`)).body
    const foreignItems = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/work-items`)).body
      .items
    const foreignPerson = await makeMember(world.otherProgrammeId, "elsewhere", "contributor")
    const tries: [string, string, object][] = [
      ["PATCH", `work-items/${item.id}`, { version: item.version, ownerId: foreignPerson.personId }],
      ["PATCH", `work-items/${item.id}`, { version: item.version, phaseId: foreign.phases[0].id }],
      ["PATCH", `work-items/${foreignItems[0].id}`, { version: 1, percent: 3 }],
      [
        "POST",
        "work-items/bulk",
        {
          items: [
            { id: item.id, version: item.version },
            { id: foreignItems[0].id, version: 1 },
          ],
          change: { percent: 3 },
        },
      ],
      ["POST", "work-items", { workstreamId: foreign.workstreams[0].id, title: "Smuggled" }],
      [
        "POST",
        `work-items/${item.id}/move`,
        { version: item.version, workstreamId: foreign.workstreams[0].id, afterId: null },
      ],
      [
        "POST",
        `work-items/${item.id}/move`,
        { version: item.version, workstreamId: item.workstreamId, afterId: foreignItems[0].id },
      ],
      ["PATCH", `workstreams/${foreign.workstreams[0].id}`, { version: 1, name: "Taken" }],
      ["PATCH", `gates/${foreign.gates[0].id}`, { version: 1, targetDay: "2026-05-05" }],
      ["POST", `work-items/${foreignItems[0].id}/comments`, { body: "Hello" }],
      ["DELETE", `work-items/${foreignItems[0].id}`, { version: 1 }],
    ]
    for (const [method, where, body] of tries) {
      const reply = await ask(lead, method, `${path()}/${where}`, body)
      expect([404, 422], `${method} ${where}: ${reply.text}`).toContain(reply.status)
    }
    expect((await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/work-items`)).body.items).toEqual(
      foreignItems,
    )
  })
})
