import { afterAll, beforeAll, describe, expect, test } from "vitest"
import "@/lib/serve/api/server/operations"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let questions: Question[]
type Question = { id: string; key: string | null; version: number; workItemId: string | null; name: string }
const at = (path: string) => `/programmes/${world.programmeId}/${path}`
const list = async (): Promise<Question[]> =>
  (await ask(world.members.lead, "GET", at("assessment-questions"))).body.items
const change = (id: string, version: number, more: object, who: Someone = world.members.lead) =>
  ask(who, "PATCH", at(`assessment-questions/${id}`), { version, ...more })
const turn = (recordIds: string[], who: Someone = world.members.lead) =>
  ask(who, "POST", at("assessment/work"), { recordIds })
const itemsCount = async () => (await ask(world.members.lead, "GET", at("work-items"))).body.items.length

beforeAll(async () => {
  world = await makeWorld()
  const { prisma } = (await import("@/lib/base/db/client")).database()
  await prisma.programme.update({ where: { id: world.programmeId }, data: { packRelease: "2026.2" } })
})
afterAll(() => world.end())

test("the release's questions are taken once, also by two at once", async () => {
  const { body: bank } = await ask(world.members.lead, "GET", at("assessment"))
  expect(bank.dimensions).toHaveLength(10)
  expect(bank.toStart).toBe(bank.questions.length)
  const replies = await Promise.all([1, 2, 3].map(() => ask(world.members.lead, "POST", at("assessment"), {})))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  const added = replies.reduce((sum, { body }) => sum + body.added, 0)
  questions = await list()
  expect([added, questions.length, new Set(questions.map(({ key }) => key)).size]).toEqual(
    Array.from({ length: 3 }, () => bank.questions.length),
  )
  expect((await ask(world.members.lead, "GET", at("assessment"))).body.toStart).toBe(0)
  expect(questions[0]).toMatchObject({ name: "Objectives tied to KPIs", asIs: null, toBe: 3 })
})

test("a level off the scale is refused, and the key is nobody's to change", async () => {
  const [first] = questions
  if (!first) throw new Error("no question")
  expect((await change(first.id, 1, { asIs: 5 })).status).toBe(422)
  expect((await change(first.id, 1, { asIs: -1 })).status).toBe(422)
  expect((await change(first.id, 1, { key: "another" })).status).toBe(422)
})

test("a gap becomes one work item, however often it is asked, and can be taken back", async () => {
  const [, second] = questions
  if (!second) throw new Error("no question")
  const before = await itemsCount()
  expect((await turn([second.id])).body.code).toBe("no-gap")
  expect((await change(second.id, 1, { asIs: 1 })).status).toBe(200)
  const first = await turn([second.id])
  expect(first.status, first.text).toBe(200)
  const [made] = first.body.items
  const again = await Promise.all([turn([second.id]), turn([second.id])])
  for (const { status, body } of again) expect([status, body.items[0].workItemId]).toEqual([200, made.workItemId])
  expect(await itemsCount()).toBe(before + 1)
  const { body: items } = await ask(world.members.lead, "GET", at("work-items"))
  const item = items.items.find(({ id }: { id: string }) => id === made.workItemId)
  expect(item).toMatchObject({ title: `${second.name}: reach level 3`, workstreamId: made.workstreamId })
  const undone = await ask(world.members.lead, "POST", at("assessment/work/undo"), { recordIds: [second.id] })
  expect([undone.status, undone.body.items[0].workItemId]).toEqual([200, null])
  expect(await itemsCount()).toBe(before)
})

test("gaps become work all or none", async () => {
  const [, , third, fourth] = questions
  if (!third || !fourth) throw new Error("no question")
  await change(third.id, 1, { asIs: 0 })
  const before = await itemsCount()
  expect((await turn([third.id, fourth.id])).body.code).toBe("no-gap")
  expect(await itemsCount()).toBe(before)
})

