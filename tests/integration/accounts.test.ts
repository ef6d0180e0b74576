import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { closeDatabase, database } from "@/lib/base/db/client"
import { Visitor } from "@/lib/door/access/actor"
import { pairLimit } from "@/lib/door/access/attempts"
import { closeLive } from "@/lib/door/server/live"
import { transact } from "@/lib/door/server/transact"
import { ensureFirstAdmin } from "@/lib/people/accounts/server/commands/first-admin"
import { signInWithPassword } from "@/lib/people/accounts/server/commands/sign-in"
import { createDatabase } from "../support/database"
import { ask, makeMember, makeUser, makeWorld, nobody, type Someone, type World, withToken } from "../support/world"

const password = "four brown otters swim"
const otherPassword = "seven quiet lanterns"
let clock = Date.now()
let networks = 0
/** A browser of its own network, some time after the last. */
const caller = (network?: string, at = new Date(clock)) => {
  networks += 1
  const context = { at, network: network ?? `198.51.100.${networks}` }
  return { context, userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" }
}
const later = (ms: number) => {
  clock += ms
}
const secretOf = (path: string): string => path.split("/").at(-1) ?? ""
const bySession = (userId: string, secret: string): Someone => ({
  userId,
  personId: null,
  headers: { cookie: `lakeward.session=${secret}` },
})
const emailOf = async (who: Someone) =>
  (await database().prisma.user.findFirstOrThrow({ where: { id: who.userId ?? "" } })).email
const eventsOf = (chainId: string, type: string) =>
  database().prisma.auditEvent.findMany({ where: { chainId, type }, orderBy: { seq: "asc" } })

async function signIn(email: string, shown = password, from = caller()): Promise<Someone> {
  const entered = await signInWithPassword(from, { email, password: shown })
  if (!entered.ok) throw new Error(entered.refusal)
  return bySession(entered.value.userId, entered.value.secret)
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** Somebody new with a password, by way of an invitation to the installation. */
async function invite(name: string): Promise<{ email: string; who: Someone }> {
  const email = `${name}@northbridge.test`
  const link = await ask(world.admin, "POST", "/invitations", { email, name })
  expect(link.status).toBe(200)
  const accepted = await ask(nobody, "POST", "/accepted-invitations", {
    ...{ secret: secretOf(link.body.path), name, password },
  })
  expect(accepted.status).toBe(200)
  return { email, who: await signIn(email) }
}

describe("the first admin", () => {
  test("is made once, and nobody else that way", async () => {
    const empty = await createDatabase()
    const before = process.env.DATABASE_URL
    await closeDatabase()
    process.env.DATABASE_URL = empty.url
    const first = { name: "Ada", email: "Ada@Northbridge.test ", password }
    const replies = await Promise.all(
      ["a", "b", "c"].map((each) =>
        ask(nobody, "POST", "/first-admin", { ...first, email: `${each}@northbridge.test` }),
      ),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await database().prisma.user.count()).toBe(1)
    expect((await ask(nobody, "POST", "/first-admin", first)).body.code).toBe("already-set-up")
    expect(await ensureFirstAdmin({ email: "other@northbridge.test", password })).toEqual({
      ok: true,
      value: "not-needed",
    })
    await closeLive()
    await closeDatabase()
    process.env.DATABASE_URL = before
    await empty.drop()
  })
})

describe("an invitation", () => {
  test("opens once, for an account that can sign in, and both chains tell", async () => {
    const email = "ines@northbridge.test"
    const path = `/programmes/${world.programmeId}/invitations`
    const link = await ask(world.members.lead, "POST", path, { email, name: "Ines", role: "contributor" })
    const answer = { secret: secretOf(link.body.path), name: "Ines Calder", password }
    const replies = await Promise.all([1, 2, 3].map(() => ask(nobody, "POST", "/accepted-invitations", answer)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await ask(nobody, "POST", "/accepted-invitations", answer)).body.code).toBe("link-not-valid")
    const ines = await signIn(email)
    const programmes = await ask(ines, "GET", "/programmes")
    expect(programmes.body.items).toMatchObject([{ id: world.programmeId, role: "contributor" }])
    expect(await eventsOf(world.programmeId, "member.added")).not.toHaveLength(0)
    const told = await database().prisma.auditEvent.findMany({
      where: { type: { in: ["user.created", "invitation.created"] } },
    })
    expect(JSON.stringify(told.map(({ data }) => data))).not.toMatch(/ines/i)
  })

  test("is not valid after seven days, nor when withdrawn", async () => {
    const link = await ask(world.admin, "POST", "/invitations", { email: "late@northbridge.test", name: "Late" })
    await database().prisma.invitation.updateMany({ where: { id: link.body.id }, data: { expiresAt: new Date(0) } })
    const late = { secret: secretOf(link.body.path), name: "Late", password }
    expect((await ask(nobody, "POST", "/accepted-invitations", late)).status).toBe(410)
    const other = await ask(world.admin, "POST", "/invitations", { email: "off@northbridge.test", name: "Off" })
    expect((await ask(world.admin, "DELETE", `/invitations/${other.body.id}`, {})).status).toBe(200)
    const off = { secret: secretOf(other.body.path), name: "Off", password }
    expect((await ask(nobody, "POST", "/accepted-invitations", off)).status).toBe(410)
  })

  test("brings an existing user in only when it is theirs", async () => {
    const { email, who } = await invite("joining")
    const path = `/programmes/${world.programmeId}/invitations`
    const link = await ask(world.members.lead, "POST", path, { email, name: "Joining", role: "auditor" })
    const secret = secretOf(link.body.path)
    expect((await ask(world.stranger, "POST", "/me/memberships", { secret })).body.code).toBe("for-somebody-else")
    expect((await ask(nobody, "POST", "/accepted-invitations", { secret, name: "X", password })).body.code).toBe(
      "has-account",
    )
    expect((await ask(who, "POST", "/me/memberships", { secret })).body).toEqual({ programmeId: world.programmeId })
    expect((await ask(who, "POST", "/me/memberships", { secret })).body.code).toBe("link-not-valid")
    expect((await ask(who, "GET", `/programmes/${world.programmeId}/people`)).status).toBe(200)
  })

  test("finds the person without an account who has its address, so that their work becomes theirs", async () => {
    const path = `/programmes/${world.programmeId}`
    const email = "anne@northbridge.test"
    const person = await ask(world.members.lead, "POST", `${path}/people`, { name: "Anne", email })
    const link = await ask(world.members.lead, "POST", `${path}/invitations`, {
      email,
      name: "Anne",
      role: "contributor",
    })
    await ask(nobody, "POST", "/accepted-invitations", { secret: secretOf(link.body.path), name: "Anne", password })
    const people = await ask(world.members.lead, "GET", `${path}/people`)
    expect(people.body.items.filter((each: { email: string }) => each.email === email)).toMatchObject([
      { id: person.body.id, member: { role: "contributor" } },
    ])
  })

  test("of another programme is not found", async () => {
    const link = await ask(world.members.lead, "POST", `/programmes/${world.programmeId}/invitations`, {
      ...{ email: "x@northbridge.test", name: "X", role: "lead" },
    })
    const path = `/programmes/${world.otherProgrammeId}/invitations/${link.body.id}`
    expect((await ask(world.stranger, "DELETE", path, {})).status).toBe(404)
    expect((await ask(world.admin, "DELETE", `/invitations/${link.body.id}`, {})).status).toBe(404)
  })
})

describe("the very next request is refused", () => {
  test("after a session was ended", async () => {
    const { email, who } = await invite("ended")
    const second = await signIn(email)
    const sessions = await ask(who, "GET", "/me/sessions")
    const other = sessions.body.items.find((each: { current: boolean }) => !each.current)
    expect(sessions.body.items).toHaveLength(2)
    expect((await ask(who, "DELETE", `/me/sessions/${other.id}`, {})).status).toBe(200)
    expect((await ask(second, "GET", "/me")).status).toBe(401)
    expect((await ask(who, "GET", "/me")).status).toBe(200)
    expect((await ask(who, "DELETE", "/me/sessions", {})).body.ended).toBe(1)
    expect((await ask(who, "GET", "/me")).status).toBe(401)
  })

  test("after the user was disabled, also with a token; enabling does not bring sessions back", async () => {
    const { who } = await invite("disabled")
    const token = await withToken(who, "write")
    const change = async (disabled: boolean) => {
      const users = await ask(world.admin, "GET", "/users")
      const { version } = users.body.items.find((each: { id: string }) => each.id === who.userId)
      return ask(world.admin, "PATCH", `/users/${who.userId}`, { version, disabled })
    }
    expect((await change(true)).body).toMatchObject({ disabled: true, sessions: 0 })
    expect((await ask(who, "GET", "/me")).status).toBe(401)
    expect((await ask(token, "GET", "/me")).status).toBe(401)
    expect((await change(false)).status).toBe(200)
    expect((await ask(who, "GET", "/me")).status).toBe(401)
  })

  test("after their role was taken away or changed", async () => {
    const path = `/programmes/${world.programmeId}`
    const who = await makeMember(world.programmeId, "leaving", "lead")
    const member = async () => {
      const members = await ask(world.members.lead, "GET", `${path}/members`)
      return members.body.items.find((each: { personId: string }) => each.personId === who.personId)
    }
    const before = await member()
    const version = before.version
    expect((await ask(who, "POST", `${path}/people`, { name: "Someone" })).status).toBe(200)
    const changed = await ask(world.members.lead, "PATCH", `${path}/members/${before.id}`, { version, role: "auditor" })
    expect(changed.body.role).toBe("auditor")
    expect((await ask(who, "POST", `${path}/people`, { name: "Another" })).status).toBe(403)
    const stale = await ask(world.members.lead, "PATCH", `${path}/members/${before.id}`, { version, role: "lead" })
    expect(stale.body).toMatchObject({ code: "changed-meanwhile", current: { role: "auditor" } })
    const { id, version: now } = await member()
    expect((await ask(world.members.lead, "DELETE", `${path}/members/${id}`, { version: now })).status).toBe(200)
    expect((await ask(who, "GET", `${path}/people`)).status).toBe(404)
  })

  test("in every other browser after the password was changed, and the old password is worth nothing", async () => {
    const { email, who } = await invite("changing")
    const second = await signIn(email)
    const program = await withToken(who, "write")
    const link = await ask(world.admin, "POST", `/users/${who.userId}/password-resets`, {})
    const wrong = await ask(who, "POST", "/me/password", { current: "not my password", password: otherPassword })
    expect(wrong.body.code).toBe("wrong-password")
    const changed = await ask(who, "POST", "/me/password", { current: password, password: otherPassword })
    expect(changed.body).toEqual({ ended: 1, tokens: 1 })
    expect((await ask(program, "GET", "/me")).status).toBe(401)
    const late = { secret: secretOf(link.body.path), password: "seven quiet herons wait" }
    expect((await ask(nobody, "POST", "/password-resets", late)).status).toBe(410)
    expect((await ask(second, "GET", "/me")).status).toBe(401)
    expect((await ask(who, "GET", "/me")).status).toBe(200)
    await expect(signIn(email)).rejects.toThrow("wrong-credentials")
    await signIn(email, otherPassword)
  })
})

describe("a reset link", () => {
  test("sets a new password once, and ends every session", async () => {
    const { email, who } = await invite("forgetful")
    const link = await ask(world.admin, "POST", `/users/${who.userId}/password-resets`, {})
    const secret = secretOf(link.body.path)
    const guessable = await ask(nobody, "POST", "/password-resets", { secret, password: "forgetful12345678" })
    expect(guessable.body.code).toBe("password-guessable")
    const answer = { secret, password: otherPassword }
    const replies = await Promise.all([1, 2].map(() => ask(nobody, "POST", "/password-resets", answer)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await ask(who, "GET", "/me")).status).toBe(401)
    await signIn(email, otherPassword)
  })

  test("ends tokens, and every programme of the person tells of it", async () => {
    const member = await makeMember(world.programmeId, "handed over", "executive")
    const program = await withToken(member, "write")
    const link = await ask(world.admin, "POST", `/users/${member.userId}/password-resets`, {})
    const answer = { secret: secretOf(link.body.path), password: otherPassword }
    expect((await ask(nobody, "POST", "/password-resets", answer)).status).toBe(200)
    expect((await ask(program, "GET", "/me")).status).toBe(401)
    const trail = await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/events`)
    const types = trail.body.items.map(({ type }: { type: string }) => type)
    expect(types.slice(0, 2)).toEqual(["member.password-reset", "member.reset-offered"])
    expect(trail.body.items[0].data.personId).toBe(member.personId)
  })

  test("of an older making stops working", async () => {
    const { who } = await invite("twice")
    const first = await ask(world.admin, "POST", `/users/${who.userId}/password-resets`, {})
    await ask(world.admin, "POST", `/users/${who.userId}/password-resets`, {})
    const answer = { secret: secretOf(first.body.path), password: otherPassword }
    expect((await ask(nobody, "POST", "/password-resets", answer)).status).toBe(410)
  })
})

describe("guessing a password", () => {
  test("gets the same words for an unknown, a disabled and an existing account", async () => {
    const { email, who } = await invite("known")
    await database().prisma.user.create({
      data: {
        id: crypto.randomUUID(),
        email: "gone@northbridge.test",
        name: "Gone",
        createdAt: new Date(),
        disabledAt: new Date(),
      },
    })
    expect(who.userId).not.toBeNull()
    for (const each of [email, "nobody@northbridge.test", "gone@northbridge.test", "no address", "a\u0000b"])
      expect(await signInWithPassword(caller(), { email: each, password: "a wrong password" })).toEqual({
        ok: false,
        refusal: "wrong-credentials",
      })
  })

  test("slows down the network that guesses, and never closes the account to its owner", async () => {
    const { email } = await invite("victim")
    const attacker = "203.0.113.9"
    const guess = () => signInWithPassword(caller(attacker), { email, password: "wrong wrong wrong" })
    const answers: (string | boolean)[] = []
    for (let i = 0; i < pairLimit.free + 2; i += 1) {
      const answer = await guess()
      answers.push(answer.ok || answer.refusal)
    }
    expect(answers.slice(0, pairLimit.free)).toEqual(Array(pairLimit.free).fill("wrong-credentials"))
    expect(answers.at(-1)).toBe("too-many-attempts")
    expect(await guess()).toMatchObject({ detail: { seconds: expect.any(Number) } })
    await signIn(email, password, caller("198.51.100.250"))
    later(pairLimit.longestMs)
    await signIn(email, password, caller(attacker))
  })

  test("cannot be sped up by asking many times at once", async () => {
    const { email } = await invite("parallel")
    const from = caller("2001:db8:1:2::1")
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        signInWithPassword(caller(`2001:db8:1:2::${i + 1}`, from.context.at), {
          email,
          password: `a wrong guess ${i}`,
        }),
      ),
    )
    const looked = guesses.filter((each) => !each.ok && each.refusal === "wrong-credentials")
    expect(looked.length).toBeLessThanOrEqual(pairLimit.free)
  })
})

describe("an API token", () => {
  test("is shown once, kept as a hash, reads or writes as it says, and stops when revoked", async () => {
    const { who } = await invite("scripting")
    const made = await ask(who, "POST", "/me/tokens", { name: "Nightly", scope: "read", days: 30 })
    expect(made.body.secret).toMatch(/^lakeward_[\w-]{43}$/)
    const rows = await database().prisma.$queryRaw<{ text: string }[]>`SELECT t::text AS text FROM api_token t`
    expect(JSON.stringify(rows)).not.toContain(made.body.secret)
    const script: Someone = { ...nobody, headers: { authorization: `Bearer ${made.body.secret}` } }
    expect((await ask(script, "GET", "/me")).status).toBe(200)
    expect((await ask(script, "PATCH", "/me", { version: 1, name: "X" })).body.code).toBe("not-allowed")
    expect((await ask(who, "GET", "/me/tokens")).text).not.toContain(made.body.secret)
    expect((await ask(who, "DELETE", `/me/tokens/${made.body.id}`, {})).status).toBe(200)
    expect((await ask(script, "GET", "/me")).status).toBe(401)
  })

  test("lives a year at most", async () => {
    expect((await ask(world.admin, "POST", "/me/tokens", { name: "Long", scope: "read", days: 366 })).status).toBe(422)
  })

  test("never decides who comes in, whatever its scope", async () => {
    const token = await withToken(world.admin, "write")
    const user = await makeUser("somebody")
    const leads = await withToken(world.members.lead, "write")
    const asked: [Someone, string, string, object][] = [
      [token, "POST", "/me/tokens", { name: "Child", scope: "write" }],
      [token, "POST", "/me/password", { current: password, password: otherPassword }],
      [token, "PATCH", "/me", { version: 1, name: "X" }],
      [token, "DELETE", "/me/sessions", {}],
      [token, "POST", "/invitations", { email: "child@northbridge.test", name: "Child" }],
      [token, "POST", `/users/${user.userId}/password-resets`, {}],
      [token, "PATCH", `/users/${user.userId}`, { version: 1, admin: true }],
      [token, "DELETE", `/users/${user.userId}/sessions`, {}],
      [
        leads,
        "POST",
        `/programmes/${world.programmeId}/invitations`,
        { email: "c@northbridge.test", name: "C", role: "lead" },
      ],
    ]
    for (const [who, method, path, body] of asked)
      expect([path, (await ask(who, method, path, body)).body.code]).toEqual([path, "in-person"])
  })

  test("a retried request is answered with its id, never with the secret", async () => {
    const { who } = await invite("retrying")
    const body = { name: "Twice", scope: "read" }
    const headers = { "idempotency-key": "one" }
    const first = await ask(who, "POST", "/me/tokens", body, { headers })
    const second = await ask(who, "POST", "/me/tokens", body, { headers })
    expect(second.body).toEqual({ id: first.body.id })
    expect((await ask(who, "GET", "/me/tokens")).body.items).toHaveLength(1)
  })
})

describe("there is always somebody in charge", () => {
  test("two leads who step down at the same moment leave one", async () => {
    const path = `/programmes/${world.otherProgrammeId}`
    const members = await ask(world.stranger, "GET", `${path}/members`)
    const leads = members.body.items.filter((each: { role: string }) => each.role === "lead")
    expect(leads).toHaveLength(2)
    const byPerson: Record<string, Someone> = { [world.stranger.personId ?? ""]: world.stranger }
    const demotions = leads.map(({ id, version, personId }: { id: string; version: number; personId: string }) =>
      ask(byPerson[personId] ?? world.admin, "PATCH", `${path}/members/${id}`, { version, role: "auditor" }),
    )
    const replies: { status: number }[] = await Promise.all(demotions)
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await database().prisma.member.count({ where: { programmeId: world.otherProgrammeId, role: "lead" } })).toBe(
      1,
    )
  })

  test("the database itself refuses to be left without a lead", async () => {
    const visitor = new Visitor({ at: new Date(), network: "test" })
    await expect(
      transact(visitor, "public", async (tx) => {
        await tx.member.deleteMany({ where: { programmeId: world.programmeId, role: "lead" } })
        return { ok: true, value: null, events: [{ type: "member.removed", subject: null, data: {} }] }
      }),
    ).rejects.toThrow()
    expect(
      await database().prisma.member.count({ where: { programmeId: world.programmeId, role: "lead" } }),
    ).toBeGreaterThan(0)
  })

  test("the last admin stays", async () => {
    const users = await ask(world.admin, "GET", "/users")
    const me = users.body.items.find((each: { id: string }) => each.id === world.admin.userId)
    const reply = await ask(world.admin, "PATCH", `/users/${me.id}`, { version: me.version, admin: false })
    expect(reply.body.code).toBe("last-admin")
  })
})

describe("the people of a programme", () => {
  test("come, change and go; who goes can be put back, and a stale change is refused with what changed", async () => {
    const { lead } = world.members
    const path = `/programmes/${world.programmeId}/people`
    const added = await ask(lead, "POST", path, {
      name: "Ben Okafor",
      email: "ben@northbridge.test",
      roleKey: "data-engineer",
    })
    expect(added.body).toMatchObject({ name: "Ben Okafor", member: null, version: 1 })
    expect((await ask(lead, "POST", path, { name: "B", email: "ben@northbridge.test" })).body.code).toBe("email-taken")
    const at = `${path}/${added.body.id}`
    expect((await ask(lead, "PATCH", at, { version: 1, name: "Ben O." })).body).toMatchObject({
      name: "Ben O.",
      version: 2,
    })
    expect((await ask(lead, "PATCH", at, { version: 1, name: "Old" })).body).toMatchObject({
      code: "changed-meanwhile",
      current: { name: "Ben O." },
    })
    expect(
      (
        await ask(world.stranger, "PATCH", at.replace(world.programmeId, world.otherProgrammeId), {
          version: 2,
          name: "Mine",
        })
      ).status,
    ).not.toBe(200)
    expect((await ask(lead, "DELETE", at, { version: 2 })).body).toEqual({ id: added.body.id, version: 3 })
    expect((await ask(lead, "GET", path)).text).not.toContain("Ben O.")
    expect((await ask(lead, "POST", `${at}/restoration`, { version: 3 })).body).toMatchObject({ name: "Ben O." })
  })

  test("who is taken off loses their access with the same act", async () => {
    const who = await makeMember(world.programmeId, "off", "contributor")
    const path = `/programmes/${world.programmeId}/people`
    expect((await ask(who, "GET", path)).status).toBe(200)
    expect((await ask(world.members.lead, "DELETE", `${path}/${who.personId}`, { version: 1 })).status).toBe(200)
    expect((await ask(who, "GET", path)).status).toBe(404)
    expect(await emailOf(who)).toContain("off")
  })
})
