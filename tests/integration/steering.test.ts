import { createHash } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { verify } from "@/lib/door/audit/server/verify"
import "@/lib/serve/api/server/operations"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let base = ""
beforeAll(async () => {
  world = await makeWorld()
  base = `/programmes/${world.programmeId}`
})
afterAll(() => world.end())

const post = (who: Someone, path: string, body: object) => ask(who, "POST", `${base}/${path}`, body)
const list = async (path: string) => (await ask(world.members.lead, "GET", `${base}/${path}`)).body.items

test("the named decision maker answers once, and an action follows", async () => {
  const { lead, contributor, architect, auditor, executive } = world.members
  const wanted = { title: "Buy the licence", options: ["Now", "In March"], deciderId: contributor.personId }
  const { body: asked } = await post(lead, "asks", wanted)
  const answer = (who: Someone, more: object = {}) =>
    post(who, `asks/${asked.id}/answer`, { version: 1, option: 2, ...more })
  expect((await answer(architect)).body.code).toBe("not-yours")
  expect((await answer(auditor)).status).toBe(403)
  expect((await answer(contributor, { option: 3 })).body.code).toBe("not-an-option")
  expect((await answer(contributor, { decidedOn: "2099-01-01" })).body.code).toBe("in-the-future")
  const then = { title: "Order it", ownerId: lead.personId, dueDay: "2027-01-15" }
  const { status, body } = await answer(contributor, { conditions: "One year only.", action: then })
  expect([status, body.ask.chosen, body.ask.conditions, body.ask.decidedById]).toEqual([
    ...[200, "In March", "One year only.", contributor.personId],
  ])
  expect(await list("actions")).toMatchObject([{ ...then, askId: asked.id, state: "open" }])
  expect((await post(executive, `asks/${asked.id}/answer`, { version: 2, option: 1 })).body.code).toBe(
    "decided-already",
  )
  const edit = await ask(lead, "PATCH", `${base}/asks/${asked.id}`, { version: 2, options: ["Never"] })
  expect(edit.body.code).toBe("decided-already")
  const events = (await ask(lead, "GET", `${base}/events?subject=${asked.id}`)).body.items
  expect(events[0]).toMatchObject({ type: "ask.answered", texts: { conditions: "One year only." } })
})

test("a change is decided within the lead's tolerance or by an executive, and approval keeps a new baseline", async () => {
  const { lead, executive, contributor } = world.members
  const { gates } = (await ask(lead, "GET", `${base}/roadmap`)).body
  const gate = gates[2]
  await ask(lead, "PATCH", `${base}/gates/${gate.id}`, { version: gate.version, targetDay: "2026-12-01" })
  await post(lead, "baselines", { name: "Original" })
  const [original] = await list("baselines")
  const { body: draft } = await post(lead, "change-requests", { title: "Add SAP", kind: "scope", gateId: gate.id })
  const decide = (who: Someone, version: number, approved = true) =>
    post(who, `change-requests/${draft.id}/decision`, { version, approved })
  expect((await decide(executive, 1)).body.code).toBe("not-assessed")
  const path = `${base}/change-requests/${draft.id}`
  expect((await ask(lead, "PATCH", path, { version: 1, state: "approved" })).body.code).toBe("not-by-hand")
  expect((await ask(lead, "PATCH", path, { version: 1, state: "assessed" })).body.code).toBe("not-assessed")
  const assessed = { version: 1, state: "assessed", days: 6, money: "9000.50" }
  expect((await ask(lead, "PATCH", path, assessed)).status).toBe(200)
  expect((await decide(lead, 2)).body.code).toBe("over-tolerance") // 5 days is what a lead may
  expect((await decide(contributor, 2)).body.code).toBe("over-tolerance")
  const approved = await decide(executive, 2)
  expect([approved.status, approved.body.state, approved.body.baseline]).toEqual([
    ...[200, "approved", "Change request 1: Add SAP"],
  ])
  const after = (await ask(lead, "GET", `${base}/roadmap`)).body.gates[2]
  expect(after.targetDay).toBe("2026-12-09") // six working days after a Tuesday
  const kept: { id: string; name: string; version: number }[] = await list("baselines")
  expect(kept.map(({ name }) => name)).toEqual(["Change request 1: Add SAP", "Original"])
  expect(kept[1]).toEqual(original)
  expect((await decide(executive, 3)).body.code).toBe("decided-already")
  expect((await ask(lead, "PATCH", path, { version: 3, title: "Other" })).body.code).toBe("decided-already")
})

test("rules begin as the product's own, are changed in order, and refuse an old version", async () => {
  const { lead, executive } = world.members
  const { version, ...rules } = (await ask(lead, "GET", `${base}/steering-rules`)).body
  expect([version, rules.costGreen, rules.toleranceMoney]).toEqual([0, 1, "10000"])
  const change = (who: Someone, more: object) =>
    ask(who, "PATCH", `${base}/steering-rules`, { version, ...rules, ...more })
  expect((await change(executive, {})).status).toBe(403)
  expect((await change(lead, { riskAmber: 1 })).body.code).toBe("not-in-order")
  expect((await change(lead, { scheduleGrace: 7 })).body).toMatchObject({ version: 1, scheduleGrace: 7 })
  expect((await change(lead, { scheduleGrace: 9 })).body.code).toBe("changed-meanwhile")
  expect((await verify(world.programmeId)).intact).toBe(true)
})

test("a pack is frozen once and for all, is verified by its code, and its text has its hash", async () => {
  const { lead, contributor } = world.members
  expect((await post(contributor, "steering-packs", {})).status).toBe(403)
  const first = (await post(lead, "steering-packs", { note: "For March." })).body
  const get = async (path: string) => (await ask(contributor, "GET", `${base}/${path}`)).body
  const { content } = await get(`steering-packs/${first.id}`)
  expect([content.number, content.note, content.changes[0].title]).toEqual([1, "For March.", "Add SAP"])
  await post(lead, "register", { kind: "risk", title: "No quota", probability: 0.9, impact: 5 })
  const second = (await post(lead, "steering-packs", {})).body
  expect((await get(`steering-packs/${first.id}`)).content).toEqual(content) // nothing that comes later changes it
  expect((await get(`steering-packs/${second.id}`)).content.since).toEqual(
    expect.arrayContaining(["Risk: green to red.", "New risk: No quota."]),
  )
  const file = await ask(contributor, "GET", `${base}/steering-packs/${first.id}/text`)
  expect(createHash("sha256").update(file.text, "utf8").digest("hex")).toBe(first.sha256)
  const found = await get(`steering-verification?code=${first.code.toLowerCase().replaceAll("-", " ")}`)
  expect(found).toMatchObject({ number: 1, contentMatches: true, chainMatches: true })
  const changed = JSON.stringify({ ...content, note: "Otherwise." })
  await database().prisma.steeringPack.updateMany({ where: { id: first.id }, data: { content: changed } })
  expect(await get(`steering-verification?code=${first.code}`)).toMatchObject({
    contentMatches: false,
    chainMatches: true,
  })
})
