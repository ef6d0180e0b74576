import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CheckView } from "@/lib/assurance/contract"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { database } from "@/lib/base/db/client"
import { ask, makeMember, makeWorld, type Reply, type Someone, type World, withToken } from "../support/world"

let world: World
let security: Someone
let sponsor: Someone
let writer: Someone
const at = (path: string) => `/programmes/${world.programmeId}${path}`
const lead = () => world.members.lead

async function answerFor(who: Someone, key: string): Promise<void> {
  const given = { key, personId: who.personId, fromDay: "2026-01-01" }
  expect((await ask(lead(), "POST", at("/responsibilities"), given)).status).toBe(200)
}

beforeAll(async () => {
  world = await makeWorld()
  sponsor = world.members.executive
  writer = world.members.contributor
  security = world.members.architect
  await answerFor(sponsor, "sponsor")
  await answerFor(security, "security")
})
afterAll(() => world.end())

/** A line of the checklist with checks of its own, each proved by evidence that was handed in and accepted. */
async function line({ proved = true, many = 1 } = {}) {
  const checkIds: string[] = []
  for (let each = 0; each < many; each++) {
    const { body } = await ask(lead(), "POST", at("/checks"), { sentence: `The business agrees, part ${each}.` })
    checkIds.push(body.id)
    if (proved) await accepted(body.id)
  }
  const made = { name: "It is agreed", signerRoles: ["sponsor", "security"], checkIds }
  const { body } = await ask(lead(), "POST", at("/criteria"), made)
  return { id: String(body.id), checkIds, checkId: checkIds[0] ?? "" }
}
const handIn = (checkId: string, who = writer) =>
  ask(who, "POST", at(`/checks/${checkId}/evidence`), { title: "The minutes", note: "All agreed." })
const judge = (who: Someone, { id, version }: any, accepted = true, reason = "") =>
  ask(who, "POST", at(`/evidence/${id}/judgement`), { version, accepted, reason })
async function accepted(checkId: string, by = lead()) {
  const { body } = await handIn(checkId)
  const judged = await judge(by, body)
  expect(judged.status, judged.text).toBe(200)
  return judged.body
}
const view = async (id: string, who = lead()): Promise<SignOffView> =>
  (await ask(who, "GET", at("/sign-offs"))).body.items.find((each: SignOffView) => each.id === id)
const check = async (id: string): Promise<CheckView | undefined> =>
  (await ask(lead(), "GET", at("/checks"))).body.items.find((each: CheckView) => each.id === id)
const statement = async (id: string, kind = "criterion") =>
  (await ask(lead(), "GET", at(`/sign-offs/${kind}/${id}/statement`))).body
const signWith = (who: Someone, id: string, responsibility: string, statementHash: string, kind = "criterion") =>
  ask(who, "POST", at(`/sign-offs/${kind}/${id}/signatures`), { responsibility, statementHash })
const signNow = async (who: Someone, id: string, responsibility: string, kind = "criterion") =>
  signWith(who, id, responsibility, (await statement(id, kind)).hash, kind)
const code = ({ status, body }: Reply) => (status === 200 ? "done" : body.code)

/** Waives a check with the sponsor's approval, after what is tried while it waits. */
async function waived(checkId: string, meanwhile: (waiverId: string) => Promise<void> = async () => undefined) {
  const asked = { reason: "The board meets in spring.", expiresOn: "2027-06-30" }
  const { body } = await ask(writer, "POST", at(`/checks/${checkId}/waivers`), asked)
  await meanwhile(body.id)
  return code(await ask(sponsor, "POST", at(`/waivers/${body.id}/approval`), { version: 1 }))
}

