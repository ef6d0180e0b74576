import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { CheckView } from "@/lib/assurance/contract"
import { database } from "@/lib/base/db/client"
import { runDueJobs } from "@/lib/base/jobs/server/runner"
import { addKey } from "@/lib/base/secrets/server/key-ring"
import { InstallationActor } from "@/lib/door/access/actor"
import { actorOfMember } from "@/lib/door/access/server/member-actor"
import { loadRelease } from "@/lib/pack/server/releases"
import type { RunView } from "@/lib/platform/connection/contract"
import { countLostSecrets, moveToNewestKey } from "@/lib/platform/connection/server/keys"
import { restMeasures } from "@/lib/platform/connection/server/rest/measures"
import { type ActorOf, beginDue, fetchFacts } from "@/lib/platform/connection/server/runner"
import { findUserOf } from "@/lib/platform/connection/server/starter"
import { bundleOf } from "@/lib/platform/facts/bundle/bundle"
import { declareScope } from "../support/facts"
import { FakeWorkspace } from "../support/fake-workspace"
import { ask, makeWorld, type Someone, type World } from "../support/world"

let world: World
let workspace: FakeWorkspace
const folder = mkdtempSync(path.join(tmpdir(), "lakeward-connection-"))
const bundle = bundleOf(loadRelease("2026.1"))
const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const lead = () => world.members.lead

beforeAll(async () => {
  workspace = await new FakeWorkspace().open()
  process.env.LAKEWARD_DATA_DIR = folder
  process.env.LAKEWARD_LOCAL_WORKSPACE = workspace.origin
  world = await makeWorld()
  await declareScope(world, [{ name: "ONE", region: "westeurope", workspaceHost: workspace.origin }])
}, 120_000)
afterAll(async () => {
  workspace.close()
  await world.end()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  workspace.mishaps.length = 0
  workspace.warehouse = warehouse()
  workspace.slowness = 0
})

const actorOf: ActorOf = async (run, now) => {
  const userId = await findUserOf(run)
  const member = userId === null ? null : await actorOfMember(run.programmeId, userId, now)
  return member ?? new InstallationActor({ at: now, network: "server" }, null)
}

/** Answers every statement of the bundle with good figures, but those that are given. */
const warehouse =
  (figures: Readonly<Record<string, string>> = {}) =>
  (sql: string) => {
    const statement = bundle.statements.find((each) => sql.includes(`'${bundle.version}'`) && each.sql === sql)
    const now = new Date().toISOString()
    const columns = ["metric", "dimension", "value", "n", "as_of", "region", "bundle_version"]
    const rows = (statement?.metrics ?? []).map((metric) => [
      metric,
      "",
      figures[metric] ?? "1",
      "500",
      now,
      "",
      bundle.version,
    ])
    return { columns, rows }
  }

async function connected(more = {}, who: Someone = lead()) {
  const given = {
    ...{ name: "Production", host: workspace.origin, auth: "oauth_m2m", clientId: workspace.clientId },
    ...{ secret: workspace.secret, warehouseId: workspace.warehouseId },
  }
  return ask(who, "POST", at("/connections"), { ...given, ...more })
}
async function fetched(connectionId: string, who: Someone = lead()): Promise<RunView> {
  const started = await ask(who, "POST", at(`/connections/${connectionId}/runs`), {})
  expect(started.status, started.text).toBe(200)
  await runDueJobs([fetchFacts(actorOf)])
  return (await ask(lead(), "GET", at(`/connection-runs/${started.body.id}`))).body
}
const check = async (key: string): Promise<CheckView> =>
  (await ask(lead(), "GET", at("/checks"))).body.items.find((each: CheckView) => each.key === key)

