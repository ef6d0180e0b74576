import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { findEvidence } from "@/lib/assurance/server/evidence"
import { checksOf } from "@/lib/assurance/server/queries"
import { findResponsibilities } from "@/lib/assurance/server/responsibilities"
import { findSignOffs } from "@/lib/assurance/server/sign-offs"
import { findWaivers } from "@/lib/assurance/server/waivers"
import { closeDatabase, database } from "@/lib/base/db/client"
import { dayOf, isDay, ordinalOf } from "@/lib/base/kernel/day"
import { NIL_ID } from "@/lib/base/kernel/id"
import { findDemo } from "@/lib/demo/server/load"
import { commandLine, removeDemo } from "@/lib/demo/server/remove"
import { cast } from "@/lib/demo/story/cast"
import { storyEvents } from "@/lib/demo/story/story-events"
import { verify } from "@/lib/door/audit/server/verify"
import { findForecast, findRuns } from "@/lib/plan/forecast/server/queries"
import { compareScenario, findScenarios } from "@/lib/plan/forecast/server/scenarios"
import { findRegister } from "@/lib/plan/risks/server/queries"
import { listBaselines } from "@/lib/plan/roadmap/server/baselines"
import { findFactSets } from "@/lib/platform/facts/server/queries"
import { createDatabase, type TestDatabase } from "../support/database"
import { loadStory, storyDay as now, type Story } from "../support/story"
import { leadOf, outcomeOf, storyToday as today } from "../support/story-outcome"
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
  toldAgain = await outcomeOf(await loadStory(second))
  story = await loadStory(fresh)
  told = await outcomeOf(story)
  programmeId = story.programmeId
}, 480_000)
afterAll(async () => {
  await closeDatabase()
  await Promise.all([fresh.drop(), second.drop()])
})

