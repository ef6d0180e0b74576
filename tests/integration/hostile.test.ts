import { createHash } from "node:crypto"
import { once } from "node:events"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import type { CheckView } from "@/lib/assurance/contract"
import { database } from "@/lib/base/db/client"
import { accountLimit } from "@/lib/door/access/attempts"
import { NETWORK_HEADER } from "@/lib/door/access/server/origin"
import { hashPassword } from "@/lib/door/access/server/password-hash"
import { answerOperation } from "@/lib/serve/api/server/direct"
import { ask, makeMember, makeWorld, type Reply, type Someone, type World, withToken } from "../support/world"

let world: World
let lead: Someone
/** What lies in the other programme, made by its own lead. */
let foreign: Record<
  "check" | "criterion" | "evidence" | "waiver" | "entry" | "scenario" | "baseline" | "person",
  string
>
let foreignPlaces: { workstream: string; gate: string; stage: string; item: string }
const at = (path: string) => `/programmes/${world.programmeId}${path}`
const over = (path: string) => `/programmes/${world.otherProgrammeId}${path}`
const code = ({ status, body }: Reply) => (status === 200 ? "done" : body.code)

async function made(who: Someone, path: string, body: object): Promise<any> {
  const reply = await ask(who, "POST", path, body)
  expect(reply.status, `${path}: ${reply.text}`).toBe(200)
  return reply.body
}

beforeAll(async () => {
  world = await makeWorld()
  lead = world.members.lead
  const { stranger } = world
  const check = (await made(stranger, over("/checks"), { sentence: "The other business agrees." })).id
  const signed = { name: "Other line", signerRoles: ["sponsor", "security"], checkIds: [check] }
  const note = { title: "Minutes", note: "Agreed." }
  const wait = { reason: "Not there yet.", expiresOn: daysAhead(20) }
  foreign = {
    check,
    criterion: (await made(stranger, over("/criteria"), signed)).id,
    evidence: (await made(stranger, over(`/checks/${check}/evidence`), note)).id,
    waiver: (await made(stranger, over(`/checks/${check}/waivers`), wait)).id,
    entry: (await made(stranger, over("/register"), { kind: "risk", title: "Other risk" })).id,
    scenario: (await made(stranger, over("/scenarios"), { name: "Other", changes: {} })).id,
    baseline: (await made(stranger, over("/baselines"), { name: "Other" })).id,
    person: stranger.personId ?? "",
  }
  const { prisma } = database()
  const where = { programmeId: world.otherProgrammeId }
  foreignPlaces = {
    workstream: (await prisma.workstream.findFirstOrThrow({ where })).id,
    gate: (await prisma.gate.findFirstOrThrow({ where })).id,
    stage: (await prisma.stage.findFirstOrThrow({ where })).id,
    item: (await prisma.workItem.findFirstOrThrow({ where })).id,
  }
})
afterAll(() => world.end())