describe("a connection", () => {
  test("keeps its secret sealed and never tells it", async () => {
    const { body, text } = await connected()
    expect(text).not.toContain(workspace.secret)
    const row = await database().prisma.connection.findFirstOrThrow({ where: { id: body.id } })
    expect(Buffer.from(row.secret).toString("latin1")).not.toContain(workspace.secret)
    const events = await database().pool.query("SELECT data::text || texts::text AS said FROM audit_event")
    for (const { said } of events.rows) expect(said).not.toContain(workspace.secret)
    expect((await ask(lead(), "GET", at("/connections"))).text).not.toContain(workspace.secret)
  })
  test("is a lead's to make, to the address of a workspace and nowhere else", async () => {
    expect((await connected({}, world.members.architect)).status).toBe(403)
    for (const host of [
      "https://169.254.169.254",
      "http://127.0.0.1:1",
      "https://evil.example",
      "https://x.cloud.databricks.com.evil.example",
    ])
      expect((await connected({ host })).body.code, host).toBe("bad-host")
    expect((await connected({ host: "https://adb-1.2.azuredatabricks.net/?o=1" })).body.host).toBe(
      "https://adb-1.2.azuredatabricks.net",
    )
  })
  test("that moves to another address or identity needs its secret again", async () => {
    const { body } = await connected()
    const change = (more: object, version = 1) =>
      ask(lead(), "PATCH", at(`/connections/${body.id}`), { version, ...more })
    expect((await change({ host: "https://adb-1.2.azuredatabricks.net" })).body.code).toBe("secret-needed")
    expect((await change({ clientId: "another" })).body.code).toBe("secret-needed")
    expect((await change({ name: "Renamed" })).body).toMatchObject({ name: "Renamed", version: 2 })
    expect((await change({ name: "Stale" })).body.code).toBe("changed-meanwhile")
  })
  test("says whether it works before anything is fetched", async () => {
    workspace.answers[`/api/2.0/sql/warehouses/${workspace.warehouseId}`] = { id: workspace.warehouseId }
    const tried = async (more = {}) =>
      (await ask(lead(), "POST", at(`/connections/${(await connected(more)).body.id}/check`), {})).body
    expect(await tried()).toMatchObject({ works: true })
    expect(await tried({ secret: "wrong" })).toMatchObject({
      works: false,
      says: expect.stringContaining("rejected the credentials"),
    })
    expect(await tried({ warehouseId: "other" })).toMatchObject({
      works: false,
      says: expect.stringContaining("Not available in this workspace"),
    })
  })
  test("of another programme is not found", async () => {
    const { body } = await connected()
    const elsewhere = `/programmes/${world.otherProgrammeId}/connections/${body.id}`
    expect((await ask(world.stranger, "POST", `${elsewhere}/runs`, {})).status).toBe(404)
    expect((await ask(world.stranger, "DELETE", elsewhere, { version: 1 })).status).toBe(404)
  })
  test("that is removed forgets its secret", async () => {
    const { body } = await connected()
    await ask(lead(), "DELETE", at(`/connections/${body.id}`), { version: 1 })
    const row = await database().prisma.connection.findFirstOrThrow({ where: { id: body.id } })
    expect(row.secret).toHaveLength(0)
    expect((await ask(lead(), "POST", at(`/connections/${body.id}/runs`), {})).status).toBe(404)
  })
})

