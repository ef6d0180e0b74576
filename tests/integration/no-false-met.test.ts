import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/lib/base/db/client"
import { loadRelease } from "@/lib/pack/server/releases"
import { statementHashes } from "@/lib/platform/facts/bundle/statement-hash"
import { thresholdsOf } from "@/lib/platform/facts/parameters"
import { bundleCsv, daysAgo, declareScope, sendFacts } from "../support/facts"
import { ask, makeWorld, type World } from "../support/world"

/**
 * Ways to a "met" that was not so, each as it happens: a second workspace that overwrites the first, a region left out, a
 * careless or an interested runner. The readers' part of the matrix stands beside them in read-file.test.ts and
 * kinds.test.ts, the judge's in judge.test.ts.
 */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
/** Every test ends with an empty register and nothing that was excluded or is still known. */
afterEach(async () => {
  const { prisma } = database()
  await prisma.environment.deleteMany({ where: { programmeId: world.programmeId } })
  await prisma.scopeChange.deleteMany({ where: { programmeId: world.programmeId } })
})
const one = { name: "ONE", workspaceHost: "ws-1", region: "westeurope" }
const two = { name: "TWO", workspaceHost: "ws-2", region: "westeurope" }
const declare = (...environments: (typeof one)[]) => declareScope(world, environments)
afterAll(() => world.end())

const path = () => `/programmes/${world.programmeId}`
const bring = (body: string, source = "bundle", query = {}) =>
  sendFacts(world, world.members.lead, { body, source, query })
const preview = (body: string, source = "bundle", query = {}) =>
  sendFacts(world, world.members.lead, { body, source, query }, true)
const sets = async () => (await ask(world.members.auditor, "GET", `${path()}/fact-sets`)).body.items
const verdict = async (key: string) => {
  const { body } = await ask(world.members.auditor, "GET", `${path()}/checks`)
  const found = body.items.find((each: any) => each.key === key)
  return [found.verdict, found.code]
}
const withdraw = (id: string, reason = "It was of another estate", who = world.members.lead) =>
  ask(who, "POST", `${path()}/fact-sets/${id}/withdraw`, { reason })
/** Every test begins without facts: all sets of those before are taken back. */
beforeEach(async () => {
  for (const { id, withdrawn } of await sets()) if (!withdrawn) await withdraw(id)
  await declare(one)
})
const json = (facts: object[], more: object = {}) =>
  JSON.stringify({ format: "lakeward-facts", version: 1, takenAt: daysAgo(0), ...more, facts })
const tokens = (value: number | null, more: object = {}) => ({
  metric: "tokens-beyond-ninety-days",
  value,
  n: 12,
  ...more,
})
const runs = { metric: "runs-succeeded", value: 0.99, n: 340 }
const faultsOf = ({ body }: { body: any }) => body.faults.map(({ message }: any) => message).join(" ")