describe("evidence", () => {
  test("waits for a second person, who accepts it and is never its writer", async () => {
    const { checkId } = await line({ proved: false })
    const handed = await handIn(checkId, lead())
    expect(await check(checkId)).toMatchObject({ verdict: "could-not-tell", code: "evidence-waits" })
    expect(code(await judge(lead(), handed.body))).toBe("own-evidence")
    expect(code(await judge(writer, handed.body))).toBe("not-allowed")
    expect(code(await judge(sponsor, handed.body))).toBe("done")
    expect(await check(checkId)).toMatchObject({ verdict: "met", evidence: { accepted: 1, waiting: 0 } })
    expect(code(await judge(security, { ...handed.body, version: 2 }))).toBe("judged-already")
  })
  test("is not accepted without a word why", async () => {
    const { checkId } = await line({ proved: false })
    const { body } = await handIn(checkId)
    expect(code(await judge(lead(), body, false))).toBe("reason-needed")
    expect(code(await judge(lead(), body, false, "These are last year's minutes."))).toBe("done")
    expect(await check(checkId)).toMatchObject({ verdict: "could-not-tell", code: "evidence-rejected" })
  })
  test("is handed in for attested checks only, and for those of the own programme", async () => {
    const fact = (await ask(lead(), "GET", at("/checks"))).body.items.find((each: CheckView) => each.kind === "fact")
    expect(code(await handIn(fact.id))).toBe("not-attested")
    const { checkId } = await line({ proved: false })
    const foreign = `/programmes/${world.otherProgrammeId}/checks/${checkId}/evidence`
    expect((await ask(world.stranger, "POST", foreign, { title: "x", note: "y" })).status).toBe(404)
  })
  test("may be a file of any kind, kept once and only ever downloaded", async () => {
    const { checkId } = await line({ proved: false })
    const path = at(`/checks/${checkId}/evidence/file?title=Minutes&fileName=page.html`)
    const raw = "<script>alert(1)</script>"
    const one = await ask(writer, "POST", path, undefined, { raw })
    await ask(writer, "POST", path, undefined, { raw })
    expect(one.body).toMatchObject({ kind: "file", fileName: "page.html", fileSize: raw.length })
    expect(await database().prisma.storedFile.count({ where: { programmeId: world.programmeId } })).toBe(1)
    const got = await ask(writer, "GET", at(`/evidence/${one.body.id}/content`))
    expect(got.text).toBe(raw)
    expect(got.headers.get("content-type")).toBe("application/octet-stream")
    expect(got.headers.get("content-disposition")).toMatch(/^attachment/)
    expect(got.headers.get("content-security-policy")).toContain("sandbox")
    const elsewhere = `/programmes/${world.otherProgrammeId}/evidence/${one.body.id}/content`
    expect((await ask(world.stranger, "GET", elsewhere)).status).toBe(404)
  })
  test("past its date turns to could not tell", async () => {
    const { checkId } = await line({ proved: false })
    const { body } = await handIn(checkId)
    await judge(lead(), body)
    await database().prisma.evidence.updateMany({
      where: { id: body.id },
      data: { validUntil: new Date("2026-01-31") },
    })
    expect(await check(checkId)).toMatchObject({ verdict: "could-not-tell", code: "evidence-expired" })
    const late = { title: "Old", note: "x", validUntil: "2020-01-01" }
    expect(code(await ask(writer, "POST", at(`/checks/${checkId}/evidence`), late))).toBe("valid-until-past")
  })
})