describe("fetching facts", () => {
  test("asks every measure and leads to verdicts", async () => {
    const { body } = await connected()
    workspace.warehouse = warehouse({ "runs-succeeded": "0.99" })
    const run = await fetched(body.id)
    expect(run.state).toBe("done")
    expect(run.progress).toHaveLength(bundle.statements.length + Object.keys(restMeasures).length)
    expect(run.progress.filter(({ state }) => state === "waiting" || state === "running")).toEqual([])
    expect(await check("runs-succeed")).toMatchObject({ verdict: "met" })
    workspace.warehouse = warehouse({ "runs-succeeded": "0.5" })
    await fetched(body.id)
    expect(await check("runs-succeed")).toMatchObject({ verdict: "not-met", reason: expect.stringContaining("50%") })
    const [set] = (await ask(lead(), "GET", at("/fact-sets"))).body.items
    expect(set).toMatchObject({ source: "connection", importedBy: { name: "lead" }, bundleVersion: bundle.version })
  })
  test("leaves untold what is not permitted, and measures the rest", async () => {
    const { body } = await connected()
    const denied = bundle.statements.find(({ metrics }) => metrics.includes("runs-succeeded"))
    const well = warehouse()
    workspace.warehouse = (sql) =>
      sql === denied?.sql
        ? { error_code: "BAD_REQUEST", message: "[INSUFFICIENT_PERMISSIONS] jane.doe@northbridge.example lacks SELECT" }
        : well(sql)
    const run = await fetched(body.id)
    const line = run.progress.find(({ measure }) => measure === denied?.measure)
    expect(line).toMatchObject({ state: "untold", reason: expect.stringContaining("no permission") })
    expect(JSON.stringify(run)).not.toContain("jane.doe")
    expect(await check("runs-succeed")).toMatchObject({
      verdict: "could-not-tell",
      reason: expect.stringContaining("no permission"),
    })
    expect(await check("pipelines-healthy")).toMatchObject({ verdict: "met" })
  })
  test("waits when it is throttled, and goes on after a cut connection", async () => {
    const { body } = await connected()
    workspace.mishaps.push(
      { at: /POST .*statements/, does: "throttle", retryAfter: "1" },
      { at: /token-management/, does: "cut" },
    )
    const run = await fetched(body.id)
    expect(run.state).toBe("done")
    expect(run.progress[0]).toMatchObject({ state: "measured" })
    expect(run.progress.find(({ measure }) => measure === "tokens")).toMatchObject({
      ...{ state: "untold", reason: "Couldn't reach the workspace." },
    })
  })
  test("fails as a whole when the credentials are refused, and keeps nothing", async () => {
    const sets = await database().prisma.factSet.count()
    const { body } = await connected({ secret: "wrong" })
    expect(await fetched(body.id)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("rejected the credentials"),
    })
    expect(await database().prisma.factSet.count()).toBe(sets)
  })
  test("is stopped when somebody says so, in the warehouse too, and keeps nothing", async () => {
    const sets = await database().prisma.factSet.count()
    const { body } = await connected()
    workspace.slowness = 1_000
    const started = await ask(lead(), "POST", at(`/connections/${body.id}/runs`), {})
    expect((await ask(lead(), "POST", at(`/connections/${body.id}/runs`), {})).body.code).toBe("running-already")
    const running = runDueJobs([fetchFacts(actorOf)])
    await expect.poll(() => workspace.statements.at(-1), { timeout: 10_000 }).toBe("PENDING")
    expect(
      (await ask(lead(), "POST", at(`/connection-runs/${started.body.id}/cancellation`), {})).body.cancelling,
    ).toBe(true)
    await running
    expect((await ask(lead(), "GET", at(`/connection-runs/${started.body.id}`))).body.state).toBe("cancelled")
    expect(workspace.statements.at(-1)).toBe("CANCELED")
    expect(await database().prisma.factSet.count()).toBe(sets)
  })
  test("by the schedule happens once each time, whoever looks", async () => {
    const { body } = await connected({ everyHours: 24 })
    const due = new Date(Date.now() + 25 * 3_600_000)
    await Promise.all([beginDue(due), beginDue(due), beginDue(due)])
    const where = { connectionId: body.id }
    expect(await database().prisma.connectionRun.count({ where })).toBe(1)
    expect(
      await Promise.all([runDueJobs([fetchFacts(actorOf)], () => due), runDueJobs([fetchFacts(actorOf)], () => due)]),
    ).toSatisfy((taken: number[]) => taken[0]! + taken[1]! === 1)
    expect(await database().prisma.connectionRun.findFirst({ where })).toMatchObject({
      state: "done",
      startedById: null,
    })
  })
  test("that died with its process is said to have failed", async () => {
    const { body } = await connected()
    const started = await ask(lead(), "POST", at(`/connections/${body.id}/runs`), {})
    await database().prisma.job.updateMany({
      where: { run: { id: started.body.id } },
      data: { state: "running", attempt: 1, heartbeatAt: new Date(Date.now() - 120_000) },
    })
    await runDueJobs([fetchFacts(actorOf)])
    expect((await ask(lead(), "GET", at(`/connection-runs/${started.body.id}`))).body).toMatchObject({
      state: "failed",
    })
  })
  test("is kept in nobody's name who is no member any more", async () => {
    const { body } = await connected()
    const started = await ask(world.members.architect, "POST", at(`/connections/${body.id}/runs`), {})
    await database().prisma.member.deleteMany({ where: { userId: world.members.architect.userId ?? "" } })
    await runDueJobs([fetchFacts(actorOf)])
    const run = (await ask(lead(), "GET", at(`/connection-runs/${started.body.id}`))).body
    const event = await database().prisma.auditEvent.findFirst({
      where: { type: "facts.imported", subjectId: run.factSetId },
    })
    expect([run.state, event?.actorId]).toEqual(["done", null])
  })
})

describe("keys", () => {
  test("are rotated in steps, and what was sealed before still opens", async () => {
    const { body } = await connected()
    addKey("a new key for secrets, long enough to be one")
    const many = await database().prisma.connection.count({ where: { removedAt: null } })
    expect(await moveToNewestKey()).toEqual({ moved: many, lost: 0 })
    expect(await moveToNewestKey()).toEqual({ moved: 0, lost: 0 })
    expect((await fetched(body.id)).state).toBe("done")
  })
  test("that are gone are noticed", async () => {
    expect(await countLostSecrets()).toBe(0)
    rmSync(path.join(folder, "secret-keys"))
    expect(await countLostSecrets()).toBe(await database().prisma.connection.count({ where: { removedAt: null } }))
  })
})

test("every measure of the release that asks the REST API is known here", () => {
  const rest = loadRelease("2026.1")
    .measures.flatMap((file) => file.measures)
    .filter(({ kind }) => kind === "rest")
  expect(Object.keys(restMeasures).sort()).toEqual(rest.map(({ key }) => key).sort())
})
