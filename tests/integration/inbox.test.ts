import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { deriveNotifications } from "@/lib/people/inbox/server/derive"
import { noticeRules } from "@/lib/serve/api/server/notice-rules"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let itemId: string
let environmentId: string
const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const lead = () => world.members.lead
const architect = () => world.members.architect
const nameOf = async (who: Someone) =>
  await database().prisma.person.findFirstOrThrow({
    where: { programmeId: world.programmeId, userId: who.userId ?? "" },
  })

beforeAll(async () => {
  world = await makeWorld()
  const { body } = await ask(lead(), "GET", at("/work-items"))
  itemId = body.items[0].id
  environmentId = (await ask(lead(), "POST", at("/environments"), { name: "Production", cloud: "azure" })).body.id
}, 120_000)
afterAll(() => world.end())
beforeEach(async () => {
  await fill()
  await database().prisma.notification.deleteMany({})
  await database().prisma.watch.deleteMany({})
})
const fill = (now = new Date()) => deriveNotifications(noticeRules, now)
const inboxOf = async (who: Someone, show = "open") => (await ask(who, "GET", at(`/notifications?show=${show}`))).body
const kindsOf = async (who: Someone) => (await inboxOf(who)).items.map(({ kind }: { kind: string }) => kind)
const commentOn = (type: string, id: string, body: string, who = lead()) =>
  ask(who, "POST", at(`/records/${type}/${id}/comments`), { body })

describe("comments on records", () => {
  test("are kept for every type of record, and work items keep their old address", async () => {
    expect((await commentOn("environment", environmentId, "Ask the platform team.")).status).toBe(200)
    expect((await ask(lead(), "POST", at(`/work-items/${itemId}/comments`), { body: "At last." })).status).toBe(200)
    const environment = (await ask(architect(), "GET", at(`/records/environment/${environmentId}/comments`))).body
    expect(environment.items.map(({ body }: { body: string }) => body)).toEqual(["Ask the platform team."])
    const item = (await ask(lead(), "GET", at(`/work-items/${itemId}`))).body
    expect(item.comments).toMatchObject([{ body: "At last.", recordType: "work-item", recordId: itemId }])
  })
  test("on what is not there, of another type or of an unknown type are not found", async () => {
    expect((await commentOn("environment", itemId, "x")).status).toBe(404)
    expect((await commentOn("nonsense", itemId, "x")).status).toBe(404)
    expect((await ask(lead(), "GET", at(`/records/nonsense/${itemId}/comments`))).status).toBe(404)
    expect((await ask(lead(), "PUT", at(`/records/environment/${itemId}/watch`), {})).status).toBe(404)
  })
  test("are watched by who writes them until they say otherwise, which leaves no event", async () => {
    await commentOn("environment", environmentId, "Mine.")
    const of = async () => (await ask(lead(), "GET", at(`/records/environment/${environmentId}/comments`))).body
    expect(await of()).toMatchObject({ watching: true, watchers: 1 })
    const events = await database().prisma.auditEvent.count()
    expect((await ask(lead(), "DELETE", at(`/records/environment/${environmentId}/watch`))).body).toEqual({
      watching: false,
    })
    expect(await of()).toMatchObject({ watching: false, watchers: 0 })
    expect(await database().prisma.auditEvent.count()).toBe(events)
  })
})

