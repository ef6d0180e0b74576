import { WorkspaceClient } from "@databricks/sdk-experimental"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { FakeWorkspace } from "../support/fake-workspace"

/** The official client judges the workspace that our own client is tested against. */
let workspace: FakeWorkspace
beforeAll(async () => {
  workspace = await new FakeWorkspace().open()
})
afterAll(() => workspace.close())

const byToken = () => new WorkspaceClient({ host: workspace.origin, token: workspace.personalToken, authType: "pat" })
const byPrincipal = () =>
  new WorkspaceClient({
    ...{ host: workspace.origin, clientId: workspace.clientId, clientSecret: workspace.secret },
    authType: "oauth-m2m",
  })

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe("the official client", () => {
  test("pages through jobs to the last one", async () => {
    const list = workspace.lists["/api/2.2/jobs/list"]
    if (list) list.items = Array.from({ length: 7 }, (_, i) => ({ job_id: i + 1, settings: { name: `job ${i}` } }))
    const jobs = await allOf(byToken().jobs.list({}))
    expect(jobs.map(({ job_id }) => job_id)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
  test("pages through people by their start index, which it leaves to its caller to move on", async () => {
    const list = workspace.lists["/api/2.0/preview/scim/v2/Users"]
    if (list) list.items = Array.from({ length: 5 }, (_, i) => ({ id: String(i), active: true }))
    const request = { startIndex: 1 }
    const found: unknown[] = []
    for await (const { id } of byToken().usersV2.list(request)) {
      found.push(id)
      request.startIndex = found.length + 1
    }
    expect(found).toEqual(["0", "1", "2", "3", "4"])
  })
  test("signs in as a service principal", async () => {
    expect(await allOf(byPrincipal().jobs.list({}))).toHaveLength(7)
    expect(workspace.asked).toContain("POST /oidc/v1/token")
  })
  test("runs a statement and reads its rows", async () => {
    workspace.warehouse = (sql) => ({ columns: ["said"], rows: [[sql]] })
    const answer = await byToken().statementExecution.executeStatement({
      ...{ warehouse_id: workspace.warehouseId, statement: "SELECT 1", wait_timeout: "5s" },
    })
    const id = answer.statement_id ?? ""
    const done = await byToken().statementExecution.getStatement({ statement_id: id })
    expect(done.status?.state).toBe("SUCCEEDED")
    expect(done.result?.data_array).toEqual([["SELECT 1"]])
  })
  test("waits when it is throttled", async () => {
    workspace.mishaps.push({ at: /jobs/, does: "throttle", retryAfter: "1" })
    expect(await allOf(byToken().jobs.list({}))).toHaveLength(7)
  })
})
