import { createHash } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { verifyChain } from "@/lib/door/audit/chain"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { ask, makeWorld, type Someone, type World } from "../support/world"

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
    // Those that the tests above left, each of a change that was carried out.
    expect(kept.map(({ key }) => key).sort()).toEqual(["edit-once", "once", "other-body"])
    for (const { key, receipt } of kept) expect(Object.keys(receipt as object).sort(), key).toEqual(["id", "version"])
  })
})

describe("ids of another programme", () => {
  /** What a request may name; either all of this programme or all of the other one. */
  type Ids = Record<"person" | "phase" | "workstream" | "gate" | "item", string>
  type Ask = [method: string, where: string, body: object]
  const { workItem, workstream, gate } = {
    workItem: (id: string) => database().prisma.workItem.findFirstOrThrow({ where: { id } }),
    workstream: (id: string) => database().prisma.workstream.findFirstOrThrow({ where: { id } }),
    gate: (id: string) => database().prisma.gate.findFirstOrThrow({ where: { id } }),
  }
  let own: string
  const onOwn = async (change: object): Promise<Ask> => [
    "PATCH",
    `work-items/${own}`,
    { version: (await workItem(own)).version, ...change },
  ]
  const moveOwn = async (place: object): Promise<Ask> => [
    "POST",
    `work-items/${own}/move`,
    { version: (await workItem(own)).version, ...place },
  ]
  const tries: readonly [name: string, code: string, (ids: Ids) => Promise<Ask>][] = [
    ["an owner", "no-such-person", ({ person }) => onOwn({ ownerId: person })],
    ["a phase", "no-such-phase", ({ phase }) => onOwn({ phaseId: phase })],
    [
      "an item that is changed",
      "not-found",
      async ({ item }) => ["PATCH", `work-items/${item}`, { version: (await workItem(item)).version, percent: 3 }],
    ],
    [
      "one item of a bulk",
      "not-found",
      async ({ item }) => {
        const items = [await workItem(own), await workItem(item)].map(({ id, version }) => ({ id, version }))
        return ["POST", "work-items/bulk", { items, change: { percent: 4 } }]
      },
    ],
    [
      "a workstream for a new item",
      "no-such-workstream",
      async (ids) => ["POST", "work-items", { workstreamId: ids.workstream, title: "Smuggled" }],
    ],
    ["a workstream to move to", "no-such-place", (ids) => moveOwn({ workstreamId: ids.workstream, afterId: null })],
    [
      "an item to move after",
      "no-such-place",
      async ({ item }) => {
        const { workstreamId } = await workItem(own)
        return moveOwn({ workstreamId, afterId: item })
      },
    ],
    [
      "a workstream that is changed",
      "not-found",
      async (ids) => {
        const { id, version } = await workstream(ids.workstream)
        return ["PATCH", `workstreams/${id}`, { version, name: "Taken" }]
      },
    ],
    [
      "a gate",
      "not-found",
      async (ids) => {
        const { id, version } = await gate(ids.gate)
        return ["PATCH", `gates/${id}`, { version, targetDay: "2026-05-05" }]
      },
    ],
    [
      "an item that is commented on",
      "not-found",
      async ({ item }) => ["POST", `work-items/${item}/comments`, { body: "Hello" }],
    ],
    [
      "an item that is removed",
      "not-found",
      async ({ item }) => ["DELETE", `work-items/${item}`, { version: (await workItem(item)).version }],
    ],
  ]
  /** An item that was added by hand, beside one of the roadmap's own in the same workstream. */
  async function idsOf(programmeId: string, who: Someone): Promise<Ids> {
    const at = `/programmes/${programmeId}`
    const { phases, workstreams, gates } = (await ask(who, "GET", `${at}/roadmap`)).body
    const added = await ask(who, "POST", `${at}/work-items`, { workstreamId: workstreams[1].id, title: "By hand" })
    const [person, phase, stream, gateId] = [who.personId ?? "", phases[0].id, workstreams[1].id, gates[0].id]
    return { person, phase, workstream: stream, gate: gateId, item: added.body.id }
  }
  const rowsOf = async (programmeId: string) => {
    const { prisma } = database()
    const of = { where: { programmeId }, orderBy: { id: "asc" } } as const
    const kept = [prisma.workItem.findMany(of), prisma.workstream.findMany(of), prisma.comment.findMany(of)] as const
    const { seq } = await prisma.auditChain.findFirstOrThrow({ where: { id: programmeId } })
    return [...(await Promise.all([...kept, prisma.gate.findMany(of)])), seq]
  }

  test("are not found, wherever they stand, where ids of one's own are taken", async () => {
    const { lead } = world.members
    const theirs = await idsOf(world.otherProgrammeId, world.stranger)
    const mine = await idsOf(world.programmeId, lead)
    own =
      (await world.items()).find(({ workstreamId }) => workstreamId === mine.workstream)?.id ?? expect.fail("no item")
    const before = await Promise.all([rowsOf(world.programmeId), rowsOf(world.otherProgrammeId)])
    for (const [name, code, of] of tries) {
      const [method, where, body] = await of(theirs)
      const reply = await ask(lead, method, `${path()}/${where}`, body)
      expect([reply.status, reply.body.code], name).toEqual([code === "not-found" ? 404 : 422, code])
    }
    expect(await Promise.all([rowsOf(world.programmeId), rowsOf(world.otherProgrammeId)])).toEqual(before)
    // The same requests with ids of this programme: nothing else was wrong with them.
    for (const [name, , of] of tries) {
      const [method, where, body] = await of(mine)
      const reply = await ask(lead, method, `${path()}/${where}`, body)
      expect(reply.status, `${name}: ${reply.text}`).toBe(200)
    }
  })
})