describe("two workspaces, two regions", () => {
  test("of one region: the second, clean, does not stand for the first", async () => {
    await declare(two)
    await bring(json([tokens(3)], { workspace: "ws-1", region: "eastus", takenAt: daysAgo(0.02) }), "rest")
    await bring(json([tokens(0)], { workspace: "ws-2", region: "eastus" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["not-met", "not-met"])
    await bring(json([tokens(0)], { workspace: "ws-1", region: "eastus" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["met", "met"])
  })
  test("without a name: a figure of one workspace, or of one region, is refused", async () => {
    expect(faultsOf(await bring(json([tokens(0)]), "rest"))).toMatch(/figure of one workspace/)
    expect(faultsOf(await bring(bundleCsv([{ ...runs, region: "" }])))).toMatch(/figure of one region/)
    expect((await bring(bundleCsv([{ ...runs, region: "" }]), "bundle", { region: "eastus" })).status).toBe(200)
  })
  test("each region must hold", async () => {
    await bring(bundleCsv([{ ...runs, value: 0.2, region: "eastus", asOf: daysAgo(0.1) }]))
    await bring(bundleCsv([{ ...runs, region: "westeurope" }]))
    expect((await verdict("runs-succeed"))[0]).toBe("not-met")
  })
})

describe("the declared scope", () => {
  const scope = async () => (await ask(world.members.auditor, "GET", `${path()}/fact-scope`)).body
  const reason = async (key: string) => {
    const { body } = await ask(world.members.auditor, "GET", `${path()}/checks`)
    return body.items.find((each: any) => each.key === key).reason
  }
  const exclude = (workspace: string, excluded = true, who = world.members.lead) =>
    ask(who, "POST", `${path()}/fact-scope`, { workspace, excluded, reason: "A training sandbox" })
  const decide = (id: string, who: any, confirmed = true) =>
    ask(who, "POST", `${path()}/fact-scope/${id}/decide`, { confirmed })

  test("of which one workspace is silent, and then its whole region", async () => {
    await declare({ ...two, region: "eastus" })
    await bring(json([tokens(0)], { workspace: "ws-1" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["could-not-tell", "not-in-scope"])
    expect(await reason("tokens-bounded")).toBe("No facts yet from TWO.")
    await bring(bundleCsv([runs]))
    expect(await reason("runs-succeed")).toBe("No facts yet from eastus.")
    expect((await scope()).declared).toMatchObject([
      { name: "ONE", lastFact: expect.any(String) },
      { name: "TWO", lastFact: null, lastRegionFact: null },
    ])
    await bring(json([tokens(0)], { workspace: "WS-2", takenAt: daysAgo(0.01) }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["met", "met"])
    await bring(bundleCsv([{ ...runs, region: "East US" }]))
    expect(await verdict("runs-succeed")).toEqual(["met", "met"])
  })
  test("is empty: nothing that asks for all workspaces is met", async () => {
    await database().prisma.environment.deleteMany({ where: { programmeId: world.programmeId } })
    await bring(json([tokens(0)], { workspace: "ws-1" }), "rest")
    await bring(bundleCsv([runs]))
    for (const key of ["tokens-bounded", "runs-succeed"])
      expect(await verdict(key)).toEqual(["could-not-tell", "not-in-scope"])
  })
  test("leaves out a workspace that the account lists, until two people exclude it with a reason", async () => {
    const list = (ids: string[]) =>
      bundleCsv([
        runs,
        ...ids.map((dimension) => ({ metric: "workspaces-known", dimension, value: 1, n: 1, region: "" })),
      ])
    await bring(list(["4711", "12"]))
    expect(await verdict("runs-succeed")).toEqual(["could-not-tell", "not-in-scope"])
    expect(await reason("runs-succeed")).toContain("12; 4711")
    expect((await scope()).undeclared).toEqual([
      { workspace: "12", known: "account" },
      { workspace: "4711", known: "account" },
    ])
    await declare({ name: "TWELVE", region: "westeurope", workspaceHost: "adb-12.3.azuredatabricks.net" })
    expect((await exclude("4711", true, world.members.auditor)).status).toBe(403)
    expect((await exclude("ws-1")).body.code).toBe("is-declared")
    const asked = await exclude("4711")
    expect((await exclude("4711")).body.code).toBe("waits-already")
    expect((await decide(asked.body.id, world.members.lead)).body.code).toBe("own-change")
    expect((await verdict("runs-succeed"))[0]).toBe("could-not-tell")
    const confirmed = await decide(asked.body.id, world.members.architect)
    expect(confirmed.body.changes).toMatchObject([{ key: "runs-succeed", to: "met" }])
    expect((await scope()).excluded).toMatchObject([{ workspace: "4711", reason: "A training sandbox" }])
    await decide((await exclude("4711", false)).body.id, world.members.architect)
    expect((await verdict("runs-succeed"))[0]).toBe("could-not-tell")
  })
  test("does not shrink when somebody removes what is silent from the register", async () => {
    const [id] = await declare(two)
    await bring(json([tokens(0)], { workspace: "ws-1" }), "rest")
    const removed = await ask(world.members.architect, "DELETE", `${path()}/environments/${id}`, { version: 1 })
    expect(removed.status, removed.text).toBe(200)
    expect(await verdict("tokens-bounded")).toEqual(["could-not-tell", "not-in-scope"])
    expect((await scope()).undeclared).toEqual([{ workspace: "ws-2", known: "removed" }])
  })
  test("facts of elsewhere meet nothing, and their workspace is named", async () => {
    await bring(json([tokens(0)], { workspace: "ws-9" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["could-not-tell", "not-in-scope"])
    expect(await reason("tokens-bounded")).toMatch(/ONE.*Known and not declared: ws-9/)
  })
  test("files that do not say their workspace are refused until somebody does", async () => {
    const said = (reply: { body: any }) => faultsOf(reply)
    expect(said(await bring("name,upgraded_to\na,main.x.a\n", "ucx", { takenAt: daysAgo(1) }))).toMatch(
      /Enter the workspace/,
    )
    const dqx = `run_id,run_time,input_location,input_row_count,valid_row_count\n1,${daysAgo(1)},sales,100,100\n`
    expect(said(await bring(dqx, "dqx"))).toMatch(/Enter the workspace/)
    expect((await bring(dqx, "dqx", { workspace: "ws-1" })).status).toBe(200)
  })
})

describe("what could not be measured", () => {
  test("does not block for ever: a later figure of the same workspace answers it, and no other's does", async () => {
    await declare(two)
    await bring(json([tokens(null, { reason: "Not permitted" })], { workspace: "ws-1", takenAt: daysAgo(0.1) }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["could-not-tell", "not-measured"])
    await bring(json([tokens(0)], { workspace: "ws-2" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["could-not-tell", "not-measured"])
    await bring(json([tokens(0)], { workspace: "ws-1" }), "rest")
    expect(await verdict("tokens-bounded")).toEqual(["met", "met"])
  })
})

describe("a set of facts", () => {
  test("that is taken back judges nothing, stays on record with the reason, and is told in the trail", async () => {
    const csv = bundleCsv([runs])
    const { body } = await bring(csv)
    expect((await verdict("runs-succeed"))[0]).toBe("met")
    expect((await withdraw(body.factSet.id, "x", world.members.auditor)).status).toBe(403)
    expect((await withdraw(body.factSet.id, " ")).status).toBe(422)
    const back = await withdraw(body.factSet.id, "It was run on the sandbox")
    expect(back.body.changes).toMatchObject([{ key: "runs-succeed", from: "met", to: "could-not-tell" }])
    expect((await verdict("runs-succeed"))[0]).toBe("could-not-tell")
    expect((await withdraw(body.factSet.id)).status).toBe(409)
    const set = (await sets()).find(({ id }: any) => id === body.factSet.id)
    expect(set.withdrawn).toMatchObject({ reason: "It was run on the sandbox", by: { name: expect.any(String) } })
    const trail = await ask(world.members.lead, "GET", `${path()}/events?type=facts`)
    expect(trail.body.items[0]).toMatchObject({
      type: "facts.withdrawn",
      texts: { reason: "It was run on the sandbox" },
    })
    expect((await bring(csv)).body.imported).toBe(true)
  })
  test("of the same file at a later time is a new measurement, and at the same time the same set", async () => {
    const csv = "name,upgraded_to\na,main.x.a\n"
    const of = (takenAt: string, workspace = "ws-1") => bring(csv, "ucx", { takenAt, workspace })
    const [then, now] = [daysAgo(40), daysAgo(1)]
    expect((await of(then)).body.imported).toBe(true)
    expect((await of(then)).body.imported).toBe(false)
    expect((await of(now)).body).toMatchObject({ imported: true, factSet: { takenAt: now } })
    expect((await of(now, "ws-2")).body.imported).toBe(true)
  })
  test("keeps its counts and its file, which may be erased while its hash stays", async () => {
    const csv = "name,upgraded_to\na,main.x.a\na,main.x.a\n,\n"
    const { body } = await bring(csv, "ucx", { takenAt: daysAgo(1), workspace: "ws-1", fileName: "tiles.csv" })
    expect(body.factSet.counts).toEqual({ read: 2, taken: 1, same: 1, aside: [] })
    const file = `${path()}/fact-sets/${body.factSet.id}/original`
    expect((await ask(world.members.lead, "GET", file)).text).toBe(csv)
    expect((await ask(world.members.auditor, "GET", file)).status).toBe(403)
    expect((await ask(world.members.lead, "DELETE", file)).body).toEqual({ erased: true })
    expect((await ask(world.members.lead, "GET", file)).status).toBe(404)
    expect((await sets())[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  })
  test("is corrected where its time or place was said wrongly", async () => {
    const { body } = await bring("name,upgraded_to\na,main.x.a\n", "ucx", { takenAt: daysAgo(1), workspace: "ws-1" })
    expect((await verdict("hive-metastore-drained"))[0]).toBe("met")
    const correct = (more: object) =>
      ask(world.members.lead, "POST", `${path()}/fact-sets/${body.factSet.id}/correct`, { reason: "Slip", ...more })
    expect((await correct({ takenAt: daysAgo(-1) })).status).toBe(422)
    expect((await correct({})).status).toBe(422)
    const right = await correct({ takenAt: daysAgo(100), region: "eastus" })
    expect(right.body.factSet).toMatchObject({ region: "eastus", workspace: "ws-1", withdrawn: null })
    expect((await sets()).find(({ id }: any) => id === body.factSet.id).withdrawn.reason).toBe("Slip")
    expect(await verdict("hive-metastore-drained")).toEqual(["could-not-tell", "stale"])
  })
  test("measured by another statement than today's is set aside, and the rest of its file is taken", async () => {
    const hash = statementHashes(loadRelease("2026.1")).get("runs-succeeded")
    const [head, row] = bundleCsv([{ ...runs, version: "2025.9-0" }])
      .trim()
      .split("\n")
    const rows = [`${row},${hash}`, `${row?.replace("runs-succeeded", "clusters-without-policy")},0000000000000000`]
    const reply = await bring([`${head},statement`, ...rows].join("\n"))
    expect(reply.body.factSet.counts).toEqual({
      ...{ read: 2, taken: 1, same: 0 },
      aside: [{ reason: "clusters-without-policy: measured by another statement than the release's", rows: 1 }],
    })
    expect((await verdict("runs-succeed"))[0]).toBe("met")
    expect(await verdict("no-cluster-without-policy")).toEqual(["could-not-tell", "no-facts"])
  })
})

describe("a statement that is corrected", () => {
  test("silences the facts of its own metric in an older set, and no others", async () => {
    const facts = await bring(bundleCsv([runs, { metric: "clusters-without-policy", value: 0, n: 4 }]))
    expect((await verdict("no-cluster-without-policy"))[0]).toBe("met")
    const { prisma } = database()
    await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`ALTER TABLE fact DISABLE TRIGGER fact_stays`
      await tx.$executeRaw`UPDATE fact SET statement = 'an-earlier-one'
        WHERE fact_set_id = ${facts.body.factSet.id}::uuid AND metric = 'clusters-without-policy'`
      await tx.$executeRaw`ALTER TABLE fact ENABLE TRIGGER fact_stays`
    })
    await withdraw((await bring(bundleCsv([{ metric: "policy-compliance", value: 1, n: 3 }]))).body.factSet.id)
    expect(await verdict("no-cluster-without-policy")).toEqual(["could-not-tell", "no-facts"])
    expect((await verdict("runs-succeed"))[0]).toBe("met")
  })
})

describe("the parameters of the bundle are thresholds", () => {
  const parameters = async () => (await ask(world.members.auditor, "GET", `${path()}/fact-parameters`)).body.items
  const asked = (name: string, value: string, who = world.members.lead) =>
    ask(who, "POST", `${path()}/fact-parameters`, { name, value })
  const decide = (id: string, who: any, confirmed = true) =>
    ask(who, "POST", `${path()}/fact-parameters/${id}/decide`, { confirmed })
  const active = { metric: "monthly-active-users-of-planned", value: 1, n: 50 }
  const ranWith = (more: Record<string, string>) => {
    const values = {
      ...Object.fromEntries(thresholdsOf(loadRelease("2026.1")).map((each) => [each.name, each.fallback])),
      ...more,
    }
    return bundleCsv([
      active,
      ...Object.entries(values).map(([name, value]) => ({ metric: "ran-with", dimension: `"${name}=${value}"` })),
    ])
  }

  test("a run with a plan of the runner's own judges nothing, and the preview says so", async () => {
    const before = await preview(ranWith({ planned_users: "1" }))
    expect([before.body.changes, before.body.notes]).toEqual([
      [],
      ["It judges nothing: it ran with other parameters than the programme has (planned_users)."],
    ])
    await bring(ranWith({ planned_users: "1" }))
    expect(await verdict("active-users-as-planned")).toEqual(["could-not-tell", "no-facts"])
  })
  test("they are settled by two people, have a history, and fill in the bundle", async () => {
    const change = await asked("planned_users", "50")
    expect((await asked("planned_users", "60")).status).toBe(409)
    expect((await asked("planned_users_x", "60")).status).toBe(404)
    expect((await asked("planned_dashboards", "many")).status).toBe(422)
    expect((await asked("tag", "x", world.members.auditor)).status).toBe(403)
    expect((await decide(change.body.id, world.members.lead)).status).toBe(403)
    expect((await parameters()).find(({ name }: any) => name === "planned_users").value).toBe("0")
    await bring(ranWith({ planned_users: "50" }))
    expect((await verdict("active-users-as-planned"))[0]).toBe("could-not-tell")
    const confirmed = await decide(change.body.id, world.members.architect)
    expect(confirmed.body.changes).toMatchObject([{ key: "active-users-as-planned", to: "met" }])
    const [first] = (await parameters()).find(({ name }: any) => name === "planned_users").history
    expect(first).toMatchObject({ value: "50", confirmed: true })
    expect(first.askedBy.id).not.toBe(first.decidedBy.id)
    expect((await ask(world.members.lead, "GET", `${path()}/fact-bundle/notebook`)).text).toContain(
      'dbutils.widgets.text("planned_users", "50")',
    )
    expect((await decide(change.body.id, world.members.architect, false)).status).toBe(409)
  })
  test("a run that does not say what it ran with judges nothing once they are settled", async () => {
    await bring(bundleCsv([active]))
    expect(await verdict("active-users-as-planned")).toEqual(["could-not-tell", "no-facts"])
  })
})
