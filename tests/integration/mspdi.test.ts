import { createHash } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { readProject } from "@/lib/plan/exchange/mspdi/read-project"
import { handle } from "@/lib/serve/api/server/router"
import { projectFile, type TaskLine } from "../support/project-file"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let stageId: string
beforeAll(async () => {
  world = await makeWorld()
  stageId = (await roadmap()).stages[0].id
})
afterAll(() => world.end())

const roadmap = async () => (await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/roadmap`)).body
const path = (what: string, programmeId = world.programmeId) => `/programmes/${programmeId}/project-files/${what}`
const send = (who: Someone, where: string, text: string, query: Record<string, string> = {}) =>
  ask(who, "POST", `${where}/file?${new URLSearchParams(query)}`, undefined, {
    raw: text,
    headers: { "content-type": "application/octet-stream" },
  })
const preview = (text: string, query: Record<string, string> = {}, who: Someone = world.members.lead) =>
  send(who, path("preview"), text, query)
const shaOf = (text: string) => createHash("sha256").update(text).digest("hex")

/** Previews and then imports. */
async function take(text: string, query: Record<string, string> = {}) {
  const looked = await preview(text, { stageId, ...query })
  const { sha256, planSeq } = looked.body
  return send(world.members.lead, path("import"), text, { stageId, ...query, sha256, planSeq: String(planSeq) })
}
const count = async () => {
  const { prisma } = database()
  const where = { programmeId: world.programmeId }
  return {
    items: await prisma.workItem.count({ where }),
    links: await prisma.dependency.count({ where }),
    workstreams: await prisma.workstream.count({ where }),
    people: await prisma.person.count({ where }),
    baselines: await prisma.baseline.count({ where }),
    events: await prisma.auditEvent.count({ where: { chainId: world.programmeId } }),
  }
}

const small = (name: string, more: readonly TaskLine[] = []): string =>
  projectFile({
    title: name,
    tasks: [
      { uid: 1, name, days: 5 },
      { uid: 2, name: `${name} first`, level: 2, days: 2, more: "<Notes>Look twice</Notes>" },
      { uid: 3, name: `${name} then`, level: 2, days: 3, after: ["2FS+1"] },
      ...more,
    ],
    resources:
      "<Resource><UID>1</UID><ID>1</ID><Name>Ines Okafor</Name><Type>1</Type></Resource><Resource><UID>2</UID><ID>2</ID><Name>contributor</Name><Type>1</Type></Resource>",
    assignments:
      "<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID></Assignment>",
  })

describe("a project file", () => {
  test("is previewed without writing anything", async () => {
    const before = await count()
    const { status, body } = await preview(small("Look"), { stageId })
    expect([status, body.counts.newItems, body.counts.newLinks]).toEqual([200, 2, 1])
    expect(body.newWorkstreams).toEqual([{ name: "Look", tasks: 2, holdsGate: true }])
    expect(body.taken[0]).toEqual({ name: "Look first", place: "Look", how: "new", fields: [] })
    expect(body.leftOut).toContainEqual(expect.objectContaining({ what: 'The resource "Ines Okafor"' }))
    expect(await count()).toEqual(before)
  })
  test("becomes workstreams, work items, links, people and owners, and all of it is told", async () => {
    const before = await count()
    const reply = await take(small("Relocation"), { addPeople: "yes", fileName: "move.xml" })
    expect(reply.body).toMatchObject({ newItems: 2, newLinks: 1, newWorkstreams: 1, newPeople: 1 })
    expect(reply.body.before.name).toBe("Before the import of move.xml")
    const after = await count()
    expect([after.items - before.items, after.links - before.links, after.people - before.people]).toEqual([2, 1, 1])
    const items = (await world.items()).filter(({ title }) => title.startsWith("Relocation "))
    expect(items.map(({ title, likely }) => [title, likely])).toEqual([
      ["Relocation first", 2],
      ["Relocation then", 3],
    ])
    const { people, workstreams, links } = await roadmap()
    const owner = people.find(({ id }: { id: string }) => id === items[0]?.ownerId)
    expect([owner.name, items[1]?.ownerId]).toEqual(["Ines Okafor", world.members.contributor.personId])
    expect(workstreams.find(({ name }: { name: string }) => name === "Relocation")).toMatchObject({
      key: "own-relocation",
      stageId,
    })
    expect(links.find(({ to }: { to: { id: string } }) => to.id === items[1]?.id)).toMatchObject({ type: "FS", lag: 1 })
    const events = (await ask(world.members.lead, "GET", `/programmes/${world.programmeId}/events?limit=20`)).body.items
    const types = events.map(({ type }: { type: string }) => type)
    for (const type of [
      "project-file.imported",
      "workstream.added",
      "work-item.added",
      "link.added",
      "person.added",
      "baseline.taken",
    ])
      expect(types).toContain(type)
  })
  test("taken a second time changes nothing, and a newer one changes what differs", async () => {
    await take(small("Again"), { addPeople: "yes" })
    const before = await count()
    const second = await take(small("Again"), { addPeople: "yes" })
    expect(second.body).toMatchObject({ newItems: 0, changedItems: 0, sameItems: 2, newLinks: 0, newWorkstreams: 0 })
    const after = await count()
    expect([after.items, after.links, after.workstreams, after.people]).toEqual([
      before.items,
      before.links,
      before.workstreams,
      before.people,
    ])
    const newer = small("Again").replace("PT16H0M0S", "PT40H0M0S").replace("<LinkLag>4800", "<LinkLag>9600")
    const third = await take(newer, { addPeople: "yes" })
    expect(third.body).toMatchObject({ newItems: 0, changedItems: 1, sameItems: 1, newLinks: 0, changedLinks: 1 })
    expect((await world.items()).find(({ title }) => title === "Again first")?.likely).toBe(5)
  })
  test("is taken whole or not at all: a fault in the middle leaves nothing", async () => {
    const { prisma } = database()
    await prisma.$executeRawUnsafe(
      `CREATE FUNCTION no_links() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`,
    )
    await prisma.$executeRawUnsafe(
      `CREATE TRIGGER no_links BEFORE INSERT ON dependency FOR EACH ROW EXECUTE FUNCTION no_links()`,
    )
    const before = await count()
    try {
      expect((await take(small("Broken"), { addPeople: "yes" })).status).toBeGreaterThanOrEqual(500)
    } finally {
      await prisma.$executeRawUnsafe("DROP TRIGGER no_links ON dependency")
    }
    expect(await count()).toEqual(before)
    expect((await take(small("Broken"))).status).toBe(200)
  })
  test("is refused over a plan that was changed since, and as another file than was looked at", async () => {
    const { sha256, planSeq } = (await preview(small("Stale"), { stageId })).body
    const query = { stageId, sha256, planSeq: String(planSeq) }
    const other = await send(world.members.lead, path("import"), small("Other"), query)
    expect([other.status, other.body.code]).toEqual([409, "other-file"])
    const [item] = await world.items()
    const where = `/programmes/${world.programmeId}/work-items/${item?.id}`
    expect((await ask(world.members.lead, "PATCH", where, { version: item?.version, points: 3 })).status).toBe(200)
    const before = await count()
    const stale = await send(world.members.lead, path("import"), small("Stale"), query)
    expect([stale.status, stale.body.code]).toEqual([409, "plan-changed"])
    expect(await count()).toEqual(before)
  })
  test("asks for the stage of new workstreams, and takes only one of this programme", async () => {
    const { sha256, planSeq } = (await preview(small("Where"))).body
    const query = { sha256, planSeq: String(planSeq) }
    expect((await send(world.members.lead, path("import"), small("Where"), query)).body.code).toBe("choose-stage")
    const foreign = (await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/roadmap`)).body.stages[0]
      .id
    expect((await preview(small("Where"), { stageId: foreign })).body.code).toBe("no-such-stage")
  })
  test("is a lead's to import, everybody's to export, and nothing of another programme's", async () => {
    const text = small("Who")
    for (const role of ["architect", "contributor", "executive", "auditor"] as const) {
      expect((await preview(text, {}, world.members[role])).status).toBe(403)
      const query = { sha256: shaOf(text), planSeq: "1" }
      expect((await send(world.members[role], path("import"), text, query)).status).toBe(403)
      expect((await ask(world.members[role], "GET", path("export"))).status).toBe(200)
    }
    expect((await preview(text, {}, world.stranger)).status).toBe(404)
    expect((await ask(world.stranger, "GET", path("export"))).status).toBe(404)
    const mine = (await world.items())[0]?.id ?? ""
    const own = (await send(world.stranger, path("preview", world.otherProgrammeId), await exported())).body
    expect(own.counts.newItems).toBeGreaterThan(0)
    expect(JSON.stringify(own)).not.toContain(mine)
  })
  test("that is broken or hostile is refused with the line of its fault", async () => {
    const broken = small("Bad").replace("PT24H0M0S", "PTxH")
    const reply = await preview(broken)
    expect([reply.status, reply.body.code, reply.body.line]).toEqual([422, "unreadable-file", 7])
    expect(reply.body.detail).toMatch(/^Line 7, column \d+: Duration is "PTxH", not a duration/)
    const bomb = `<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "${"x".repeat(1000)}">]><Project><Name>&a;</Name></Project>`
    expect((await preview(bomb)).body.detail).toContain("document type")
    const circle = small("Bad").replace(
      "<UID>2</UID>",
      "<UID>2</UID><PredecessorLink><PredecessorUID>3</PredecessorUID></PredecessorLink>",
    )
    expect((await preview(circle)).body.detail).toContain('The file has a circular dependency: "Bad first", "Bad then"')
    expect((await preview("PK\u0003\u0004 not xml")).status).toBe(422)
    expect((await preview(projectFile({ tasks: [] }))).body.code).toBe("nothing-in-it")
  })
})

