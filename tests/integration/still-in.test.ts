import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { operations } from "@/lib/serve/api/server/operations"
import { handle } from "@/lib/serve/api/server/router"
import { ask, makeMember, makeWorld, type Someone, type World, withToken } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** Sends the head of a request and half of its body; the rest comes when somebody was put out meanwhile. */
async function slowly(who: Someone, method: string, path: string, body: object, meanwhile: () => Promise<unknown>) {
  const text = JSON.stringify(body)
  const bytes = (part: string) => new TextEncoder().encode(part)
  let part = 0
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        part += 1
        if (part === 1) return controller.enqueue(bytes(text.slice(0, 5)))
        await meanwhile()
        controller.enqueue(bytes(text.slice(5)))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { "content-type": "application/json", ...who.headers }
  const init = { method, headers, body: stream, duplex: "half" }
  const reply = await handle(new Request(`http://127.0.0.1:3000/api/v1${path}`, init))
  return { status: reply.status, code: (await reply.json()).code }
}

const programmeOf = () => ({ id: world.programmeId })
const put = {
  "their session is ended": (userId: string) =>
    database().prisma.session.updateMany({ where: { userId }, data: { revokedAt: new Date() } }),
  "their token is revoked": (userId: string) =>
    database().prisma.apiToken.updateMany({ where: { userId }, data: { revokedAt: new Date() } }),
  "they are disabled": (userId: string) =>
    database().prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } }),
  "they are no longer a member": (userId: string) => database().prisma.member.deleteMany({ where: { userId } }),
  "they only read from now on": (userId: string) =>
    database().prisma.member.updateMany({ where: { userId }, data: { role: "auditor" } }),
  "the programme is archived": () =>
    database().prisma.programme.update({ where: programmeOf(), data: { archivedAt: new Date() } }),
}
const isOut = { "their session is ended": 401, "their token is revoked": 401, "they are disabled": 401 }

describe.each(Object.entries(put))("when %s while the body of a request comes", (what, putOut) => {
  test.each([
    ["an edit", "PATCH"],
    ["an addition", "POST"],
  ])("%s is refused and nothing is written", async (_, method) => {
    const person = await makeMember(world.programmeId, "slow", "contributor")
    const who = what === "their token is revoked" ? await withToken(person, "write") : person
    const [item] = await world.items()
    const items = `/programmes/${world.programmeId}/work-items`
    const chain = () => database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })
    const before = await chain()
    const meanwhile = () => putOut(person.userId ?? "")
    const answer =
      method === "PATCH"
        ? await slowly(who, method, `${items}/${item?.id}`, { version: item?.version, title: "Too late" }, meanwhile)
        : await slowly(who, method, items, { workstreamId: item?.workstreamId, title: "Too late" }, meanwhile)
    expect(answer.status).toBe(Object.entries(isOut).find(([name]) => name === what)?.[1] ?? 403)
    await database().prisma.programme.update({ where: programmeOf(), data: { archivedAt: null } })
    expect((await chain()).seq).toBe(before.seq)
    expect((await world.items()).some(({ title }) => title === "Too late")).toBe(false)
  })
  test("and who stays, writes", async () => {
    const person = await makeMember(world.programmeId, "steady", "contributor")
    const [item] = await world.items()
    const body = { version: item?.version, title: `Kept, although ${what}` }
    const path = `/programmes/${world.programmeId}/work-items/${item?.id}`
    const answer = await slowly(person, "PATCH", path, body, async () => undefined)
    expect(answer.status).toBe(200)
  })
})

test("what is done in person is refused to a token of whoever may do it, and no word of it is written", async () => {
  const { prisma } = database()
  const events = () => prisma.auditEvent.count()
  const personal = operations.filter(({ contract }) => contract.inPerson)
  expect(personal.length).toBeGreaterThan(20)
  const lead = await withToken(world.members.lead, "write")
  const admin = await withToken(world.admin, "write")
  const before = await events()
  for (const { contract } of personal) {
    const path = contract.path.replaceAll("{programmeId}", world.programmeId).replaceAll(/\{\w+\}/g, world.programmeId)
    const answer = await ask(contract.audience === "installation" ? admin : lead, contract.method, path, {})
    expect([contract.name, answer.status, answer.body?.code]).toEqual([contract.name, 403, "in-person"])
  }
  expect(await events()).toBe(before)
})

test("roles, invitations, resets, responsibilities, evidence, waivers and signatures are among what is done in person", () => {
  const names = operations.flatMap(({ contract }) => (contract.inPerson ? [contract.name] : []))
  const asked = ["changeMemberRole", "removeMember", "inviteMember", "inviteUser", "addResetLink", "addResponsibility"]
  for (const name of [...asked, "judgeEvidence", "approveWaiver", "addToken", "changePassword", "joinProgramme"])
    expect(names).toContain(name)
})