test("work that was changed since is not taken back", async () => {
  const [, , third] = questions
  if (!third) throw new Error("no question")
  const { workItemId } = (await turn([third.id])).body.items[0]
  const renamed = await ask(world.members.lead, "PATCH", at(`work-items/${workItemId}`), { version: 1, title: "Mine" })
  expect(renamed.status, renamed.text).toBe(200)
  const undo = await ask(world.members.lead, "POST", at("assessment/work/undo"), { recordIds: [third.id] })
  expect([undo.status, undo.body.code]).toEqual([409, "changed-since"])
})

test("a snapshot stays as it was taken", async () => {
  const [, second] = await list()
  if (!second) throw new Error("no question")
  const taken = await ask(world.members.lead, "POST", at("assessment/snapshots"), { name: "Gate 0" })
  expect(taken.status, taken.text).toBe(200)
  await change(second.id, second.version, { asIs: 4 })
  const { body } = await ask(world.members.lead, "GET", at("assessment/snapshots"))
  const line = body.items[0].lines.find(({ id }: { id: string }) => id === second.id)
  expect([body.items[0].name, line.asIs, line.toBe]).toEqual(["Gate 0", 1, 3])
  expect(body.items[0].lines).toHaveLength(questions.length)
})

test("another programme sees nothing of it", async () => {
  const { body } = await ask(world.stranger, "GET", `/programmes/${world.otherProgrammeId}/assessment/snapshots`)
  expect(body.items).toEqual([])
  const [first] = questions
  const path = `/programmes/${world.otherProgrammeId}/assessment/work`
  expect((await ask(world.stranger, "POST", path, { recordIds: [first?.id] })).status).toBe(404)
})

describe("a review checklist", () => {
  const send = (what: "preview" | "import", file: object | string) =>
    ask(world.members.lead, "POST", at(`assessment/checklist/${what}/file`), undefined, {
      raw: typeof file === "string" ? file : JSON.stringify(file),
      headers: { "content-type": "application/octet-stream" },
    })
  const item = {
    ...{ category: "Operations Management", subcategory: "Backups", text: "Clone critical tables", severity: "High" },
    ...{ guid: "3b5f2a0e-0000-4000-8000-000000000001", link: "https://example.test", waf: "Reliability" },
  }
  const out = async () => (await ask(world.members.lead, "GET", at("assessment/checklist/export"))).body

  test("comes in once and goes out as it came", async () => {
    const before = (await out()).items.length
    expect((await send("preview", { items: [item] })).body).toMatchObject({ added: [{ guid: item.guid }], same: 0 })
    const taken = await send("import", { items: [item] })
    expect(taken.body, taken.text).toEqual({ added: 1, changed: 0, same: 0 })
    expect((await send("import", { items: [item] })).body).toEqual({ added: 0, changed: 0, same: 1 })
    const file = await out()
    expect(file.items).toHaveLength(before + 1)
    expect(file.items.find(({ guid }: { guid: string }) => guid === item.guid)).toEqual(item)
    expect((await send("import", file)).body).toEqual({ added: 0, changed: 0, same: before + 1 })
  })
  test("changes what it says and nothing else", async () => {
    const file = await out()
    const [first] = file.items
    const next = { ...file, items: [{ ...first, severity: first.severity === "Low" ? "High" : "Low" }] }
    expect((await send("import", next)).body).toEqual({ added: 0, changed: 1, same: 0 })
    expect((await send("import", next)).body).toEqual({ added: 0, changed: 0, same: 1 })
  })
  test("with a bad item or of another format changes nothing", async () => {
    const before = await out()
    const bad = {
      items: [
        { ...item, guid: "x" },
        { ...item, guid: "y", severity: "Huge" },
      ],
    }
    expect((await send("preview", bad)).body.refused).toEqual([{ row: 2, reason: expect.stringContaining("Huge") }])
    expect([(await send("import", bad)).body.code, (await send("import", "{")).body.code]).toEqual([
      ...["rows-refused", "unreadable-file"],
    ])
    expect((await send("import", { items: [{ text: 1 }] })).status).toBe(422)
    expect(await out()).toEqual(before)
  })
})
