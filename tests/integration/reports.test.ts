import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { OverviewView } from "@/lib/reports/views"
import { bundleCsv, daysAgo, declareScope, sendFacts } from "../support/facts"
import { ask, makeMember, makeProgramme, makeWorld, type Someone, type World } from "../support/world"

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
/** Moves what is noted of somebody's visits into the past, as if they had come then. */
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
    expect(said(view)).toMatch(/^Gate 0 is planned for \d+ \w+( \d{4})?\. None of \d+ checks is due yet, 0 of /)
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
    expect(view.checklist.map(({ note }) => note)).toContain("unknown")
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

  test("does not tell somebody of what they did themselves", async () => {
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

describe("forecasts on the overview", () => {
  test("are told as the answer once one was made, as a range from unconfirmed estimates", async () => {
    const { executive, lead } = world.members
    await look(executive)
    await letTimePass(executive, 60)
    expect((await ask(lead, "POST", path("forecasts"), {})).status).toBe(200)
    const view = await overview(executive)
    expect(said(view)).toMatch(
      /^Gate 0: (between .+ and|on) .+, estimates unconfirmed\. \d+ of \d+ due checks are proved\./,
    )
    expect(said(view)).not.toContain("%")
    expect(titles(view)).toContain("The first forecast was made")
    expect(view.phases[0]?.gate).toMatchObject({ forecast: { percentages: false, current: true } })
    expect(view.phases[0]?.gate?.track?.until).toBeGreaterThanOrEqual(0)
    const portfolio = (await ask(executive, "GET", "/portfolio")).body.items[0]
    expect(portfolio.nextGate.forecast.words).toMatch(/^(between|on) /)
  })

  test("say that they are out of date when the plan changed, and nothing is simulated on reading", async () => {
    const { executive, lead } = world.members
    const runs = () => database().prisma.forecastRun.count({ where: { programmeId: world.programmeId } })
    const before = await runs()
    await change(lead, 5, { estimate: { optimistic: 10, likely: 40, pessimistic: 90 } })
    const view = await overview(executive)
    expect(said(view)).toMatch(/^Today's earlier forecast\. Gate 0: /)
    expect(view.basis[0]).toMatchObject({ behind: { list: "forecast" } })
    expect(view.basis[0]?.text).toBe("The plan has changed since; run a new forecast.")
    expect(await runs()).toBe(before)
  })

  test("are one answer that is the same while nothing changes", async () => {
    const { executive } = world.members
    const first = await ask(executive, "GET", path("overview"))
    const headers = { "if-none-match": first.headers.get("etag") ?? "" }
    expect((await ask(executive, "GET", path("overview"), undefined, { headers })).status).toBe(304)
  })
})

describe("risks on the overview", () => {
  test("are the open ones by exposure", async () => {
    const { executive, lead } = world.members
    for (const [title, probability] of [
      ["Licence comes late", 0.2],
      ["Masking is harder", 0.6],
    ] as const)
      await ask(lead, "POST", path("register"), { kind: "risk", title, probability, impact: 4 })
    await ask(lead, "POST", path("register"), { kind: "risk", title: "Nobody weighed it" })
    const view = await overview(executive)
    expect(view.risks.map(({ title, exposure }) => [title, exposure])).toEqual([
      ["Masking is harder", 2.4],
      ["Licence comes late", 0.8],
    ])
  })
})

describe("proof on the overview", () => {
  let checkId: string
  let lineId: string
  const ask200 = async (who: Someone, method: string, to: string, body?: unknown) => {
    const reply = await ask(who, method, path(to), body)
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  }
  const handIn = (who: Someone, more = {}) =>
    ask200(who, "POST", `checks/${checkId}/evidence`, { title: "The minutes", note: "All agreed.", ...more })
  const waitingOf = async (who: Someone) => (await overview(who)).waiting.map(({ title }) => title)
  const lineOf = async (who: Someone) => (await overview(who)).checklist.find(({ id }) => id === lineId)
  const sign = async (who: Someone, responsibility: string) => {
    const { hash } = await ask200(who, "GET", `sign-offs/criterion/${lineId}/statement`)
    return ask200(who, "POST", `sign-offs/criterion/${lineId}/signatures`, { responsibility, statementHash: hash })
  }

  beforeAll(async () => {
    const { lead, executive, architect } = world.members
    const day = { fromDay: "2026-01-01" }
    await ask200(lead, "POST", "responsibilities", { key: "sponsor", personId: executive.personId, ...day })
    await ask200(lead, "POST", "responsibilities", { key: "security", personId: architect.personId, ...day })
    checkId = (await ask200(lead, "POST", "checks", { sentence: "The business agrees." })).id
    const made = { name: "It is agreed", signerRoles: ["sponsor", "security"], checkIds: [checkId] }
    lineId = (await ask200(lead, "POST", "criteria", made)).id
  })

  test("evidence waits for those who may accept it and did not write it", async () => {
    const { lead, contributor, executive } = world.members
    const piece = await handIn(contributor)
    const title = "1 piece of evidence is awaiting review"
    expect(await waitingOf(lead)).toContain(title)
    expect(await waitingOf(contributor)).not.toContain(title)
    await ask200(lead, "POST", `evidence/${piece.id}/judgement`, { version: piece.version, accepted: true, reason: "" })
    await look(executive)
    expect(await lineOf(lead)).toMatchObject({ signOff: "ready", note: "ready to sign" })
  })

  test("a line waits for those who may sign it, begins with the first and is signed with the second", async () => {
    const { executive, architect, lead } = world.members
    const title = "Ready for your signature: It is agreed"
    expect(await waitingOf(executive)).toContain(title)
    expect(await waitingOf(lead)).not.toContain(title)
    await sign(executive, "sponsor")
    expect(await waitingOf(executive)).not.toContain(title)
    expect(await lineOf(lead)).toMatchObject({ signOff: "begun", note: "1 of 2 signed" })
    await sign(architect, "security")
    expect(await lineOf(lead)).toMatchObject({ signOff: "signed", contradictedBy: [] })
    expect(titles(await overview(lead))).toEqual(
      expect.arrayContaining(["Signed off: It is agreed", "Proved: The business agrees."]),
    )
  })

  test("a waiver waits for those who may approve it and did not ask", async () => {
    const { lead, architect, executive } = world.members
    const { id } = await ask200(lead, "POST", "checks", { sentence: "The link is private." })
    const waiver = { reason: "The sandbox has none.", expiresOn: daysAgo(-90).slice(0, 10) }
    await ask200(architect, "POST", `checks/${id}/waivers`, waiver)
    const title = "Waiver to review: The link is private."
    expect(await waitingOf(lead)).toContain(title)
    expect(await waitingOf(architect)).not.toContain(title)
    expect(titles(await overview(executive))).toContain("Waiver requested: The link is private.")
  })
})

describe("a signature that facts contradict", () => {
  test("is told in the answer, on its line, as news, to its signers and to the check's owner first", async () => {
    const programmeId = await makeProgramme(world.admin, "Contradicted")
    const at = (rest: string) => `/programmes/${programmeId}/${rest}`
    const [lead, sponsor, security, owner] = [
      await makeMember(programmeId, "leader", "lead"),
      await makeMember(programmeId, "sponsor", "executive"),
      await makeMember(programmeId, "security", "architect"),
      await makeMember(programmeId, "owner", "contributor"),
    ]
    await declareScope({ programmeId, members: { ...world.members, lead } })
    const ask200 = async (who: Someone, method: string, to: string, body?: unknown) => {
      const reply = await ask(who, method, at(to), body)
      expect(reply.status, reply.text).toBe(200)
      return reply.body
    }
    const facts = async (value: number, days: number) => {
      const body = bundleCsv([{ metric: "runs-succeeded", value, n: 200, asOf: daysAgo(days) }])
      expect((await sendFacts({ programmeId }, lead, { body })).status).toBe(200)
    }
    const seen = async (who: Someone): Promise<OverviewView> => ask200(who, "GET", "overview")
    const waiting = async (who: Someone) => (await seen(who)).waiting.map(({ title }) => title)
    for (const [key, person] of [
      ["sponsor", sponsor],
      ["security", security],
    ] as const)
      await ask200(lead, "POST", "responsibilities", { key, personId: person.personId, fromDay: "2026-01-01" })
    const checks = (await ask200(lead, "GET", "checks")).items
    const check = checks.find(({ key }: { key: string }) => key === "runs-succeed")
    await ask200(lead, "PATCH", `checks/${check.id}`, { version: check.version, ownerId: owner.personId })
    const made = { name: "Runs are steady", signerRoles: ["sponsor", "security"], checkIds: [check.id] }
    const { id } = await ask200(lead, "POST", "criteria", made)
    await facts(0.99, 1.5)
    for (const [responsibility, person] of [
      ["sponsor", sponsor],
      ["security", security],
    ] as const) {
      const { hash } = await ask200(person, "GET", `sign-offs/criterion/${id}/statement`)
      await ask200(person, "POST", `sign-offs/criterion/${id}/signatures`, { responsibility, statementHash: hash })
    }
    expect((await seen(sponsor)).waiting).toEqual([])

    await facts(0.6, 1)
    const mine = `: ${check.sentence}`
    expect((await waiting(owner))[0]).toBe(`Signed off, now not met${mine}`)
    expect((await waiting(sponsor)).some((title) => title.includes("contradicted"))).toBe(false)
    expect((await seen(lead)).checklist.find((line) => line.id === id)?.signOff).toBe("signed")

    await facts(0.5, 0.5)
    const view = await seen(sponsor)
    expect((await waiting(owner))[0]).toBe(`Contradicts a sign-off${mine}`)
    expect(view.waiting[0]).toMatchObject({
      ...{ title: "Contradicted since you signed off: Runs are steady", tone: "needs-you" },
      behind: { list: "checklist", line: id },
    })
    expect(view.checklist.find((line) => line.id === id)).toMatchObject({
      ...{ signOff: "contradicted", note: "contradicted since sign-off" },
      contradictedBy: [{ checkId: check.id, sentence: check.sentence }],
    })
    expect(said(view)).toMatch(/, 1 sign-off is contradicted, /)
    expect(view.changes.list[0]).toMatchObject({
      ...{ title: "Contradicted since sign-off: Runs are steady", tone: "needs-you" },
      behind: { list: "checklist", line: id, check: check.id },
    })
    expect(view.changes.list.map(({ title }) => title)).toContain("Facts were imported 3 times")
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