async function exported(who: Someone = world.members.lead): Promise<string> {
  const response = await handle(new Request(`http://127.0.0.1:3000/api/v1${path("export")}`, { headers: who.headers }))
  expect(response.headers.get("content-disposition")).toContain("One.xml")
  return response.text()
}

describe("the export of a programme", () => {
  test("is a file that the import takes without any change", async () => {
    const text = await exported()
    expect(readProject(text).ok).toBe(true)
    const { body } = await preview(text)
    expect(body.counts).toMatchObject({ newItems: 0, changedItems: 0, newLinks: 0, changedLinks: 0 })
    expect([body.newWorkstreams, body.newPeople, body.calendar]).toEqual([[], [], null])
    expect(body.counts.sameItems).toBe((await world.items()).length)
  })
  test("of two thousand items goes out and comes in again in time", async () => {
    const tasks: TaskLine[] = [{ uid: 1, name: "Large" }]
    for (let uid = 2; uid <= 2001; uid++)
      tasks.push({
        uid,
        name: `Large ${uid}`,
        level: 2,
        days: 1 + (uid % 7),
        after: uid > 3 ? [`${uid - 1}`, `${uid - 2}SS+1`] : [],
      })
    const text = projectFile({ tasks, title: "Large" })
    const begun = performance.now()
    const reply = await take(text)
    expect(reply.body).toMatchObject({ newItems: 2000 })
    const again = await take(text.replaceAll("PT16H0M0S", "PT17H0M0S"))
    expect(again.body).toMatchObject({ newItems: 0, changedItems: tasks.filter(({ days }) => days === 2).length })
    expect(performance.now() - begun).toBeLessThan(60_000)
  }, 120_000)
})
