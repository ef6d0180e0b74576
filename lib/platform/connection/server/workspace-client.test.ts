import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import * as z from "zod"
import { FakeWorkspace } from "@/tests/support/fake-workspace"
import { runStatement } from "./run-statement"
import { clientCredentials, fixedToken, type TokenSource } from "./token-source"
import { WorkspaceClient } from "./workspace-client"

let workspace: FakeWorkspace
let pauses: number[]
beforeAll(async () => {
  workspace = await new FakeWorkspace().open()
})
afterAll(() => workspace.close())
beforeEach(() => {
  pauses = []
  workspace.asked.length = 0
  workspace.mishaps.length = 0
  Object.assign(workspace, { slowness: 1, chunkRows: 1_000, pageSize: 2, expiresIn: 3600 })
})

const jobs = "/api/2.2/jobs/list"
const Job = z.object({ job_id: z.number() })
const signal = () => AbortSignal.timeout(20_000)

const byToken = (): TokenSource => fixedToken(workspace.personalToken)
const byClient = (secret = workspace.secret, now = () => 0) =>
  clientCredentials({
    ...{ origin: workspace.origin, clientId: workspace.clientId, secret, now },
    ...{ local: workspace.origin, signal: signal() },
  })
const client = (tokens: TokenSource = byToken(), stop: AbortSignal = signal()) =>
  new WorkspaceClient({
    ...{ origin: workspace.origin, local: workspace.origin, tokens, signal: stop, luck: () => 0 },
    pause: async (ms) => void pauses.push(ms),
  })
const withJobs = (many: number) => {
  const list = workspace.lists[jobs]
  if (list) list.items = Array.from({ length: many }, (_, job_id) => ({ job_id }))
}

describe("a list", () => {
  test("is read to its last page, and an empty page in between does not end it", async () => {
    withJobs(7)
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ ok: true, value: { length: 7 } })
    expect(workspace.asked.length).toBe(4)
    workspace.mishaps.push({ at: /jobs/, does: "say", status: 200, body: { next_page_token: "2" } })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ ok: true, value: { length: 5 } })
  })
  test("whose pages repeat is given up", async () => {
    for (let each = 0; each < 3; each++)
      workspace.mishaps.push({ at: /jobs/, does: "say", status: 200, body: { jobs: [], next_page_token: "again" } })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ refusal: "endless-pages" })
    expect(workspace.asked.length).toBe(2)
  })
  test("of people counts from one, and one that stops early is not taken for whole", async () => {
    const users = "/api/2.0/preview/scim/v2/Users"
    const list = workspace.lists[users]
    if (list) list.items = Array.from({ length: 5 }, (_, id) => ({ id: String(id) }))
    const User = z.object({ id: z.string() })
    expect(await client().resources(users, User)).toMatchObject({ ok: true, value: { length: 5 } })
    workspace.mishaps.push({ at: /Users\?startIndex=3/, does: "say", status: 200, body: { totalResults: 5 } })
    expect(await client().resources(users, User)).toMatchObject({ refusal: "incomplete" })
  })
})

describe("a request", () => {
  beforeEach(() => withJobs(1))
  test("that is throttled waits as long as it is asked to, else longer each time", async () => {
    workspace.mishaps.push({ at: /jobs/, does: "throttle", retryAfter: "7" })
    for (let each = 0; each < 3; each++) workspace.mishaps.push({ at: /jobs/, does: "throttle" })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ ok: true })
    expect(pauses).toEqual([7_000, 2_000, 4_000, 8_000])
  })
  test("that is throttled for more than five minutes is given up", async () => {
    for (let each = 0; each < 40; each++) workspace.mishaps.push({ at: /jobs/, does: "throttle" })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ refusal: "throttled" })
    expect(pauses.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(300_000)
  })
  test.each([
    ["forbid", "not-permitted"],
    ["fail", "refused-by-service"],
    ["page", "not-there"],
    ["cut", "unreachable"],
  ] as const)("that goes wrong says how: %s is %s", async (does, refusal) => {
    workspace.mishaps.push({ at: /jobs/, does })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ refusal })
  })
  test("answered with something else than JSON is not understood", async () => {
    workspace.mishaps.push({ at: /jobs/, does: "say", status: 200, body: "a page" })
    expect(await client().pages(jobs, "jobs", Job)).toMatchObject({ refusal: "unreadable" })
  })
  test("with a wrong token is refused, once and for all", async () => {
    expect(await client(fixedToken("wrong")).pages(jobs, "jobs", Job)).toMatchObject({ refusal: "credentials-refused" })
    expect(workspace.asked.length).toBe(1)
  })
})