describe("a sign-off", () => {
  test("is complete when two people have signed the same text in the roles that must", async () => {
    const { id } = await line()
    expect(await view(id, sponsor)).toMatchObject({ state: "ready", mySigning: ["sponsor"], cannotSign: null })
    const first = await statement(id)
    expect(code(await signWith(sponsor, id, "sponsor", first.hash))).toBe("done")
    expect(await view(id)).toMatchObject({ state: "begun" })
    const second = await statement(id)
    expect(second).toMatchObject({ frozen: true, text: first.text })
    const done = await signWith(security, id, "security", second.hash)
    expect(done.body).toMatchObject({ state: "signed", signatures: [{ round: 1 }, { round: 1 }] })
    expect(code(await signWith(security, id, "security", second.hash))).toBe("signed-already")
  })
  test("is for those who answer for it today, each once and for one responsibility", async () => {
    const { id } = await line()
    expect(code(await signNow(writer, id, "sponsor"))).toBe("not-responsible")
    expect(code(await signNow(sponsor, id, "finance"))).toBe("not-among-signers")
    expect(code(await signNow(world.members.auditor, id, "sponsor"))).toBe("not-allowed")
    await answerFor(sponsor, "security")
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
    expect(code(await signNow(sponsor, id, "security"))).toBe("already-signed-by-you")
    expect(await view(id)).toMatchObject({ state: "begun" })
  })
  test("is not for whoever wrote the evidence", async () => {
    const { id, checkId } = await line({ proved: false })
    const { body } = await handIn(checkId, security)
    await judge(lead(), body)
    expect(code(await signNow(security, id, "security"))).toBe("signer-wrote-the-evidence")
  })
  test("waits until every check is met or waived", async () => {
    const { id, checkIds } = await line({ many: 2 })
    const [piece] = (await ask(lead(), "GET", at(`/evidence?checkId=${checkIds[1]}`))).body.items
    await ask(writer, "POST", at(`/evidence/${piece.id}/withdrawal`), { version: piece.version })
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("not-ready")
    const waiver = await waived(checkIds[1] ?? "", async (waiverId) => {
      expect(code(await ask(writer, "POST", at(`/waivers/${waiverId}/approval`), { version: 1 }))).toBe("not-allowed")
      expect(code(await signNow(sponsor, id, "sponsor"))).toBe("not-ready")
    })
    expect(waiver).toBe("done")
    expect(await view(id)).toMatchObject({ state: "ready", all: 1, waived: 1 })
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
  })
  test("cannot consist of waived checks alone", async () => {
    const { id, checkId } = await line({ proved: false })
    expect(await waived(checkId)).toBe("done")
    expect(await view(id)).toMatchObject({ state: "open", all: 0, waived: 1 })
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("only-waived")
  })
  test("made on a stale page is refused and leaves no trace", async () => {
    const { id, checkIds } = await line({ many: 2 })
    const seen = await statement(id)
    const piece = (await ask(lead(), "GET", at(`/evidence?checkId=${checkIds[1]}`))).body.items[0]
    await ask(writer, "POST", at(`/evidence/${piece.id}/withdrawal`), { version: piece.version })
    expect(code(await signWith(sponsor, id, "sponsor", seen.hash))).toBe("not-ready")
    await accepted(checkIds[1] ?? "")
    expect(code(await signWith(sponsor, id, "sponsor", seen.hash))).toBe("statement-changed")
    expect((await view(id)).signatures).toEqual([])
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
  })
  test("whose first text no longer stands must be begun anew", async () => {
    const { id, checkIds } = await line({ many: 2 })
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
    const piece = (await ask(lead(), "GET", at(`/evidence?checkId=${checkIds[0]}`))).body.items[0]
    await ask(writer, "POST", at(`/evidence/${piece.id}/withdrawal`), { version: piece.version })
    await accepted(checkIds[0] ?? "")
    expect(code(await signNow(security, id, "security"))).toBe("statement-changed")
    const [signature] = (await view(id)).signatures
    const reason = { reason: "The minutes were replaced." }
    expect(code(await ask(writer, "POST", at(`/signatures/${signature?.id}/revocation`), reason))).toBe("not-yours")
    expect(code(await ask(sponsor, "POST", at(`/signatures/${signature?.id}/revocation`), reason))).toBe("done")
    expect(await view(id)).toMatchObject({
      round: 2,
      state: "ready",
      signatures: [{ revoked: { reason: reason.reason } }],
    })
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
    expect(code(await signNow(security, id, "security"))).toBe("done")
  })
  test("is never made by a token, nor long after the last sign-in", async () => {
    const { id } = await line()
    expect(code(await signNow(await withToken(sponsor, "write"), id, "sponsor"))).toBe("token-never-signs")
    const age = (minutes: number) =>
      database().prisma.session.updateMany({
        where: { userId: sponsor.userId ?? "" },
        data: { authenticatedAt: new Date(Date.now() - minutes * 60_000) },
      })
    await age(16)
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("sign-in-again")
    await age(14)
    expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
    await age(0)
  })
  test("is told by the trail, with the hash that was signed", async () => {
    const { id } = await line()
    const { hash } = await statement(id)
    await signWith(sponsor, id, "sponsor", hash)
    const events = await database().prisma.auditEvent.findMany({ where: { chainId: world.programmeId, subjectId: id } })
    expect(events.map(({ type }) => type)).toEqual(["criterion.added", "criterion.signed"])
    expect(events.at(-1)?.data).toMatchObject({ statementHash: hash, responsibility: "sponsor" })
  })
  test("of a gate passes it, and taking a signature back opens it again", async () => {
    const gate = (await ask(lead(), "GET", at("/roadmap"))).body.gates[0]
    const own = (await ask(lead(), "GET", at("/checks"))).body.items.filter(
      (each: CheckView) => each.gateId === gate.id,
    )
    for (const { id, kind } of own) {
      if (kind === "attested") await accepted(id)
      else {
        const { body } = await ask(writer, "POST", at(`/checks/${id}/waivers`), {
          reason: "Not kept here yet.",
          expiresOn: "2027-06-30",
        })
        await ask(lead(), "POST", at(`/waivers/${body.id}/approval`), { version: 1 })
      }
    }
    expect(code(await signNow(sponsor, gate.id, "sponsor", "gate"))).toBe("done")
    const passed = await signNow(security, gate.id, "security", "gate")
    expect(passed.body).toMatchObject({ kind: "gate", state: "signed" })
    const passedAt = async () => (await ask(lead(), "GET", at("/roadmap"))).body.gates[0].passedAt
    expect(await passedAt()).toBe(passed.body.signedAt)
    const reason = { reason: "Signed by mistake." }
    await ask(security, "POST", at(`/signatures/${passed.body.signatures[1].id}/revocation`), reason)
    expect(await passedAt()).toBeNull()
  })
})

