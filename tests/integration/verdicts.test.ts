import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CheckView } from "@/lib/assurance/contract"
import { checksOf } from "@/lib/assurance/server/queries"
import { database } from "@/lib/base/db/client"
import { toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { type Day, dayIn, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { InstallationActor } from "@/lib/door/access/actor"
import { judgeByDay } from "@/lib/platform/facts/server/judge-by-day"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import { bundleCsv, daysAgo, declareScope, sendFacts } from "../support/facts"
import { ask, makeMember, makeProgramme, makeWorld, type Someone, type World } from "../support/world"

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await declareScope(world)
})
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const today = () => dayIn("Europe/Berlin", new Date())
const later = (days: number): Day => dayOf(ordinalOf(today()) + days)
const check = async (key: string): Promise<CheckView> =>
  (await ask(world.members.auditor, "GET", `${path()}/checks`)).body.items.find((each: CheckView) => each.key === key)
const detail = async (key: string) =>
  (await ask(world.members.auditor, "GET", `${path()}/checks/${(await check(key)).id}`)).body
const bring = (rows: Parameters<typeof bundleCsv>[0]) => sendFacts(world, world.members.lead, { body: bundleCsv(rows) })
const onDay = async (key: string, day: Day) => (await checksOf(world.programmeId, day)).find((each) => each.key === key)

describe("verdicts of facts", () => {
  test("keep what they were judged on, and every change of it", async () => {
    await bring([{ metric: "runs-succeeded", value: 0.9, n: 200, asOf: daysAgo(1) }])
    await bring([{ metric: "runs-succeeded", value: 0.99, n: 220, asOf: daysAgo(0) }])
    const { check: now, facts, factCount, history, contradicted } = await detail("runs-succeed")
    expect(now).toMatchObject({
      verdict: "met",
      rule: { sentence: "at least 97%, over at least 20, not older than 2 days" },
    })
    expect([factCount, contradicted]).toEqual([1, false])
    expect(facts).toMatchObject([{ metric: "runs-succeeded", value: 0.99, n: 220 }])
    expect(history.map(({ verdict }: any) => verdict)).toEqual(["met", "not-met"])
  })

  test("are the same in whatever order three sets are brought", async () => {
    const sets = [
      [
        { metric: "runs-succeeded", value: 0.5, n: 100, asOf: daysAgo(1.5) },
        { metric: "tokens-beyond-ninety-days", value: 3, asOf: daysAgo(1) },
      ],
      [
        { metric: "runs-succeeded", value: 0.99, n: 100, asOf: daysAgo(1) },
        { metric: "pipeline-updates-completed", value: 0.99, n: 5 },
      ],
      [
        { metric: "runs-succeeded", dimension: "risk", value: 0.98, n: 90, asOf: daysAgo(1) },
        { metric: "tokens-beyond-ninety-days", value: 0, asOf: daysAgo(0.5) },
      ],
    ].map((rows) => bundleCsv(rows))
    const finals = new Set<string>()
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const programmeId = await makeProgramme(world.admin, `Order ${order.join("")}`)
      const lead = await makeMember(programmeId, "lead", "lead")
      await declareScope({ programmeId, members: { ...world.members, lead } })
      for (const place of order)
        expect((await sendFacts({ programmeId }, lead, { body: sets[place] ?? "" })).status).toBe(200)
      const checks: CheckView[] = (await ask(lead, "GET", `/programmes/${programmeId}/checks`)).body.items
      const told = checks.filter(({ code }) => code !== "no-facts" && code !== "no-evidence")
      finals.add(JSON.stringify(told.map(({ key, verdict, reason, asOf }) => [key, verdict, reason, asOf]).sort()))
    }
    expect(finals.size).toBe(1)
    const [final = ""] = finals
    expect(final).toMatch(/"runs-succeed","met"/)
    // a figure of a workspace that does not say which stands for none
    expect(final).toMatch(/"tokens-bounded","could-not-tell","No facts yet from ONE/)
  })

  test("judged again are not written again, and two at once write once", async () => {
    const count = () => database().prisma.verdict.count({ where: { programmeId: world.programmeId } })
    const before = await count()
    const again = (at: Date) =>
      database().prisma.$transaction((tx) => rejudge(tx, world.programmeId, { today: today(), at }))
    expect(await again(new Date())).toEqual([])
    await Promise.all([again(new Date()), again(new Date())])
    expect(await count()).toBe(before)
  })

  test("of one that flips twice are a contradiction, as they are of two sets in a row", async () => {
    await bring([{ metric: "clusters-without-policy", value: 1, n: 9, asOf: daysAgo(1) }])
    expect((await detail("no-cluster-without-policy")).contradicted).toBe(false)
    await bring([{ metric: "clusters-without-policy", value: 2, n: 9, asOf: daysAgo(0) }])
    expect((await detail("no-cluster-without-policy")).contradicted).toBe(true)
  })
})

