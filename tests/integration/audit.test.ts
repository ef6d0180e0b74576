import { Client } from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { NIL_ID } from "@/lib/base/kernel/id"
import { InstallationActor } from "@/lib/door/access/actor"
import { linesOf, SEALED_BREAK } from "@/lib/door/audit/known-breaks"
import { sealBreaks } from "@/lib/door/audit/server/seal-breaks"
import { examineChain, verify } from "@/lib/door/audit/server/verify"
import { verifyAll } from "@/lib/door/audit/server/verify-all"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { auditVerify } from "@/lib/serve/cli/audit-verify"
import { ask, makeWorld, nobody, type World } from "../support/world"

let world: World
let superuser: Client
beforeAll(async () => {
  world = await makeWorld()
  const address = new URL(inject("postgresUrl"))
  address.pathname = new URL(world.database.url).pathname
  superuser = new Client({ connectionString: address.href })
  await superuser.connect()
  const [first, second, third] = await world.items()
  await edit(first?.id, { version: 1, status: "blocked", reason: "waiting for the licence" })
  await edit(second?.id, { version: 1, ownerId: world.members.architect.personId, deadline: "2027-03-01" })
  for (let version = 1; version <= 6; version += 1) await edit(third?.id, { version, percent: version * 10 })
})
afterAll(async () => {
  await superuser.end()
  await world.end()
})

const path = () => `/programmes/${world.programmeId}`
const edit = async (id: string | undefined, change: object) => {
  const reply = await ask(world.members.lead, "PATCH", `${path()}/work-items/${id}`, change)
  expect(reply.status, reply.text).toBe(200)
}
const events = async (query = "") => (await ask(world.members.lead, "GET", `${path()}/events${query}`)).body
const verified = () => verify(world.programmeId)
const length = async () =>
  (await database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })).seq

describe("the trail only grows: the database itself", () => {
  const refused = /audit events are never changed or removed/
  test("refuses to change an event", async () => {
    await expect(superuser.query("UPDATE audit_event SET type = 'other'")).rejects.toThrow(refused)
  })
  test("refuses to remove one, also when the removal of a demo is pretended", async () => {
    await expect(superuser.query("DELETE FROM audit_event")).rejects.toThrow(refused)
    await superuser.query("SELECT set_config('lakeward.removing_demo', $1, false)", [world.programmeId])
    await expect(superuser.query("DELETE FROM audit_event")).rejects.toThrow(refused)
  })
  test("refuses to empty the table", async () => {
    await expect(superuser.query("TRUNCATE audit_event")).rejects.toThrow(refused)
  })
})