describe("at the same moment", () => {
  test("twenty signatures by one person leave one", async () => {
    const { id } = await line()
    const { hash } = await statement(id)
    const replies = await Promise.all(Array.from({ length: 20 }, () => signWith(sponsor, id, "sponsor", hash)))
    expect(replies.map(code).sort()).toEqual(["done", ...Array(19).fill("already-signed-by-you")].sort())
    expect((await view(id)).signatures).toHaveLength(1)
  })
  test("two people sign, and the line is signed once", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await line()
      const { hash } = await statement(id)
      const replies = await Promise.all([
        signWith(sponsor, id, "sponsor", hash),
        signWith(security, id, "security", hash),
      ])
      expect(replies.map(code)).toEqual(["done", "done"])
      expect(await view(id)).toMatchObject({ state: "signed" })
      const closed = { chainId: world.programmeId, subjectId: id, type: "criterion.signed-off" }
      expect(await database().prisma.auditEvent.count({ where: closed })).toBe(1)
    }
  })
  test("evidence is withdrawn: either it was signed before, or it is not signed", async () => {
    for (let round = 0; round < 8; round++) {
      const { id, checkId } = await line()
      const { hash } = await statement(id)
      const piece = (await ask(lead(), "GET", at(`/evidence?checkId=${checkId}`))).body.items[0]
      const [signed] = await Promise.all([
        signWith(sponsor, id, "sponsor", hash),
        ask(writer, "POST", at(`/evidence/${piece.id}/withdrawal`), { version: piece.version }),
      ])
      expect(["done", "not-ready"]).toContain(code(signed))
      const types = ["criterion.signed", "evidence.withdrawn"]
      const where = { chainId: world.programmeId, subjectId: { in: [id, checkId] }, type: { in: types } }
      const events = await database().prisma.auditEvent.findMany({ where, orderBy: { seq: "asc" } })
      expect(events.map(({ type }) => type)).toEqual(code(signed) === "done" ? types : types.slice(1))
    }
  })
  test("a signer loses what they answer for, or their place: whatever comes first counts", async () => {
    for (const loses of ["responsibility", "membership"] as const) {
      const { id } = await line()
      const { hash } = await statement(id)
      const leaver = await makeMember(world.programmeId, `leaver-${loses}`, "executive")
      await answerFor(leaver, "sponsor")
      const all = (await ask(lead(), "GET", at("/responsibilities"))).body.items
      const own = all.find((each: any) => each.person.id === leaver.personId)
      const member = await database().prisma.member.findFirstOrThrow({ where: { userId: leaver.userId ?? "" } })
      const losing = () =>
        loses === "responsibility"
          ? ask(lead(), "POST", at(`/responsibilities/${own.id}/end`), { version: own.version })
          : database().prisma.member.delete({ where: { id: member.id } })
      const [first] = await Promise.all([signWith(leaver, id, "sponsor", hash), losing()])
      expect(["done", "not-responsible", "not-allowed", "not-found"]).toContain(code(first))
      const again = await signWith(leaver, id, "sponsor", hash)
      expect(code(again)).not.toBe("done")
      expect((await view(id)).signatures).toHaveLength(code(first) === "done" ? 1 : 0)
    }
  })
})

