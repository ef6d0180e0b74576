import { afterAll, beforeAll, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import "@/lib/serve/api/server/operations"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const { executive, architect } = world.members
  await give("sponsor", executive)
  await give("security", architect)
})
afterAll(() => world.end())

const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const give = (key: string, who: Someone) =>
  ask(world.members.lead, "POST", at("/responsibilities"), { key, personId: who.personId, fromDay: "2026-01-01" })
const lineOf = async (id: string) =>
  (await ask(world.members.lead, "GET", at("/decisions"))).body.items.find((each: { id: string }) => each.id === id)
const toSign = async (who: Someone, id: string) =>
  (await ask(who, "GET", at("/decisions-to-sign"))).body.items.find((each: any) => each.decisionId === id)
const sign = (who: Someone, id: string, responsibility: string, statementHash: string) =>
  ask(who, "POST", at(`/decisions/${id}/signatures`), { responsibility, statementHash })
const change = async (id: string, asked: object) =>
  ask(world.members.lead, "PATCH", at(`/decisions/${id}`), { version: (await lineOf(id)).version, ...asked })

async function inReview(name: string, more: object = {}) {
  const draft = { name, options: "### One\n### Two", choice: "One", signers: ["sponsor", "security"], ...more }
  const { body } = await ask(world.members.lead, "POST", at("/decisions"), draft)
  expect((await change(body.id, { status: "in_review" })).status).toBe(200)
  return body.id as string
}

test("two sign the very text, and the last signature accepts it and supersedes what it names", async () => {
  const { executive, architect, contributor } = world.members
  const old = await inReview("Old way", { signers: [] })
  expect((await change(old, { status: "accepted" })).status).toBe(200)
  const id = await inReview("New way", { supersedesIds: [old] })
  const asked = await toSign(executive, id)
  expect([asked.mySigning, (await toSign(architect, id)).mySigning]).toEqual([["sponsor"], ["security"]])
  expect((await toSign(contributor, id)).mySigning).toEqual([])
  expect(asked.text).toContain("Old way")
  expect((await sign(contributor, id, "sponsor", asked.hash)).body.code).toBe("not-responsible")
  expect((await sign(executive, id, "sponsor", "0".repeat(64))).body.code).toBe("statement-changed")
  expect((await sign(executive, id, "sponsor", asked.hash)).body.accepted).toBe(false)
  expect((await sign(executive, id, "security", asked.hash)).body.code).toBe("not-responsible")
  expect((await lineOf(id)).status).toBe("in_review")
  expect((await sign(architect, id, "security", asked.hash)).body.accepted).toBe(true)
  expect([(await lineOf(id)).status, (await lineOf(old)).status]).toEqual(["accepted", "superseded"])
})
test("nobody accepts by hand what has to be signed, or changes what is in review", async () => {
  const id = await inReview("By hand")
  expect((await change(id, { status: "accepted" })).body.code).toBe("needs-signatures")
  expect((await change(id, { context: "Another" })).body.code).toBe("text-is-frozen")
})
test("what goes back to draft loses its signatures and reviews, on record", async () => {
  const { executive, contributor } = world.members
  const id = await inReview("Back again", { reviewerIds: [contributor.personId] })
  const review = (who: Someone, body: object) => ask(who, "POST", at(`/decisions/${id}/review`), body)
  expect((await review(executive, { agreed: true, note: null })).body.code).toBe("not-a-reviewer")
  expect((await review(contributor, { agreed: false, note: null })).body.code).toBe("say-what")
  expect((await review(contributor, { agreed: true, note: null })).status).toBe(200)
  await sign(executive, id, "sponsor", (await toSign(executive, id)).hash)
  expect(await lineOf(id)).toMatchObject({ signatures: [{ responsibility: "sponsor" }], reviews: [{ agreed: true }] })
  expect((await change(id, { status: "draft" })).status).toBe(200)
  expect(await lineOf(id)).toMatchObject({ signatures: [], reviews: [] })
  const kept = await database().prisma.decisionSignature.findMany({ where: { decisionId: id } })
  expect(kept.map(({ revokedAt }) => revokedAt === null)).toEqual([false])
})
test("work is stamped once for each item, step after step, and taken back as long as nobody touched it", async () => {
  const { lead } = world.members
  await database().prisma.programme.update({ where: { id: world.programmeId }, data: { packRelease: "2026.2" } })
  const { body: item } = await ask(lead, "POST", at("/landscape"), { name: "Core banking", kind: "data_source" })
  const asked = { templateKey: "onboard-data-source", subjectIds: [item.id] }
  const { body: preview } = await ask(lead, "POST", at("/work-templates/preview"), asked)
  const { body: made } = await ask(lead, "POST", at("/work-templates/stamp"), asked)
  expect(preview.items.length).toBeGreaterThan(3)
  expect(preview.items[0].title).toContain("Core banking")
  expect(made.workItemIds).toHaveLength(preview.items.length)
  const links = await database().prisma.dependency.findMany({ where: { toItemId: { in: made.workItemIds } } })
  expect(links.length).toBeGreaterThan(2)
  expect((await ask(lead, "POST", at("/work-templates/stamp"), asked)).body.workItemIds).toEqual([])
  const withdraw = () => ask(lead, "POST", at("/work-templates/withdraw"), { workItemIds: made.workItemIds })
  const { body } = await withdraw()
  expect(body.removed).toBe(preview.items.length)
})
