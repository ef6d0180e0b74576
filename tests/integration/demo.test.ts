import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { verify } from "@/lib/audit/server/verify"
import { closeDatabase, database } from "@/lib/db/client"
import { findDemo } from "@/lib/demo/server/load"
import { commandLine, removeDemo } from "@/lib/demo/server/remove"
import { beats } from "@/lib/demo/story/beats"
import { cast } from "@/lib/demo/story/cast"
import { isDay, ordinalOf } from "@/lib/kernel/day"
import { NIL_ID } from "@/lib/kernel/id"
import { createDatabase, type TestDatabase } from "../support/database"
import { loadStory, storyDay as now, type Story } from "../support/story"
import { ask, makeProgramme, makeUser } from "../support/world"

let fresh: TestDatabase
let second: TestDatabase
let story: Story
let told: string
let toldAgain: string
let programmeId: string

beforeAll(async () => {
  second = await createDatabase()
  fresh = await createDatabase()
  toldAgain = await outcome(await loadStory(second))
  story = await loadStory(fresh)
  told = await outcome(story)
  programmeId = story.programmeId
}, 480_000)
afterAll(async () => {
  await closeDatabase()
  await Promise.all([fresh.drop(), second.drop()])
})

const items = () => database().prisma.workItem.findMany({ where: { programmeId } })
const statusOf = async (packKey: string) => (await items()).find((item) => item.packKey === packKey)?.status

/** What the story left behind, without the ids that chance made. */
async function outcome({ programmeId: id }: Story): Promise<string> {
  const { prisma } = database()
  const people = new Map(
    (await prisma.person.findMany({ where: { programmeId: id } })).map((each) => [each.id, each.name]),
  )
  const rows = await prisma.workItem.findMany({ where: { programmeId: id }, orderBy: { number: "asc" } })
  const events = await prisma.auditEvent.findMany({ where: { chainId: id }, orderBy: { seq: "asc" } })
  const comments = await prisma.comment.findMany({ where: { programmeId: id }, orderBy: { createdAt: "asc" } })
  return JSON.stringify({
    items: rows.map(({ number, title, status, percent, reason, likely, actualStart, actualFinish, ownerId, rank }) => [
      ...[number, title, status, percent, reason, likely, actualStart, actualFinish, rank],
      people.get(ownerId ?? ""),
    ]),
    events: events.map(({ at, type, actorId }) => [at, type, people.get(actorId ?? "")]),
    comments: comments.map(({ body, authorId, createdAt }) => [body, people.get(authorId), createdAt]),
  })
}

describe("the demo programme", () => {
  test("tells its story: two phases are done, ingestion is held up, analytics has hardly begun", async () => {
    expect(await statusOf("connect-sap")).toBe("blocked")
    expect(await statusOf("set-hipaa-policy")).toBe("dropped")
    expect(await statusOf("reconcile-loads")).toBe("done")
    const phases = await database().prisma.phase.findMany({
      where: { programmeId },
      include: { workstreams: { include: { workItems: { where: { phaseId: null } } } } },
      orderBy: { number: "asc" },
    })
    const done = phases.map(({ workstreams }) => {
      const all = workstreams.flatMap(({ workItems }) => workItems).filter(({ status }) => status !== "dropped")
      return all.filter(({ status }) => status === "done").length / all.length
    })
    expect(done[0]).toBe(1)
    expect(done[1]).toBe(1)
    expect(done[2]).toBeGreaterThan(0.5)
    expect(done[2]).toBeLessThan(1)
    expect(done[3]).toBeGreaterThan(0.3)
    expect(done[3]).toBeLessThan(0.7)
    expect(done[4]).toBeLessThan(0.2)
  })
  test("reached Gate 0 in time and Gate 1 as late as it had said, and will be late for Gate 2", async () => {
    const lead = await story.signIn("Helen Brandt")
    const targets = new Map(
      (await ask(lead, "GET", `/programmes/${programmeId}/roadmap`)).body.gates.map(
        ({ id, targetDay }: { id: string; targetDay: string }) => [id, targetDay],
      ),
    )
    const dates: { gates: { id: string; day: string }[] } = (
      await ask(lead, "GET", `/programmes/${programmeId}/schedule`)
    ).body
    const lateness = (key: string): number => {
      const id = story.gates.get(key)
      const target = targets.get(id)
      const planned = dates.gates.find((gate) => gate.id === id)?.day
      if (typeof target !== "string" || !planned || !isDay(target) || !isDay(planned))
        throw new Error(`no days of ${key}`)
      return ordinalOf(planned) - ordinalOf(target)
    }
    expect(lateness("assessment-gate")).toBeLessThanOrEqual(0)
    expect(Math.abs(lateness("foundation-gate"))).toBeLessThanOrEqual(3)
    expect(lateness("ingestion-gate")).toBeGreaterThan(3)
    expect(lateness("ingestion-gate")).toBeLessThan(28)
  })
  test("has a year of history in the order in which it happened, none of it after the present, and its chain is intact", async () => {
    const events = await database().prisma.auditEvent.findMany({
      where: { chainId: programmeId },
      orderBy: { seq: "asc" },
    })
    const times = events.map(({ at }) => at.getTime())
    expect([...times].sort((a, b) => a - b)).toEqual(times)
    expect(now.getTime() - (times[0] ?? 0)).toBeGreaterThan(360 * 86_400_000)
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    expect(now.getTime() - (times.at(-1) ?? 0)).toBeLessThan(4 * 86_400_000)
    expect(events.length).toBeGreaterThan(1000)
    expect((await verify(programmeId)).intact).toBe(true)
  })
  test("is worked on working days only", async () => {
    const { holidays } = (await ask(await story.signIn("Helen Brandt"), "GET", `/programmes/${programmeId}/roadmap`))
      .body.programme
    const free = new Set(holidays.map(({ day }: { day: string }) => day))
    const comments = await database().prisma.comment.findMany({ where: { programmeId } })
    const days = comments.map(({ createdAt }) => createdAt)
    expect(days.filter((at) => [0, 6].includes(at.getUTCDay()))).toEqual([])
    expect(days.filter((at) => free.has(at.toISOString().slice(0, 10)))).toEqual([])
    expect(comments.length).toBe(beats.filter(({ does }) => does === "comment").length)
  })
  test("is the same each time it is told on the same day", () => {
    expect(told).toBe(toldAgain)
  })
  test("lets nobody in with a password that somebody could know", async () => {
    const people = await database().prisma.user.findMany({
      where: { email: { in: [...cast.values()].map(({ email }) => email) } },
    })
    expect(people.length).toBe([...cast.values()].filter(({ access }) => access).length)
    expect(people.every(({ admin, passwordHash }) => !admin && passwordHash?.startsWith("$argon2id$"))).toBe(true)
  })
})