describe("somebody who is master of the database and switches that off", () => {
  beforeEach(async () => {
    await superuser.query("SET session_replication_role = replica")
    await superuser.query("CREATE TABLE kept_events AS TABLE audit_event")
    await superuser.query("CREATE TABLE kept_chains AS TABLE audit_chain")
  })
  afterEach(async () => {
    await superuser.query("DELETE FROM audit_event")
    await superuser.query("INSERT INTO audit_event SELECT * FROM kept_events")
    await superuser.query(
      "DELETE FROM audit_text t WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.chain_id = t.chain_id AND e.seq = t.seq)",
    )
    await superuser.query("UPDATE audit_chain c SET seq = k.seq, head = k.head FROM kept_chains k WHERE k.id = c.id")
    await superuser.query("DROP TABLE kept_events, kept_chains")
    await superuser.query("SET session_replication_role = origin")
    expect(await verified()).toMatchObject({ intact: true })
  })
  const tamper = (sql: string) => superuser.query(sql.replaceAll("$chain", `'${world.programmeId}'`))

  test("and edits an event is found", async () => {
    await tamper('UPDATE audit_event SET data = \'{"changes": {"percent": 99}}\' WHERE chain_id = $chain AND seq = 4')
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 4, reason: "changed" } })
  })
  test("and edits several events is shown each, and a break that is known can be sealed, and nothing else with it", async () => {
    const server = new InstallationActor({ at: new Date(), network: "server" }, null)
    const seal = (numbers: number[]) =>
      sealBreaks(server, world.programmeId, { events: numbers, reason: "Written by an old version." })
    const edit = (seq: number, percent: number) =>
      tamper(`UPDATE audit_event SET data = '{"percent": ${percent}}' WHERE chain_id = $chain AND seq = ${seq}`)
    const open = async () => (await verified()).faults.map(({ seq, reason }) => `${seq} ${reason}`)
    await edit(3, 98)
    await edit(5, 99)
    expect(await open()).toEqual(["3 changed", "5 changed"])
    expect(await seal([3])).toMatchObject({ ok: false, refusal: "other-events" })
    expect(await seal([3, 5, 6])).toMatchObject({ ok: false, refusal: "other-events" })
    expect(await seal([3, 5])).toMatchObject({ ok: true })
    expect(await seal([3, 5])).toMatchObject({ ok: false, refusal: "nothing-broken" })
    const known = [
      { seq: 3, reason: "changed" },
      { seq: 5, reason: "changed" },
    ]
    expect(await verified()).toMatchObject({ intact: true, fault: null, faults: [], known })
    const [sealing] = (await events("?type=audit.break-sealed")).items
    expect(sealing).toMatchObject({ actor: null, texts: { reason: "Written by an old version." } })
    // Later tampering shows: with another event, with a sealed one, and with the seal itself.
    await edit(4, 1)
    expect(await open()).toEqual(["4 changed"])
    await edit(3, 97)
    expect(await open()).toEqual(["3 changed", "4 changed"])
    await tamper(`UPDATE audit_event SET data = jsonb_set(data, '{broken,0}', '"3 changed x"')
      WHERE chain_id = $chain AND type = 'audit.break-sealed'`)
    expect(await open()).toEqual(["3 changed", "4 changed", "5 changed", `${sealing.seq} changed`])
  })
  test("and writes a seal without the server's key has sealed nothing", async () => {
    await tamper("UPDATE audit_event SET data = '{\"percent\": 98}' WHERE chain_id = $chain AND seq = 3")
    const [fault] = (await examineChain(world.programmeId))?.open ?? []
    const broken = fault ? linesOf([fault]) : []
    const actor = new InstallationActor({ at: new Date(), network: "server" }, null)
    const data = { broken, signature: "0".repeat(128) }
    await transact(actor, "installation.manage", async () =>
      done(null, { type: SEALED_BREAK, subject: null, data, chain: world.programmeId }),
    )
    expect(broken).toEqual([expect.stringMatching(/^3 changed [0-9a-f]{64}$/)])
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 3, reason: "changed" }, known: [] })
  })
  test("and puts another name under an event is found", async () => {
    await tamper("UPDATE audit_event SET actor_id = gen_random_uuid() WHERE chain_id = $chain AND seq = 3")
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 3, reason: "changed" } })
  })
  test("and moves an event by a millisecond is found", async () => {
    await tamper("UPDATE audit_event SET at = at + interval '1 millisecond' WHERE chain_id = $chain AND seq = 2")
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 2, reason: "changed" } })
  })
  test("and edits an event together with its digest is found", async () => {
    await tamper(`UPDATE audit_event e SET data = o.data, texts = o.texts, digest = o.digest, at = o.at, type = o.type,
      actor_id = o.actor_id, subject_id = o.subject_id
      FROM audit_event o WHERE o.chain_id = $chain AND o.seq = 5 AND e.chain_id = $chain AND e.seq = 4`)
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 4, reason: "unlinked" } })
  })
  test("and puts other words into an event's text is found", async () => {
    const blocked = (await events("?type=work-item.updated")).items.at(-1)
    await tamper(`UPDATE audit_text SET text = 'all is well' WHERE chain_id = $chain AND seq = ${blocked.seq}`)
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: blocked.seq, reason: "changed" } })
    await tamper(
      `UPDATE audit_text SET text = 'waiting for the licence' WHERE chain_id = $chain AND seq = ${blocked.seq}`,
    )
  })
  test("and removes an event is found", async () => {
    await tamper("DELETE FROM audit_event WHERE chain_id = $chain AND seq = 4")
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 4, reason: "missing" } })
  })
  test("and removes an event and closes the gap is found", async () => {
    await tamper("DELETE FROM audit_event WHERE chain_id = $chain AND seq = 4")
    await tamper("UPDATE audit_event SET seq = -seq WHERE chain_id = $chain AND seq > 4")
    await tamper("UPDATE audit_event SET seq = -seq - 1 WHERE chain_id = $chain AND seq < 0")
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 4, reason: "unlinked" } })
  })
  test("and swaps two events is found", async () => {
    await tamper(
      "UPDATE audit_event SET seq = CASE seq WHEN 4 THEN -5 ELSE -4 END WHERE chain_id = $chain AND seq IN (4, 5)",
    )
    await tamper("UPDATE audit_event SET seq = -seq WHERE chain_id = $chain AND seq < 0")
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: 4, reason: "unlinked" } })
  })
  test("and cuts off the newest events is found", async () => {
    const seq = await length()
    await tamper(`DELETE FROM audit_event WHERE chain_id = $chain AND seq > ${seq - 2}`)
    expect(await verified()).toMatchObject({ intact: false, fault: { seq: seq - 1, reason: "cut" } })
  })
  test("and cuts them off the head as well is found by a head that was kept outside, by the API and by the command", async () => {
    const seq = await length()
    const before = await verified()
    await tamper(`DELETE FROM audit_event WHERE chain_id = $chain AND seq > ${seq - 2}`)
    await tamper(`UPDATE audit_chain SET seq = ${seq - 2},
      head = (SELECT hash FROM audit_event WHERE chain_id = $chain AND seq = ${seq - 2}) WHERE id = $chain`)
    expect(await verified()).toMatchObject({ intact: true, events: seq - 2 })
    const query = `?events=${seq}&head=${before.head}`
    const { body } = await ask(world.members.auditor, "GET", `${path()}/audit/verification${query}`)
    expect(body).toMatchObject({ intact: false, fault: { seq: seq - 1, reason: "cut" } })
    const found: unknown[] = []
    for await (const each of verifyAll([{ chain: world.programmeId, seq, head: before.head }]))
      if (each.chain === world.programmeId) found.push(each)
    expect(found).toMatchObject([{ found: true, verification: { intact: false } }])
  })
  test("and writes the whole chain anew from some event on is found by a head that was kept outside", async () => {
    const seq = await length()
    const { head } = await verified()
    await tamper("DELETE FROM audit_event WHERE chain_id = $chain AND seq >= 4")
    await tamper(`UPDATE audit_chain SET seq = 3,
      head = (SELECT hash FROM audit_event WHERE chain_id = $chain AND seq = 3) WHERE id = $chain`)
    for (let more = 3; more < seq; more += 1)
      await tamper(`SELECT audit_append($chain, (SELECT jsonb_agg(jsonb_build_object('at', at, 'actor', actor_id, 'type', type,
        'subject', subject_id, 'data', data, 'texts', texts, 'digest', encode(digest, 'hex'), 'plain', '[]'::jsonb))
        FROM audit_event WHERE chain_id = $chain AND seq = 2))`)
    expect(await verified()).toMatchObject({ intact: true, events: seq })
    expect(await verify(world.programmeId, { seq, head: Buffer.from(head, "hex") })).toMatchObject({ intact: false })
  })
})