const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe("what lies in another programme", () => {
  test("is not reached by an id in a body, however deep", async () => {
    const own = (await ask(lead, "GET", at("/checks"))).body.items.find((each: CheckView) => each.kind === "fact")
    const item = (await world.items())[0]
    const { workstream, gate, item: other } = foreignPlaces
    const end = (kind: string, id: string) => ({ kind, id })
    const link = { type: "FS", lag: 0 }
    const asked: [string, string, object][] = [
      ["POST", "/responsibilities", { key: "sponsor", personId: foreign.person, fromDay: "2026-01-01" }],
      ["POST", "/criteria", { name: "x", signerRoles: ["sponsor", "security"], checkIds: [own.id, foreign.check] }],
      ["POST", "/checks", { sentence: "x", workstreamId: workstream }],
      ["POST", "/checks", { sentence: "x", gateId: gate }],
      ["POST", "/checks", { sentence: "x", dueGateId: gate }],
      ["PATCH", `/checks/${own.id}`, { version: own.version, ownerId: foreign.person }],
      ["POST", "/register", { kind: "risk", title: "x", ownerId: foreign.person }],
      ["POST", "/register", { kind: "risk", title: "x", workstreamIds: [workstream] }],
      ["POST", "/register", { kind: "risk", title: "x", gateIds: [gate] }],
      ["POST", "/plan-changes", { items: [{ id: other, version: 1, percent: 50 }] }],
      ["POST", "/plan-changes", { workstreams: [{ id: workstream, version: 1, estimate: null }] }],
      [
        "POST",
        "/plan-changes",
        { links: [{ add: { ...link, from: end("item", item?.id ?? ""), to: end("item", other) } }] },
      ],
      [
        "POST",
        "/plan-changes",
        { links: [{ add: { ...link, from: end("workstream", workstream), to: end("item", item?.id ?? "") } }] },
      ],
      ["POST", "/forecast-previews", { risks: [{ id: foreign.entry, on: true }] }],
      ["POST", "/forecast-previews", { plan: { items: [{ id: other, version: 1, percent: 50 }] } }],
    ]
    for (const [method, path, body] of asked) {
      const reply = await ask(lead, method, at(path), body)
      expect([path, JSON.stringify(body), reply.status >= 400 && reply.status < 500], reply.text).toEqual([
        path,
        JSON.stringify(body),
        true,
      ])
      expect(reply.body.code, reply.text).not.toBe("invalid")
    }
  })

  test("is not reached by an id in an address", async () => {
    const asked: [string, string, object?][] = [
      ["GET", `/checks/${foreign.check}`],
      ["PATCH", `/checks/${foreign.check}`, { version: 1, ownerId: null }],
      ["PATCH", `/checks/${foreign.check}/rule`, { version: 1, rule: null }],
      ["PATCH", `/criteria/${foreign.criterion}`, { version: 1, name: "Taken over" }],
      ["DELETE", `/criteria/${foreign.criterion}`, { version: 1 }],
      ["POST", `/checks/${foreign.check}/evidence`, { title: "x", note: "y" }],
      ["POST", `/evidence/${foreign.evidence}/judgement`, { version: 1, accepted: true }],
      ["POST", `/evidence/${foreign.evidence}/withdrawal`, { version: 1 }],
      ["GET", `/evidence/${foreign.evidence}/content`],
      ["POST", `/checks/${foreign.check}/waivers`, { reason: "A reason to say.", expiresOn: daysAhead(3) }],
      ["POST", `/waivers/${foreign.waiver}/approval`, { version: 1 }],
      ["POST", `/waivers/${foreign.waiver}/end`, { version: 1 }],
      ["GET", `/sign-offs/criterion/${foreign.criterion}/statement`],
      ["GET", `/sign-offs/gate/${foreignPlaces.gate}/statement`],
      ["GET", `/sign-offs/criterion/${foreign.criterion}/proof`],
      [
        "POST",
        `/sign-offs/criterion/${foreign.criterion}/signatures`,
        { responsibility: "sponsor", statementHash: "a".repeat(64) },
      ],
      ["GET", `/scenarios/${foreign.scenario}/forecast`],
      ["POST", `/scenarios/${foreign.scenario}/apply`, { version: 1 }],
      ["PATCH", `/scenarios/${foreign.scenario}`, { version: 1, name: "Mine" }],
      ["DELETE", `/scenarios/${foreign.scenario}`, { version: 1 }],
      ["GET", `/baselines/${foreign.baseline}`],
      ["DELETE", `/baselines/${foreign.baseline}`, { version: 1 }],
      ["PATCH", `/register/${foreign.entry}`, { version: 1, title: "Mine" }],
    ]
    for (const [method, path, body] of asked) {
      const reply = await ask(lead, method, at(path), body)
      expect([method, path, reply.status], reply.text).toEqual([method, path, 404])
    }
    expect((await ask(lead, "GET", at(`/evidence?checkId=${foreign.check}`))).body.items).toEqual([])
  })
})

describe("a token", () => {
  test("that only reads writes nothing, and one that writes neither signs, confirms nor revokes", async () => {
    const reads = await withToken(lead, "read")
    const writes = await withToken(lead, "write")
    const refused = async (who: Someone, path: string, body: object) => code(await ask(who, "POST", path, body))
    const check = (await made(lead, at("/checks"), { sentence: "Somebody agrees." })).id
    expect(await refused(reads, at(`/checks/${check}/evidence`), { title: "x", note: "y" })).toBe("not-allowed")
    expect(await refused(reads, at("/baselines"), { name: "by token" })).toBe("not-allowed")
    expect(await refused(reads, at("/forecasts"), {})).toBe("not-allowed")
    expect(await refused(writes, "/me/confirmation", { password: "x" })).toBe("in-person")
  })

  test("gets no answer about signing that was kept for a session of the same member", async () => {
    const token = await withToken(lead, "write")
    const tag = (await ask(token, "GET", at("/sign-offs"))).headers.get("etag") ?? ""
    const reply = await ask(lead, "GET", at("/sign-offs"), undefined, { headers: { "if-none-match": tag } })
    expect(reply.status).toBe(200)
  })
})

