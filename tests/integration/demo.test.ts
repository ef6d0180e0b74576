import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { verify } from "@/lib/audit/server/verify"
import { closeDatabase, database } from "@/lib/db/client"
import { ensureDemoAdmin } from "@/lib/demo/server/admin"
import { findDemo, loadDemo } from "@/lib/demo/server/load"
import { commandLine, removeDemo } from "@/lib/demo/server/remove"
import { cast } from "@/lib/demo/story/cast"
import { NIL_ID } from "@/lib/kernel/id"
import { createDatabase, type TestDatabase } from "../support/database"
import { makeProgramme, makeUser } from "../support/world"

const now = new Date("2026-11-20T15:00:00Z")
let fresh: TestDatabase
let programmeId: string

beforeAll(async () => {
  fresh = await createDatabase()
  process.env.DATABASE_URL = fresh.url
  const { userId } = await ensureDemoAdmin(now)
  programmeId = (await loadDemo(userId, now)).programmeId
}, 240_000)
afterAll(async () => {
  await closeDatabase()
  await fresh.drop()
})

const items = () => database().prisma.workItem.findMany({ where: { programmeId } })
const statusOf = async (packKey: string) => (await items()).find((item) => item.packKey === packKey)?.status

describe("the demo programme", () => {
  test("tells its story: two phases are done, ingestion is held up, analytics has hardly begun", async () => {
    expect(await statusOf("connect-sap")).toBe("blocked")
    expect(await statusOf("set-hipaa-policy")).toBe("dropped")
    expect(await statusOf("test-access-by-role")).toBe("done")
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
    expect(done[4]).toBeLessThan(0.2)
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
    expect(events.length).toBeGreaterThan(1000)
    expect((await verify(programmeId)).intact).toBe(true)
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
    expect(await database().prisma.user.count({ where: { email: { endsWith: "@northbridge.example" } } })).toBe(0)
    const last = await database().prisma.auditEvent.findFirst({ where: { chainId: NIL_ID }, orderBy: { seq: "desc" } })
    expect(last).toMatchObject({ type: "demo.removed", subjectId: programmeId })
    expect((await verify(NIL_ID)).intact).toBe(true)
  })
})