describe("a text that is erased", () => {
  test("leaves the chain intact, and the event says that there was one", async () => {
    const blocked = (await events("?type=work-item.updated")).items.at(-1)
    expect(blocked.texts).toEqual({ reason: "waiting for the licence" })
    await superuser.query("DELETE FROM audit_text WHERE chain_id = $1 AND seq = $2", [world.programmeId, blocked.seq])
    expect(await verified()).toMatchObject({ intact: true })
    expect((await events("?type=work-item.updated")).items.at(-1).texts).toEqual({ reason: null })
  })
})

describe("twenty people who write at once", () => {
  test("leave a chain without a gap that verifies", async () => {
    const before = await length()
    const items = (await world.items()).slice(100, 120)
    await Promise.all(items.map(({ id }) => edit(id, { version: 1, points: 5 })))
    const rows = await database().prisma.auditEvent.findMany({
      where: { chainId: world.programmeId },
      orderBy: { seq: "asc" },
      select: { seq: true },
    })
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: before + 20 }, (_, at) => at + 1))
    expect(await verified()).toMatchObject({ intact: true, events: before + 20 })
  })
})

describe("the trail that is read", () => {
  test("is newest first, by pages, and names who did it and what it mentions", async () => {
    const all = await events()
    expect(all.items.map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: all.items.length }, (_, at) => all.items[0].seq - at),
    )
    const page = await events("?limit=2&before=5")
    expect(page.items.map(({ seq }: { seq: number }) => seq)).toEqual([4, 3])
    const owned = all.items.find(
      ({ data }: { data: { changes?: object } }) => data.changes && "ownerId" in data.changes,
    )
    expect(owned.actor.name).toBe("lead")
    expect(all.names[owned.data.changes.ownerId]).toBe("architect")
    expect(all.names[owned.subjectId]).toBe((await world.items()).find(({ id }) => id === owned.subjectId)?.title)
  })
  test("can be asked for one record, one person, one kind and some days", async () => {
    const [item] = await world.items()
    expect((await events(`?subject=${item?.id}`)).items).toHaveLength(1)
    expect((await events(`?actor=${world.members.auditor.personId}`)).items).toEqual([])
    const made = (await events("?type=programme")).items
    expect(made.map(({ type }: { type: string }) => type)).toEqual(["programme.created"])
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date(made[0].at))
    expect((await events(`?from=${day}&until=${day}&type=programme`)).items).toHaveLength(1)
    expect((await events("?until=2020-01-01")).items).toEqual([])
  })
  test("is another programme's to nobody else, and its verification is for leads and auditors", async () => {
    expect((await ask(world.stranger, "GET", `${path()}/events`)).status).toBe(404)
    expect((await ask(nobody, "GET", `${path()}/events`)).status).toBe(401)
    expect((await ask(world.stranger, "GET", `${path()}/audit/verification`)).status).toBe(404)
    const statuses = Object.entries(world.members).map(async ([role, who]) => [
      role,
      (await ask(who, "GET", `${path()}/audit/verification`)).status,
    ])
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual({
      ...{ lead: 200, auditor: 200, architect: 403, contributor: 403, executive: 403 },
    })
  })
  test("does not name anything of another programme, although an event mentions its id", async () => {
    const [foreign] = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/work-items`)).body.items
    expect((await events(`?subject=${foreign.id}`)).items).toEqual([])
    expect((await events()).names[foreign.id]).toBeUndefined()
  })
  test("of the installation is for its admins, and tells of both programmes", async () => {
    const { body } = await ask(world.admin, "GET", "/installation/events")
    const made = body.items.filter(({ type }: { type: string }) => type === "programme.created")
    expect(made.map(({ subjectId }: { subjectId: string }) => body.names[subjectId])).toEqual(["Other", "One"])
    expect((await ask(world.members.lead, "GET", "/installation/events")).status).toBe(403)
    expect((await ask(world.admin, "GET", "/installation/audit/verification")).body.intact).toBe(true)
  })
})

describe("all chains together", () => {
  test("are verified, the installation's too, and a kept chain that is gone is told", async () => {
    const gone = { chain: "01930000-0000-7000-8000-00000000dead", seq: 3, head: "00".repeat(32) }
    const found = []
    for await (const each of verifyAll([gone])) found.push(each)
    expect(
      found
        .filter((each) => each.found && each.verification.intact)
        .map(({ chain }) => chain)
        .sort(),
    ).toEqual([NIL_ID, world.programmeId, world.otherProgrammeId].sort())
    expect(found.filter((each) => !each.found)).toMatchObject([{ chain: gone.chain, removedAsDemo: false }])
  })
  test("are not verified against a file without a head", async () => {
    await expect(auditVerify.run(["--head", "README.md"])).rejects.toThrow("No chain head hash in README.md.")
  })
})