describe("removing it", () => {
  test("is refused for a programme that is no demo", async () => {
    const admin = await makeUser("somebody", { admin: true })
    const other = await makeProgramme(admin, "Real")
    expect(await removeDemo(commandLine(now), other)).toMatchObject({ ok: false, refusal: "not-a-demo" })
  })
  test("leaves nothing of it in any table, and the installation's chain says so", async () => {
    const people = [...story.people.values()].flatMap(({ userId }) =>
      userId && userId !== story.adminId ? [userId] : [],
    )
    expect(people.length).toBeGreaterThan(5)
    const somebody = await story.signIn("Marta Ruiz")
    const comment = { body: "One more." }
    const item = `/programmes/${programmeId}/work-items/${story.items.get("connect-sap")}/comments`
    const key = { headers: { "idempotency-key": "a-comment-of-the-story" } }
    expect((await ask(somebody, "POST", item, comment, key)).status).toBe(200)
    expect((await removeDemo(commandLine(now), programmeId)).ok).toBe(true)
    expect(await findDemo()).toBeNull()
    const columns = await database().prisma.$queryRaw<{ table_name: string; column_name: string }[]>`
      SELECT c.table_name, c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
      WHERE c.table_schema = current_schema() AND c.column_name IN ('programme_id', 'chain_id')`
    expect(columns.length).toBeGreaterThan(12)
    for (const { table_name, column_name } of columns) {
      const text = `SELECT count(*)::int AS left FROM "${table_name}" WHERE "${column_name}" = '${programmeId}'`
      const [row] = await database().prisma.$queryRawUnsafe<{ left: number }[]>(text)
      expect(row?.left, table_name).toBe(0)
    }
    const ofPeople = await database().prisma.$queryRaw<{ table_name: string }[]>`
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'user_id'`
    expect(ofPeople.length).toBeGreaterThan(5)
    for (const { table_name } of ofPeople) {
      const text = `SELECT count(*)::int AS left FROM "${table_name}" WHERE user_id::text = ANY ($1)`
      const [row] = await database().prisma.$queryRawUnsafe<{ left: number }[]>(text, people)
      expect(row?.left, table_name).toBe(0)
    }
    expect(await database().prisma.user.count({ where: { email: { endsWith: "@northbridge.example" } } })).toBe(0)
    const last = await database().prisma.auditEvent.findFirst({ where: { chainId: NIL_ID }, orderBy: { seq: "desc" } })
    expect(last).toMatchObject({ type: "demo.removed", subjectId: programmeId })
    expect((await verify(NIL_ID)).intact).toBe(true)
  })
})
