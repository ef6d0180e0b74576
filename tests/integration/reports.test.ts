import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/db/client"
import type { OverviewView } from "@/lib/reports/views"
import type { WorkItemView } from "@/lib/roadmap/work-item"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let items: readonly WorkItemView[]
beforeAll(async () => {
  world = await makeWorld()
  items = await world.items()
})
afterAll(() => world.end())

const path = (rest: string) => `/programmes/${world.programmeId}/${rest}`
async function overview(who: Someone): Promise<OverviewView> {
  const reply = await ask(who, "GET", path("overview"))
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}
const look = async (who: Someone) =>
  (await ask(who, "POST", path("visits"), { seq: (await overview(who)).seq })).body.noted
/** Moves what is noted of somebody's visits into the past, as if he had come then. */
const letTimePass = (who: Someone, minutes: number) =>
  database().pool.query(
    `UPDATE visit SET at = at - make_interval(mins => $2), previous_at = previous_at - make_interval(mins => $2) WHERE user_id = $1`,
    [who.userId, minutes],
  )
const said = ({ answer }: OverviewView) => answer.map(({ text }) => text).join("")
const titles = ({ changes }: OverviewView) => changes.list.map(({ title }) => title)
async function change(who: Someone, index: number, changes: object) {
  const item = items[index]
  const version = (await world.items()).find(({ id }) => id === item?.id)?.version
  const reply = await ask(who, "PATCH", path(`work-items/${item?.id}`), { version, ...changes })
  expect(reply.status, reply.text).toBe(200)
}

describe("the overview", () => {
  test("of a fresh programme says when the first gate is planned, and that nothing is due or done yet", async () => {
    const view = await overview(world.members.executive)
    expect(said(view)).toMatch(
      /^By the plan Gate 0 is reached on \d+ \w+( \d{4})?\. None of \d+ checks is due yet, 0 of /,
    )
    expect(view.stages).toHaveLength(11)
    expect(view.phases.map(({ gate }) => gate?.name ?? null)).toEqual([
      ...["Gate 0", "Gate 1", "Gate 2", "Gate 3", "Gate 4"],
      null,
    ])
    expect(view.checklist).toHaveLength(6)
    expect(view.checklist.every(({ mark }) => mark === "not-due")).toBe(true)
  })

  test("counts nothing as proved when checks become due, since nothing could tell", async () => {
    const roadmap = (await ask(world.members.lead, "GET", path("roadmap"))).body
    const [gate] = roadmap.gates
    await ask(world.members.lead, "PATCH", path(`gates/${gate.id}`), { version: gate.version, targetDay: "2026-01-30" })
    const view = await overview(world.members.executive)
    expect(said(view)).toMatch(/working days after its target\. 0 of \d+ due checks are proved, 0 of \d+ work items/)
    expect(view.checklist.map(({ note }) => note)).toContain("could not tell")
  })

  test("is not found by a member of another programme", async () => {
    expect((await ask(world.stranger, "GET", path("overview"))).status).toBe(404)
    expect((await ask(world.stranger, "POST", path("visits"), { seq: 1 })).status).toBe(404)
  })
})

describe("what changed since my last visit", () => {
  test("reading notes nothing, and a visit is noted once in half an hour without an event", async () => {
    const { auditor } = world.members
    const before = await overview(auditor)
    expect(before.changes.basis).toBe("two-weeks")
    expect(await look(auditor)).toBe(true)
    expect(await look(auditor)).toBe(false)
    const after = await overview(auditor)
    expect(after.changes.basis).toBe("two-weeks")
    expect(after.seq).toBe(before.seq)
    await letTimePass(auditor, 31)
    expect((await overview(auditor)).changes).toMatchObject({ basis: "last-visit", list: [] })
  })

  test("tells what others did since then, and during the new visit still the same", async () => {
    const { executive, lead } = world.members
    await look(executive)
    await letTimePass(executive, 60)
    await change(lead, 0, { status: "blocked", reason: "No licence yet" })
    await change(lead, 1, { status: "done" })
    const view = await overview(executive)
    expect(titles(view).slice(-2)).toEqual([`Blocked: ${items[0]?.title}`, `Reported done: ${items[1]?.title}`])
    expect(view.changes.list.find(({ title }) => title.startsWith("Blocked"))?.detail).toBe("No licence yet, by lead")
    expect(await look(executive)).toBe(true)
    expect((await overview(executive)).changes.list).toEqual(view.changes.list)
    await letTimePass(executive, 60)
    expect((await overview(executive)).changes.list).toEqual([])
  })

  test("does not tell somebody of what he did himself", async () => {
    const { lead } = world.members
    await look(lead)
    await letTimePass(lead, 60)
    await change(lead, 2, { status: "done" })
    expect(titles(await overview(lead)).filter((title) => title.startsWith("Reported"))).toEqual([])
  })

  test("a seq from the future hides nothing that happens later", async () => {
    const { architect, lead } = world.members
    await ask(architect, "POST", path("visits"), { seq: 2_000_000_000 })
    await letTimePass(architect, 60)
    await change(lead, 3, { status: "done" })
    expect(titles(await overview(architect))).toContain(`Reported done: ${items[3]?.title}`)
  })
})

describe("what waits for me", () => {
  test("is my blocked work, and for a lead what begins soon without an owner", async () => {
    const { contributor, lead } = world.members
    await change(lead, 4, { ownerId: contributor.personId, status: "blocked", reason: "Waiting for access" })
    expect((await overview(contributor)).waiting[0]).toMatchObject({
      title: `Blocked: ${items[4]?.title}`,
      detail: "Waiting for access",
    })
    const forLead = (await overview(lead)).waiting.map(({ title }) => title)
    expect(forLead.some((title) => title.endsWith("without an owner"))).toBe(true)
    expect((await overview(contributor)).waiting.some(({ title }) => title.endsWith("without an owner"))).toBe(false)
  })
})

describe("the portfolio", () => {
  test("holds the asker's programmes with phase and next gate, and no others", async () => {
    const reply = await ask(world.members.executive, "GET", "/portfolio")
    expect(reply.body.items).toHaveLength(1)
    expect(reply.body.items[0]).toMatchObject({ name: "One", role: "executive", nextGate: { name: "Gate 0" } })
  })
})

describe("the releases", () => {
  test("are listed, and one is outlined in less than 100 kB", async () => {
    const list = await ask(world.stranger, "GET", "/releases")
    expect(list.body.items.map(({ key }: { key: string }) => key)).toContain("2026.1")
    const outline = await ask(world.stranger, "GET", "/releases/2026.1")
    expect(outline.body.stages).toHaveLength(11)
    expect(outline.text.length).toBeLessThan(100_000)
    expect((await ask(world.stranger, "GET", "/releases/1999.1")).status).toBe(404)
  })
})