describe("what was signed", () => {
  test("never changes, whoever asks the database", async () => {
    const { id } = await line()
    await signNow(sponsor, id, "sponsor")
    const { prisma } = database()
    const where = { criterionId: id }
    await expect(prisma.signature.updateMany({ where, data: { responsibility: "finance" } })).rejects.toThrow()
    await expect(prisma.signature.deleteMany({ where })).rejects.toThrow()
  })
  test("lies in one programme: another's lead finds none of it", async () => {
    const { id } = await line()
    const { hash } = await statement(id)
    const elsewhere = `/programmes/${world.otherProgrammeId}/sign-offs/criterion/${id}`
    expect((await ask(world.stranger, "GET", `${elsewhere}/statement`)).status).toBe(404)
    const tried = { responsibility: "sponsor", statementHash: hash }
    expect((await ask(world.stranger, "POST", `${elsewhere}/signatures`, tried)).status).toBe(404)
  })
  test("cannot be changed into another line, and a line from the pack stays", async () => {
    const { id, checkIds } = await line({ many: 2 })
    const { version } = await view(id)
    await signNow(sponsor, id, "sponsor")
    const change = { version, checkIds: checkIds.slice(0, 1) }
    expect(code(await ask(lead(), "PATCH", at(`/criteria/${id}`), change))).toBe("signed-already")
    expect(code(await ask(lead(), "DELETE", at(`/criteria/${id}`), { version }))).toBe("signed-already")
    const [first] = (await ask(lead(), "GET", at("/sign-offs"))).body.items
    expect(code(await ask(lead(), "DELETE", at(`/criteria/${first.id}`), { version: first.version }))).toBe(
      "from-the-pack",
    )
  })
})

describe("a waiver", () => {
  test("is approved by somebody else, and counts until its day", async () => {
    const { checkId } = await line({ proved: false })
    const path = at(`/checks/${checkId}/waivers`)
    const asked = { reason: "No data before spring.", expiresOn: "2027-06-30" }
    const { body } = await ask(lead(), "POST", path, asked)
    expect(code(await ask(writer, "POST", path, asked))).toBe("waived-already")
    expect(code(await ask(lead(), "POST", at(`/waivers/${body.id}/approval`), { version: 1 }))).toBe("own-waiver")
    expect(code(await ask(sponsor, "POST", at(`/waivers/${body.id}/approval`), { version: 1 }))).toBe("done")
    expect(await check(checkId)).toMatchObject({ waived: true })
    await database().prisma.waiver.updateMany({ where: { id: body.id }, data: { expiresOn: new Date("2026-01-31") } })
    expect(await check(checkId)).toMatchObject({ waived: false, waiver: null })
    expect(code(await ask(writer, "POST", path, asked))).toBe("done")
  })
  test("ends within a year, on a day to come", async () => {
    const { checkId } = await line({ proved: false })
    const on = (expiresOn: string) =>
      ask(writer, "POST", at(`/checks/${checkId}/waivers`), { reason: "For a reason.", expiresOn })
    expect(code(await on("2026-01-01"))).toBe("expiry-not-ahead")
    expect(code(await on("2099-01-01"))).toBe("expiry-too-far")
  })
})

test("a password said again makes the sign-in fresh", async () => {
  const { hashPassword } = await import("@/lib/door/access/server/password-hash")
  const { prisma } = database()
  const where = { id: sponsor.userId ?? "" }
  await prisma.user.update({ where, data: { passwordHash: await hashPassword("a long enough password") } })
  const old = new Date(Date.now() - 3_600_000)
  await prisma.session.updateMany({ where: { userId: where.id }, data: { authenticatedAt: old } })
  const say = (password: string) => ask(sponsor, "POST", "/me/confirmation", { password })
  expect(code(await say("another long password"))).toBe("wrong-password")
  const { id } = await line()
  expect(code(await signNow(sponsor, id, "sponsor"))).toBe("sign-in-again")
  expect(code(await say("a long enough password"))).toBe("done")
  expect(code(await signNow(sponsor, id, "sponsor"))).toBe("done")
  expect(
    code(
      await ask(await withToken(sponsor, "write"), "POST", "/me/confirmation", { password: "a long enough password" }),
    ),
  ).toBe("in-person")
})