describe("a service principal", () => {
  beforeEach(() => withJobs(1))
  test("gets one token for many requests, also when its lifetime is written as text", async () => {
    workspace.expiresIn = "3600"
    const own = client(byClient())
    await own.pages(jobs, "jobs", Job)
    expect(await own.pages(jobs, "jobs", Job)).toMatchObject({ ok: true })
    expect(workspace.asked.filter((each) => each.endsWith("/oidc/v1/token"))).toHaveLength(1)
  })
  test("gets a new one before the old one ends, and when it is refused early", async () => {
    let now = 0
    const own = client(byClient(workspace.secret, () => now))
    await own.pages(jobs, "jobs", Job)
    now = 3_600_000 - 119_000
    await own.pages(jobs, "jobs", Job)
    workspace.revokeTokens()
    expect(await own.pages(jobs, "jobs", Job)).toMatchObject({ ok: true })
    expect(workspace.asked.filter((each) => each.endsWith("/oidc/v1/token"))).toHaveLength(3)
  })
  test("with a wrong secret is refused", async () => {
    expect(await client(byClient("wrong")).pages(jobs, "jobs", Job)).toMatchObject({ refusal: "credentials-refused" })
  })
  test("never sends its secret to another host", async () => {
    workspace.mishaps.push({
      at: /well-known/,
      does: "say",
      status: 200,
      body: { token_endpoint: "https://evil.example/t" },
    })
    expect(await client(byClient()).pages(jobs, "jobs", Job)).toMatchObject({ refusal: "unreadable" })
  })
})

describe("a statement", () => {
  const run = (more = {}, own = client()) =>
    runStatement(own, { warehouseId: workspace.warehouseId, sql: "SELECT 1", parameters: [], ...more })
  const rows = (many: number) => ({
    columns: ["a", "b"],
    rows: Array.from({ length: many }, (_, i) => [String(i), null]),
  })

  test("is asked about until it is done, and all its chunks are read", async () => {
    Object.assign(workspace, { slowness: 3, chunkRows: 4 })
    workspace.warehouse = () => rows(10)
    const answer = await run()
    expect(answer).toMatchObject({ ok: true, value: { length: 10, 9: { a: "9", b: null } } })
    expect(pauses.slice(0, 3)).toEqual([500, 1_000, 2_000])
  })
  test("without rows is an empty answer and no fault", async () => {
    workspace.warehouse = () => rows(0)
    expect(await run()).toMatchObject({ ok: true, value: [] })
  })
  test("that fails says so, although the answer to it is well", async () => {
    workspace.warehouse = () => ({ error_code: "BAD_REQUEST", message: "[PARSE_SYNTAX_ERROR] near x" })
    expect(await run()).toMatchObject({ refusal: "statement-failed", detail: { said: "[PARSE_SYNTAX_ERROR] near x" } })
    workspace.warehouse = () => ({ error_code: "BAD_REQUEST", message: "[INSUFFICIENT_PERMISSIONS] no SELECT" })
    expect(await run()).toMatchObject({ refusal: "not-permitted" })
  })
  test("cut short, or with fewer rows than it says, is no answer", async () => {
    const answer = (manifest: object) => ({
      ...{ statement_id: "1", status: { state: "SUCCEEDED" }, result: { data_array: [["1"]] } },
      manifest: { schema: { columns: [{ name: "a" }] }, total_chunk_count: 1, ...manifest },
    })
    const say = (manifest: object) =>
      workspace.mishaps.push({ at: /statements/, does: "say", status: 200, body: answer(manifest) })
    say({ total_row_count: 1, truncated: true })
    expect(await run()).toMatchObject({ refusal: "incomplete" })
    say({ total_row_count: 2 })
    expect(await run()).toMatchObject({ refusal: "incomplete" })
    say({ total_row_count: 1 })
    expect(await run()).toMatchObject({ ok: true })
  })
  test("that the workspace has forgotten is given up", async () => {
    workspace.slowness = 5
    workspace.mishaps.push({ at: /GET .*statements/, does: "expire" })
    expect(await run()).toMatchObject({ refusal: "statement-gone" })
  })
  test("is stopped in the warehouse when it is cancelled here", async () => {
    workspace.slowness = 100
    const stop = new AbortController()
    const own = new WorkspaceClient({
      ...client(byToken(), stop.signal).options,
      pause: async () => stop.abort(),
    })
    expect(await run({}, own)).toMatchObject({ refusal: "cancelled" })
    expect(workspace.statements.at(-1)).toBe("CANCELED")
  })
  test("asks a warehouse that is not there in vain", async () => {
    expect(await run({ warehouseId: "0" })).toMatchObject({ refusal: "not-there" })
  })
})