const items = () => database().prisma.workItem.findMany({ where: { programmeId } })
const statusOf = async (packKey: string) => (await items()).find((item) => item.packKey === packKey)?.status

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
    expect(comments.length).toBe(storyEvents.filter(({ does }) => does === "comment").length)
  })
  test("foresaw that Gate 2 would slip, eight weeks before its target day and ever after", async () => {
    const gateId = story.gates.get("ingestion-gate")
    const { startDay } = await database().prisma.programme.findFirstOrThrow({ where: { id: programmeId } })
    const promised = dayOf(ordinalOf(dayOf(startDay.getTime() / 86_400_000)) + 340)
    const { items: runs } = await findRuns(leadOf(story))
    const said = runs.toReversed().map(({ statusDay, gates }) => ({
      statusDay,
      p80: gates.find((gate) => gate.gateId === gateId)?.p80 ?? promised,
    }))
    const since = said.findIndex(({ p80 }) => p80 > promised)
    expect(since).toBeGreaterThan(3)
    expect(ordinalOf(promised) - ordinalOf(said[since]?.statusDay ?? promised)).toBeGreaterThanOrEqual(56)
    expect(said.slice(since).every(({ p80 }) => p80 > promised)).toBe(true)
    const { forecast, outOfDate } = await findForecast(leadOf(story))
    expect(outOfDate).toBe(false)
    expect(forecast?.percentages).toBe(true)
    expect(forecast?.moved?.causes.length).toBeGreaterThan(0)
    const target = forecast?.targets.find((each) => each.gateId === gateId)
    expect(target?.chance).toBeLessThan(0.2)
    expect((said.at(-1)?.p80 ?? "") > (target?.targetDay ?? "")).toBe(true)
  })
  test("can tell how its forecasts did: not all of the P80s of the passed gates came true", async () => {
    const { score } = await findRuns(leadOf(story))
    const { times } = score.cameTrue.find(({ name }) => name === "p80") ?? { times: 0 }
    expect(score.of).toBeGreaterThan(4)
    expect(times).toBeGreaterThan(0)
    expect(times).toBeLessThan(score.of)
    expect(score.sentence).toContain("past P80 dates met")
  })
  test("holds its plan against three baselines, and keeps a what-if that brings Gate 2 forward", async () => {
    const { items: baselines } = await listBaselines(leadOf(story))
    expect(baselines.map(({ name }) => name)).toEqual([
      ...["Before the year's last steering", "Steering at mid-year", "Plan as approved"],
    ])
    const [scenario] = (await findScenarios(leadOf(story))).items
    const compared = await compareScenario(leadOf(story), { scenarioId: scenario?.id ?? "" })
    if (!compared.ok) throw new Error(compared.refusal)
    const gate = compared.value.gates.find(({ gateId }) => gateId === story.gates.get("ingestion-gate"))
    expect(gate?.days).toBeLessThan(0)
  })
  test("weighs its risks: better, worse and steady, one that came true, one that nobody answers in time", async () => {
    const { items: register } = await findRegister(leadOf(story))
    const kinds = (kind: string) => register.filter((entry) => entry.kind === kind)
    expect(kinds("risk").length).toBeGreaterThanOrEqual(7)
    expect(new Set(register.map(({ kind }) => kind)).size).toBe(4)
    expect(new Set(register.map(({ trend }) => trend))).toEqual(new Set(["better", "worse", "steady"]))
    const sap = kinds("issue").find(({ state, fromId }) => state === "open" && fromId)
    expect(register.find(({ id }) => id === sap?.fromId)?.state).toBe("came_true")
    expect(register.some(({ kind, state }) => kind === "risk" && state === "closed")).toBe(true)
    expect(register.filter(({ overdue }) => overdue).map(({ title }) => title)).toEqual([
      "How long raw payments are kept is not decided",
    ])
  })
  test("passed Gates 0 and 1 by two signatures each, and nothing after them", async () => {
    const { items } = await findSignOffs(leadOf(story))
    const gates = items.filter(({ kind }) => kind === "gate")
    expect(gates.map(({ state }) => state)).toEqual(["signed", "signed", "open", "open", "open"])
    for (const gate of gates.slice(0, 2))
      expect(gate.signatures.map(({ person }) => person.name)).toEqual(["Kwame Osei", "Ingrid Solberg"])
    const { items: answering } = await findResponsibilities(leadOf(story))
    expect(new Set(answering.map(({ key }) => key)).size).toBe(7)
    expect(answering.filter(({ deputy }) => deputy)).toMatchObject([{ key: "data-protection" }])
  })
  test("signed one criterion that a fact contradicts now", async () => {
    const checks = new Map((await checksOf(programmeId, today)).map((check) => [check.id, check]))
    const { items } = await findSignOffs(leadOf(story))
    const [line, ...others] = items.filter(({ kind, state }) => kind === "criterion" && state !== "open")
    expect(others).toEqual([])
    expect(line).toMatchObject({ key: "data-governance-and-security-implemented", state: "contradicted" })
    expect(line?.signatures).toHaveLength(2)
    const against = line?.contradictedBy.map((id) => checks.get(id)).filter((check) => !check?.waived)
    expect(against).toMatchObject([{ key: "no-open-grants", verdict: "not-met" }])
  })
  test("proves much, not all, and says what it cannot tell; many verdicts turned to met with newer facts", async () => {
    const { items: sets } = await findFactSets(leadOf(story))
    expect(sets.filter(({ source }) => source === "bundle")).toHaveLength(3)
    expect(new Set(sets.map(({ source }) => source))).toEqual(new Set(["bundle", "rest", "sat", "ucx"]))
    const checks = await checksOf(programmeId, today)
    expect(checks.filter(({ verdict }) => verdict === "met").length).toBeGreaterThan(40)
    const facts = checks.filter(({ kind }) => kind === "fact")
    for (const verdict of ["met", "not-met", "could-not-tell"] as const)
      expect(facts.filter((check) => check.verdict === verdict).length, verdict).toBeGreaterThan(8)
    const turned = await database().prisma.verdict.count({ where: { programmeId, seq: { gt: 1 }, verdict: "met" } })
    expect(turned).toBeGreaterThan(10)
  })
  test("has waivers that stand and one that waits, and evidence in every standing but withdrawn", async () => {
    const { items: waivers } = await findWaivers(leadOf(story))
    expect(waivers.map(({ state }) => state).sort()).toEqual(["asked-for", "stands"])
    const soon = dayOf(ordinalOf(today) + 28)
    expect(waivers.some(({ state, expiresOn }) => state === "stands" && expiresOn <= soon)).toBe(true)
    expect(waivers.every(({ requestedBy, approvedBy }) => requestedBy.id !== approvedBy?.id)).toBe(true)
    const { items: evidence } = await findEvidence(leadOf(story), {})
    const states = new Set(evidence.map(({ state }) => state))
    expect(states).toEqual(new Set(["accepted", "waiting", "expired", "rejected"]))
    expect(evidence.some(({ kind, fileSize }) => kind === "file" && fileSize)).toBe(true)
    const nearly = dayOf(ordinalOf(today) + 14)
    expect(evidence.some(({ state, validUntil }) => state === "accepted" && validUntil && validUntil <= nearly)).toBe(
      true,
    )
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
    const began = performance.now()
    expect((await removeDemo(commandLine(now), programmeId)).ok).toBe(true)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await findDemo()).toBeNull()
    const columns = await database().prisma.$queryRaw<{ table_name: string; column_name: string }[]>`
      SELECT c.table_name, c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
      WHERE c.table_schema = current_schema() AND c.column_name IN ('programme_id', 'chain_id')`
    expect(columns.length).toBeGreaterThan(30)
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