describe("a line of the checklist", () => {
  test("names two different responsibilities, or nobody could ever complete it", async () => {
    const check = (await made(lead, at("/checks"), { sentence: "Somebody agrees." })).id
    const twice = { name: "Signed by one word", signerRoles: ["sponsor", "sponsor"], checkIds: [check] }
    expect(code(await ask(lead, "POST", at("/criteria"), twice))).toBe("invalid")
    const { id } = await made(lead, at("/criteria"), { ...twice, signerRoles: ["sponsor", "security"] })
    const edit = { version: 1, signerRoles: ["security", "security"] }
    expect(code(await ask(lead, "PATCH", at(`/criteria/${id}`), edit))).toBe("invalid")
  })
})

describe("an idempotency key", () => {
  test("keeps nothing of a password from which it could be guessed", async () => {
    const who = await makeMember(world.programmeId, "keeper", "contributor")
    const password = "a long enough password"
    const where = { id: who.userId ?? "" }
    await database().prisma.user.update({ where, data: { passwordHash: await hashPassword(password) } })
    const raw = JSON.stringify({ password })
    const headers = { "idempotency-key": "confirm-1" }
    const confirmed = await ask(who, "POST", "/me/confirmation", undefined, { headers, raw })
    expect(confirmed.status, confirmed.text).toBe(200)
    const [kept] = await database().prisma.idempotencyKey.findMany({ where: { userId: where.id } })
    const guess = createHash("sha256").update(`/api/v1/me/confirmation\n${raw}`).digest("hex")
    expect(kept && Buffer.from(kept.bodyHash).toString("hex")).not.toBe(guess)
    expect(
      (await ask(who, "POST", "/me/confirmation", undefined, { headers, raw })).headers.get("idempotent-replayed"),
    ).toBe("true")
  })

  test("belongs to all that was asked with a file, not to its bytes alone", async () => {
    const check = (await made(lead, at("/checks"), { sentence: "Somebody agrees." })).id
    const send = (title: string) =>
      ask(lead, "POST", at(`/checks/${check}/evidence/file?title=${title}&fileName=a.txt`), undefined, {
        raw: "the minutes",
        headers: { "content-type": "application/octet-stream", "idempotency-key": "file-1" },
      })
    expect(code(await send("Minutes"))).toBe("done")
    expect((await send("Minutes")).headers.get("idempotent-replayed")).toBe("true")
    expect(code(await send("Other"))).toBe("key-reused")
  })
})

test("a password is not guessed faster by a stolen session from many networks", async () => {
  const who = await makeMember(world.programmeId, "guessed", "contributor")
  const where = { id: who.userId ?? "" }
  await database().prisma.user.update({ where, data: { passwordHash: await hashPassword("a long enough password") } })
  const guess = async (network: string) => {
    const began = Date.now()
    const headers = { [NETWORK_HEADER]: network }
    expect(code(await ask(who, "POST", "/me/confirmation", { password: "not this password" }, { headers }))).toBe(
      "wrong-password",
    )
    return Date.now() - began
  }
  for (let each = 0; each < accountLimit.free + 1; each++) await guess(`198.51.${each}.1`)
  const slow = [await guess("203.0.113.1"), await guess("203.0.114.1")]
  expect(Math.min(...slow)).toBeGreaterThanOrEqual(accountLimit.firstMs)
})

test("facts that say they were taken in times to come are refused", async () => {
  const fact = { metric: "monthly-active-users", value: 1, n: 1, as_of: "2026-01-02" }
  for (const takenAt of ["9999-12-31T00:00:00Z", "0000-01-01T00:00:00Z"]) {
    const raw = JSON.stringify({ format: "lakeward-facts", version: 1, takenAt, facts: [fact] })
    const reply = await ask(lead, "POST", at("/fact-sets/file?source=rest"), undefined, { raw })
    expect([takenAt, reply.body.code], reply.text).toEqual([takenAt, "file-has-faults"])
  }
})

test("what readers may ask for again and again is bounded, however many trials the forecasts have", async () => {
  const settings = (await ask(lead, "GET", at("/forecast-settings"))).body
  const many = { version: settings.version, trials: 1_000_000 }
  expect(code(await ask(lead, "PATCH", at("/forecast-settings"), many))).toBe("done")
  const { id } = await made(lead, at("/scenarios"), { name: "As it is", changes: {} })
  const compared = await ask(world.members.auditor, "GET", at(`/scenarios/${id}/forecast`))
  expect([compared.status, compared.body.trials]).toEqual([200, 100_000])
})