describe("with the passing of days", () => {
  test("a fact is fresh, then ageing for a month, then tells nothing", async () => {
    const key = "endpoints-answer"
    await bring([{ metric: "endpoint-requests-succeeded", value: 0.999, n: 5000, asOf: `${today()}T00:00:00Z` }])
    expect(await onDay(key, today())).toMatchObject({ verdict: "met", freshness: "fresh" })
    expect(await onDay(key, later(3))).toMatchObject({ verdict: "met", freshness: "ageing" })
    expect(await onDay(key, later(34))).toMatchObject({ verdict: "could-not-tell", code: "stale", freshness: "stale" })
  })

  test("what grew old is kept once, and told in the trail", async () => {
    const judgeOn = (days: number) =>
      judgeByDay(new InstallationActor({ at: new Date(Date.now() + days * 86_400_000), network: "server" }, null))
    const events = async () =>
      (await ask(world.members.lead, "GET", `${path()}/events?type=verdicts`)).body.items.length
    await judgeOn(0)
    const before = await events()
    await judgeOn(40)
    await judgeOn(40)
    expect(await events()).toBe(before + 1)
    const { history } = await detail("endpoints-answer")
    expect(history[0]).toMatchObject({ verdict: "could-not-tell" })
    await judgeOn(0)
  })
})

describe("the rule of a check", () => {
  const path = async (key: string) => `/programmes/${world.programmeId}/checks/${(await check(key)).id}/rule`
  const own = { comparison: "at-least", threshold: 0.995, leastN: 50, freshnessDays: 7 }

  test("is changed by a lead, judges at once, and is told with what it was", async () => {
    const { version } = await check("runs-succeed")
    const reply = await ask(world.members.lead, "PATCH", await path("runs-succeed"), { version, rule: own })
    expect([reply.status, reply.body.verdict, reply.body.version]).toEqual([200, "not-met", version + 1])
    expect(reply.body.rule).toMatchObject({ threshold: 0.995, edited: true, metric: "runs-succeeded" })
    const { history, packRule } = await detail("runs-succeed")
    expect(history[0].rule).toBe("at least 99.5%, over at least 50, not older than 7 days")
    expect(packRule.threshold).toBe(0.97)
    const trail = await ask(world.members.lead, "GET", `${`/programmes/${world.programmeId}`}/events?type=check`)
    expect(trail.body.items[0]).toMatchObject({
      type: "check.rule-changed",
      data: { before: { threshold: 0.97 }, changes: { threshold: 0.995 }, changed: 1 },
    })
  })
  test("that one person loosened meets nothing until another confirms it, and reads as it is judged", async () => {
    const { version, sentence } = await check("endpoints-answer")
    await bring([{ metric: "endpoint-requests-succeeded", value: 0.5, n: 900 }])
    const loose = { comparison: "at-least", threshold: 0.01, leastN: 1, freshnessDays: 2 }
    const edited = await ask(world.members.lead, "PATCH", await path("endpoints-answer"), { version, rule: loose })
    expect(edited.body).toMatchObject({ verdict: "not-met", ruleEdit: { byId: world.members.lead.personId } })
    expect(edited.body.sentence).toContain(
      "(edited: at least 1%, over at least 1, not older than 2 days; the roadmap requires at least 99.5%",
    )
    expect(edited.body.sentence.startsWith(sentence.slice(0, 20))).toBe(true)
    const confirm = async (who: Someone) =>
      ask(who, "POST", `${await path("endpoints-answer")}/confirmation`, { version: version + 1 })
    expect((await confirm(world.members.lead)).body.code).toBe("own-edit")
    expect((await confirm(world.members.architect)).status).toBe(403)
    expect((await confirm(world.members.executive)).body).toMatchObject({ verdict: "met", rule: { edited: true } })
    expect((await confirm(world.members.executive)).body.code).toBe("nothing-to-confirm")
    await ask(world.members.lead, "PATCH", await path("endpoints-answer"), { version: version + 2, rule: null })
  })
  test("goes back to the release's, and is refused on an old version with what it is now", async () => {
    const { version } = await check("runs-succeed")
    const stale = await ask(world.members.lead, "PATCH", await path("runs-succeed"), {
      version: version - 1,
      rule: null,
    })
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, "changed-meanwhile", version])
    const back = await ask(world.members.lead, "PATCH", await path("runs-succeed"), { version, rule: null })
    expect([back.status, back.body.verdict, back.body.rule.edited]).toEqual([200, "met", false])
  })
  test("may ask for dimensions, none of which may then be missing", async () => {
    const { version } = await check("runs-succeed")
    const rule = { comparison: "at-least", threshold: 0.97, leastN: 20, freshnessDays: 2, dimensions: ["retail"] }
    const reply = await ask(world.members.lead, "PATCH", await path("runs-succeed"), { version, rule })
    expect(reply.body).toMatchObject({ verdict: "could-not-tell", code: "missing" })
    await ask(world.members.lead, "PATCH", await path("runs-succeed"), { version: version + 1, rule: null })
  })
  test("is nobody's to change who may not, nor another programme's, nor there for an attested check", async () => {
    const { version } = await check("runs-succeed")
    for (const role of ["architect", "contributor", "executive", "auditor"] as const)
      expect((await ask(world.members[role], "PATCH", await path("runs-succeed"), { version, rule: own })).status).toBe(
        403,
      )
    const { id } = await check("runs-succeed")
    const foreign = `/programmes/${world.otherProgrammeId}/checks/${id}/rule`
    expect((await ask(world.stranger, "PATCH", foreign, { version, rule: own })).status).toBe(404)
    const attested = await ask(world.members.lead, "PATCH", await path("framework-approved"), { version: 1, rule: own })
    expect([attested.status, attested.body.code]).toEqual([422, "has-no-rule"])
    const absurd = { ...own, threshold: 1e300 }
    expect((await ask(world.members.lead, "PATCH", await path("runs-succeed"), { version, rule: absurd })).status).toBe(
      422,
    )
  })
})

