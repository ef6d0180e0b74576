import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "@/lib/base/db/new-id"
import { day } from "@/lib/base/kernel/day"
import { InstallationActor, ProgrammeActor, UserActor } from "@/lib/door/access/actor"
import type { ProgrammePermission } from "@/lib/door/access/permissions"
import { type Grant, policy, programmeRoles } from "@/lib/door/access/policy"
import { FileOutput } from "@/lib/door/file"
import type { Operation } from "@/lib/door/server/serve"
import { operations } from "@/lib/serve/api/server/operations"
import { ask, makeUser, makeWorld, nobody, type Reply, type Someone, type World, withToken } from "../support/world"

/** The table of docs/decisions/0004, read as it is written there. */
function writtenPolicy(): Record<string, Record<string, string>> {
  const lines = readFileSync("docs/decisions/0004-who-may-do-what.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim())
  const [head = "", , ...rows] = lines
  const roles = cells(head).slice(1)
  return Object.fromEntries(
    rows
      .map(cells)
      .map(([permission = "", ...grants]) => [
        permission,
        Object.fromEntries(roles.map((role, i) => [role, grants[i] ?? ""])),
      ]),
  )
}
const written = writtenPolicy()
const grantOf = (permission: string, role: string) => written[permission]?.[role]
const reads = new Set(["programme.read", "cost.read", "audit.verify", "installation.read", "account.read"])

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** A request that is let in only as far as the shapes: a member that no shape knows. Whoever may not, never gets there. */
function knock(who: Someone, { contract }: Operation): Promise<Reply> {
  const path = contract.path
    .replace("{programmeId}", world.programmeId)
    .replace(/\{\w*Id\}/g, () => newId(new Date()))
    .replace(/\{\w+\}/g, "x")
  const inBody = contract.method !== "GET" && !contract.takes
  return ask(who, contract.method, inBody ? path : `${path}?nonsense=1`, inBody ? { nonsense: 1 } : undefined)
}
const letIn = (reply: Reply) => reply.status === 422 && reply.body.code === "invalid"

test("the code's policy is the one that was written down by hand", () => {
  expect(policy).toEqual(written)
})

test("operations take files at addresses that end in /file, and say so when they give one", () => {
  for (const { contract } of operations) {
    expect([contract.name, contract.path.endsWith("/file")]).toEqual([contract.name, contract.takes !== undefined])
    expect([contract.name, contract.output === FileOutput]).toEqual([contract.name, contract.gives !== undefined])
  }
})

describe.each(operations.filter(({ contract }) => contract.audience === "programme"))("$contract.name", (operation) => {
  test.each(programmeRoles)("lets a member in as their role may: %s", async (role) => {
    const reply = await knock(world.members[role], operation)
    if (grantOf(operation.contract.permission, role) === "no")
      expect([reply.status, reply.body.code]).toEqual([403, "not-allowed"])
    else expect(letIn(reply), reply.text).toBe(true)
  })
  test("is not found by a member of another programme, nor by an admin who is no member", async () => {
    expect((await knock(world.stranger, operation)).status).toBe(404)
    expect((await knock(await makeUser("another-admin", { admin: true }), operation)).status).toBe(404)
  })
  test("asks whoever did not sign in to do so", async () => {
    expect((await knock(nobody, operation)).status).toBe(401)
  })
  test("keeps a read token to reading, and a write token to its user's role", async () => {
    const reply = await knock(await withToken(world.members.lead, "read"), operation)
    expect(reads.has(operation.contract.permission) ? letIn(reply) : reply.status === 403, reply.text).toBe(true)
    const lead = await knock(await withToken(world.members.lead, "write"), operation)
    if (operation.contract.inPerson) expect([lead.status, lead.body.code]).toEqual([403, "in-person"])
    else expect(letIn(lead)).toBe(true)
    const auditor = await knock(await withToken(world.members.auditor, "write"), operation)
    const isOut = operation.contract.inPerson || grantOf(operation.contract.permission, "auditor") === "no"
    expect(isOut ? auditor.status === 403 : letIn(auditor)).toBe(true)
  })
  test("holds by itself, when the door is passed by", async () => {
    for (const role of programmeRoles) {
      if (grantOf(operation.contract.permission, role) !== "no") continue
      const actor = new ProgrammeActor(
        { at: new Date(), network: "test" },
        {
          userId: world.members[role].userId ?? "",
          scope: "write",
          admin: false,
          sessionId: null,
          credential: null,
          authenticatedAt: null,
        },
        {
          programmeId: world.programmeId,
          personId: world.members[role].personId ?? "",
          role,
          timeZone: "UTC",
          today: day("2026-01-05"),
          seq: 0,
          archived: false,
        },
      )
      expect(await Reflect.apply(operation.run, undefined, [actor, {}])).toMatchObject({
        ok: false,
        refusal: "not-allowed",
      })
    }
  })
})

describe.each(operations.filter(({ contract }) => contract.audience === "installation"))(
  "$contract.name",
  (operation) => {
    test("is for installation admins only", async () => {
      expect(letIn(await knock(world.admin, operation))).toBe(true)
      for (const role of programmeRoles) expect((await knock(world.members[role], operation)).status).toBe(403)
      expect((await knock(nobody, operation)).status).toBe(401)
    })
    test("holds by itself, when the door is passed by", async () => {
      const signIn = {
        userId: world.stranger.userId ?? "",
        scope: "write" as const,
        admin: false,
        sessionId: null,
        credential: null,
        authenticatedAt: null,
      }
      const actor = new InstallationActor({ at: new Date(), network: "test" }, signIn)
      expect(await Reflect.apply(operation.run, undefined, [actor, {}])).toMatchObject({ refusal: "not-allowed" })
    })
  },
)

describe.each(operations.filter(({ contract }) => contract.audience === "user"))("$contract.name", (operation) => {
  test("is for everybody who is signed in, and nobody else", async () => {
    for (const role of programmeRoles) expect((await knock(world.members[role], operation)).status).not.toBe(401)
    expect((await knock(nobody, operation)).status).toBe(401)
  })
  test("is not for a read token when it writes", async () => {
    const actor = new UserActor(
      { at: new Date(), network: "test" },
      {
        userId: world.stranger.userId ?? "",
        scope: "read",
        admin: false,
        sessionId: null,
        credential: null,
        authenticatedAt: null,
      },
    )
    if (operation.writes)
      expect(["not-allowed", "in-person"]).toContain(
        (await Reflect.apply(operation.run, undefined, [actor, {}])).refusal,
      )
    else expect(actor.grant("account.read")).toBe("yes")
  })
})

describe("an archived programme", () => {
  test("can be read and brought back, and nothing else", async () => {
    const path = `/programmes/${world.otherProgrammeId}`
    const lead = world.stranger
    expect((await ask(lead, "PATCH", path, { version: 1, archived: true })).status).toBe(200)
    const { body } = await ask(lead, "GET", `${path}/work-items`)
    const item = body.items[0]
    expect(
      (await ask(lead, "PATCH", `${path}/work-items/${item.id}`, { version: item.version, percent: 5 })).status,
    ).toBe(403)
    expect((await ask(lead, "PATCH", path, { version: 2, archived: false })).status).toBe(200)
    expect(
      (await ask(lead, "PATCH", `${path}/work-items/${item.id}`, { version: item.version, percent: 5 })).status,
    ).toBe(200)
  })
})

describe("an architect", () => {
  test("changes only work that they own, and what they add is theirs", async () => {
    const items = await world.items()
    const [first, second] = items
    const path = `/programmes/${world.programmeId}/work-items`
    const { architect, lead } = world.members
    await ask(lead, "PATCH", `${path}/${first?.id}`, { version: first?.version, ownerId: architect.personId })
    expect((await ask(architect, "PATCH", `${path}/${first?.id}`, { version: 2, percent: 10 })).status).toBe(200)
    const refused = await ask(architect, "PATCH", `${path}/${second?.id}`, { version: second?.version, percent: 10 })
    expect([refused.status, refused.body.code]).toEqual([403, "not-yours"])
    const mixed = {
      items: [
        { id: first?.id, version: 3 },
        { id: second?.id, version: second?.version },
      ],
      change: { percent: 20 },
    }
    expect((await ask(architect, "POST", `${path}/bulk`, mixed)).body.code).toBe("not-yours")
    const added = await ask(architect, "POST", path, {
      workstreamId: first?.workstreamId,
      title: "Draw the landing zone",
      ownerId: lead.personId,
    })
    expect(added.body.ownerId).toBe(architect.personId)
  })
})

const grants: readonly Grant[] = ["yes", "own", "no"]
test("every permission is granted to somebody, and every cell is a grant", () => {
  for (const permission of Object.keys(policy) as ProgrammePermission[])
    for (const role of programmeRoles) expect(grants).toContain(policy[permission][role])
})