test("an upload that breaks off leaves no file and no error behind", async () => {
  const check = (await made(lead, at("/checks"), { sentence: "Somebody agrees." })).id
  const folder = mkdtempSync(path.join(tmpdir(), "lakeward-hostile-"))
  const [before, said] = [process.env.TMPDIR, vi.spyOn(console, "error").mockReturnValue()]
  process.env.TMPDIR = folder
  const answered: Promise<void>[] = []
  const server = createServer((request, response) => void answered.push(answerOperation(request, response)))
  try {
    await once(server.listen(0, "127.0.0.1"), "listening")
    const socket = connect(Number(Reflect.get(Object(server.address()), "port")), "127.0.0.1")
    const target = `/api/v1${at(`/checks/${check}/evidence/file?title=a&fileName=b`)}`
    const head = `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nCookie: ${lead.headers.cookie}\r\nContent-Length: 900000`
    socket.write(`${head}\r\n\r\n${"x".repeat(100_000)}`)
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), 10_000)
    socket.destroy()
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(0), 10_000)
    await Promise.all(answered)
    expect(said).not.toHaveBeenCalled()
  } finally {
    said.mockRestore()
    process.env.TMPDIR = before
    if (before === undefined) delete process.env.TMPDIR
    server.close()
    rmSync(folder, { recursive: true })
  }
})

test("in an archived programme nobody is given what they would sign for, nor loses it", async () => {
  const { prisma } = database()
  const where = { id: world.programmeId }
  const given = { key: "sponsor", personId: lead.personId, fromDay: "2026-01-01" }
  const { id } = await made(lead, at("/responsibilities"), given)
  await prisma.programme.update({ where, data: { archivedAt: new Date() } })
  try {
    expect(code(await ask(lead, "POST", at("/responsibilities"), given))).toBe("not-allowed")
    expect(code(await ask(lead, "POST", at(`/responsibilities/${id}/end`), { version: 1 }))).toBe("not-allowed")
  } finally {
    await prisma.programme.update({ where, data: { archivedAt: null } })
  }
})

describe("a signature", () => {
  const statement = async (id: string) => (await ask(lead, "GET", at(`/sign-offs/criterion/${id}/statement`))).body
  const signAs = (who: Someone, id: string, responsibility: string, statementHash: string) =>
    ask(who, "POST", at(`/sign-offs/criterion/${id}/signatures`), { responsibility, statementHash })
  const revoke = (who: Someone, id: string) =>
    ask(who, "POST", at(`/signatures/${id}/revocation`), { reason: "It was too early." })
  const proof = async (id: string) => (await ask(lead, "GET", at(`/sign-offs/criterion/${id}/proof`))).status

  async function provedLine(name: string): Promise<string> {
    const { id: check } = await made(lead, at("/checks"), { sentence: `${name} is agreed.` })
    const handed = { title: "Minutes", note: "All agreed." }
    const evidence = await made(world.members.contributor, at(`/checks/${check}/evidence`), handed)
    await made(lead, at(`/evidence/${evidence.id}/judgement`), { version: 1, accepted: true })
    return (await made(lead, at("/criteria"), { name, signerRoles: ["sponsor", "security"], checkIds: [check] })).id
  }

  test("is given to one text of one line in one round, in person, and proves nothing alone", async () => {
    const { executive: sponsor, architect: security } = world.members
    for (const [key, { personId }] of [["sponsor", sponsor] as const, ["security", security] as const])
      await made(lead, at("/responsibilities"), { key, personId, fromDay: "2026-01-01" })
    const [id, other] = [await provedLine("This line"), await provedLine("Another line")]
    const { hash } = await statement(id)
    expect(code(await signAs(sponsor, id, "sponsor", (await statement(other)).hash))).toBe("statement-changed")
    expect(code(await signAs(await withToken(sponsor, "write"), id, "sponsor", hash))).toBe("token-never-signs")
    const signed = await signAs(sponsor, id, "sponsor", hash)
    expect([code(signed), await proof(id)]).toEqual(["done", 404])
    const [first] = signed.body.signatures
    expect(code(await revoke(await withToken(sponsor, "write"), first.id))).toBe("token-never-signs")
    expect(code(await revoke(security, first.id))).toBe("not-yours")
    expect(code(await revoke(sponsor, first.id))).toBe("done")
    expect(code(await signAs(security, id, "security", hash))).toBe("statement-changed")
    expect(code(await revoke(lead, first.id))).toBe("revoked-already")
    const again = (await statement(id)).hash
    expect(code(await signAs(sponsor, id, "sponsor", again))).toBe("done")
    expect([code(await signAs(security, id, "security", again)), await proof(id)]).toEqual(["done", 200])
    expect(code(await revoke(lead, first.id))).toBe("revoked-already")
    expect((await ask(world.stranger, "GET", over(`/sign-offs/criterion/${id}/proof`))).status).toBe(404)
  })
})