test("a check is given an owner of its programme, and no other's", async () => {
  const { id, version } = await check("framework-approved")
  const own = (ownerId: string | null, at = version) =>
    ask(world.members.lead, "PATCH", `${path()}/checks/${id}`, { version: at, ownerId })
  const stranger = await own(world.stranger.personId)
  expect([stranger.status, stranger.body.code]).toEqual([422, "person-not-found"])
  const owned = await own(world.members.contributor.personId)
  expect([owned.status, owned.body.ownerId]).toEqual([200, world.members.contributor.personId])
  expect((await own(null)).status).toBe(409)
})

describe("an attested check", () => {
  const handIn = async (key: string, by: Someone, more: object) => {
    const { id } = await check(key)
    const evidence = { id: newId(new Date()), programmeId: world.programmeId, checkId: id, kind: "note" as const }
    const text = { title: "Minutes", note: "Agreed.", digest: Uint8Array.of(1), writtenAt: new Date() }
    await database().prisma.evidence.create({ data: { ...evidence, ...text, writtenById: by.personId ?? "", ...more } })
  }
  test("is self-reported, waits for a second person, is met until the evidence's last day, and can be waived", async () => {
    const key = "regulations-have-policies"
    const { architect, contributor } = world.members
    expect(await check(key)).toMatchObject({ selfReported: true, code: "no-evidence", rule: null })
    expect((await check(key)).asks).toMatch(/\w/)
    await handIn(key, contributor, {})
    expect(await check(key)).toMatchObject({ code: "evidence-waits", evidence: { accepted: 0, waiting: 1 } })
    const accepted = {
      accepted: true,
      judgedById: architect.personId,
      judgedAt: new Date(),
      validUntil: toDayColumn(later(5)),
    }
    await handIn(key, contributor, accepted)
    expect(await onDay(key, later(5))).toMatchObject({ verdict: "met", evidence: { accepted: 1, waiting: 1 } })
    expect((await detail(key)).evidence.map(({ state }: any) => state)).toEqual(["accepted", "waiting"])
    const { id } = await check(key)
    const asked = { id: newId(new Date()), programmeId: world.programmeId, checkId: id, reason: "Bought next year" }
    await database().prisma.waiver.create({
      data: {
        ...asked,
        ...{ requestedById: contributor.personId ?? "", requestedAt: new Date(), expiresOn: toDayColumn(later(2)) },
        ...{ approvedById: architect.personId, approvedAt: new Date() },
      },
    })
    expect(await onDay(key, later(2))).toMatchObject({ waived: true, waiver: { approved: true, expiresOn: later(2) } })
    expect(await onDay(key, later(3))).toMatchObject({ waived: false, waiver: null })
  })
})

test("what the programme records itself is judged as it stands", async () => {
  const roadmap = (await ask(world.members.lead, "GET", `${path()}/roadmap`)).body
  const phase = roadmap.phases.find(({ key }: any) => key === "foundation")
  const rows = await database().prisma.workstream.findMany({
    where: { programmeId: world.programmeId, phaseId: phase.id },
  })
  expect((await check("next-phase-has-owners")).reason).toMatch(/^0% \(0 of \d+\) on/)
  await database().prisma.workstream.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { ownerId: world.members.lead.personId },
  })
  expect((await check("next-phase-has-owners")).verdict).toBe("met")
  expect((await check("catalogue-reviewed")).code).toBe("empty")
  const { items } = (await ask(world.members.lead, "GET", `${path()}/components`)).body
  const said = { version: 0, state: "in_production" }
  await ask(world.members.lead, "PUT", `${path()}/components/${items[0].key}`, said)
  expect((await check("catalogue-reviewed")).verdict).toBe("met")
  expect((await onDay("catalogue-reviewed", later(100)))?.verdict).toBe("not-met")
})