describe("the inbox", () => {
  test("tells whom a comment mentions, once, also when it is edited, and not who wrote it", async () => {
    const { name } = await nameOf(architect())
    const mine = (await nameOf(lead())).name
    const { body: comment } = await commentOn("environment", environmentId, `@${name} and @${mine}: which region?`)
    await fill()
    await fill()
    expect((await inboxOf(architect())).items).toMatchObject([
      { kind: "mentioned", recordType: "environment", recordId: environmentId, title: "Production", actor: mine },
    ])
    expect(await kindsOf(lead())).toEqual([])
    await ask(lead(), "PATCH", at(`/comments/${comment.id}`), { version: 1, body: `@${name}: which region, please?` })
    await fill()
    expect(await kindsOf(architect())).toEqual(["mentioned"])
  })
  test("tells the owner and the watchers of a comment", async () => {
    const { id: ownerId } = await nameOf(architect())
    const { body: item } = await ask(lead(), "GET", at(`/work-items/${itemId}`))
    await ask(lead(), "PATCH", at(`/work-items/${itemId}`), { version: item.item.version, ownerId })
    await fill()
    expect(await kindsOf(architect())).toEqual(["assigned"])
    await ask(world.members.executive, "PUT", at(`/records/work-item/${itemId}/watch`), {})
    await commentOn("work-item", itemId, "Done soon.")
    await fill()
    expect(await kindsOf(architect())).toEqual(["commented", "assigned"])
    expect(await kindsOf(world.members.executive)).toEqual(["commented"])
  })
  test("tells who watches a record that it was changed, once a day", async () => {
    await ask(architect(), "PUT", at(`/records/environment/${environmentId}/watch`), {})
    for (const region of ["westeurope", "northeurope"]) {
      const { body } = await ask(lead(), "GET", at("/environments"))
      const { version } = body.items.find(({ id }: { id: string }) => id === environmentId)
      expect((await ask(lead(), "PATCH", at(`/environments/${environmentId}`), { version, region })).status).toBe(200)
    }
    await fill()
    expect(await kindsOf(architect())).toEqual(["changed"])
  })
  test("asks everybody who may approve for a waiver, and nobody else", async () => {
    const { body } = await ask(lead(), "GET", at("/checks"))
    const requested = await ask(architect(), "POST", at(`/checks/${body.items[0].id}/waivers`), {
      ...{ reason: "Not in this region.", expiresOn: "2027-01-31" },
    })
    expect(requested.status, requested.text).toBe(200)
    await fill()
    expect(await kindsOf(lead())).toEqual(["waiver-requested"])
    expect(await kindsOf(world.members.executive)).toEqual(["waiver-requested"])
    expect(await kindsOf(world.members.contributor)).toEqual([])
  })
  test("tells leads and executives of a gate that moved", async () => {
    const { body } = await ask(lead(), "GET", at("/roadmap"))
    const [{ id, version }] = body.gates
    await ask(lead(), "PATCH", at(`/gates/${id}`), { version, targetDay: "2027-06-30" })
    await fill()
    expect(await kindsOf(world.members.executive)).toEqual(["gate-moved"])
    expect(await kindsOf(lead())).toEqual([])
  })
  test("is read, snoozed and done by its member alone, and counts what is unread", async () => {
    const { name } = await nameOf(architect())
    await commentOn("environment", environmentId, `@${name} one`)
    await commentOn("environment", environmentId, `@${name} two`)
    await fill()
    const { items, unread } = await inboxOf(architect())
    expect(unread).toBe(2)
    const [first, second] = items
    const change = (who: Someone, more: object) => ask(who, "POST", at("/notifications/changes"), more)
    expect((await change(lead(), { ids: [first.id], done: true })).body).toEqual({ changed: 0, unread: 0 })
    expect((await change(architect(), { ids: [first.id], read: true })).body).toEqual({ changed: 1, unread: 1 })
    await change(architect(), { ids: [second.id], snoozedUntil: "2999-01-01T08:00:00Z" })
    expect((await inboxOf(architect())).items.map(({ id }: { id: string }) => id)).toEqual([first.id])
    expect((await inboxOf(architect(), "snoozed")).items).toHaveLength(1)
    await change(architect(), { ids: [second.id], snoozedUntil: "2020-01-01T08:00:00Z" })
    expect((await inboxOf(architect())).items).toHaveLength(2)
    await change(architect(), { ids: [first.id, second.id], done: true })
    expect(await inboxOf(architect())).toMatchObject({ items: [], unread: 0 })
    expect((await inboxOf(architect(), "done")).items).toHaveLength(2)
  })
  test("misses nothing when several processes fill it at once, and tells nothing twice", async () => {
    const { name } = await nameOf(architect())
    for (let count = 0; count < 6; count += 1) await commentOn("environment", environmentId, `@${name} ${count}`)
    await Promise.all([fill(), fill(), fill(), fill()])
    expect(await kindsOf(architect())).toHaveLength(6)
  })
  test("leaves out what happened more than two weeks ago", async () => {
    const { name } = await nameOf(architect())
    await commentOn("environment", environmentId, `@${name} old`)
    await fill(new Date(Date.now() + 15 * 86_400_000))
    expect(await kindsOf(architect())).toEqual([])
  })
})

describe("jobs of a programme", () => {
  test("are listed without what they were given, and cancelled by a lead alone", async () => {
    const { prisma } = database()
    const when = new Date()
    const job = { kind: "test.slow", title: "Slow", input: { secret: "kept" }, createdAt: when, runAt: when }
    const id = "0190f0f0-0000-7000-8000-00000000aaaa"
    await prisma.job.create({ data: { ...job, id, programmeId: world.programmeId } })
    await prisma.job.create({ data: { ...job, id: "0190f0f0-0000-7000-8000-00000000bbbb" } })
    const listed = await ask(architect(), "GET", at("/jobs"))
    expect(listed.text).not.toContain("kept")
    expect(listed.body).toMatchObject({ items: [{ id, title: "Slow", state: "waiting" }], may: { cancel: false } })
    expect((await ask(architect(), "POST", at(`/jobs/${id}/cancellation`), {})).status).toBe(403)
    expect((await ask(lead(), "POST", at(`/jobs/${id}/cancellation`), {})).body).toMatchObject({ cancelling: true })
    expect((await ask(lead(), "POST", at(`/jobs/${id}/cancellation`), {})).body.code).toBe("over-already")
    const installation = (await ask(world.admin, "GET", "/installation/jobs")).body
    expect(installation.items.map(({ id: each }: { id: string }) => each)).toEqual([
      "0190f0f0-0000-7000-8000-00000000bbbb",
    ])
  })
})
