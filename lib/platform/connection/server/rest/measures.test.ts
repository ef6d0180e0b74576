import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { FakeWorkspace } from "@/tests/support/fake-workspace"
import { fixedToken } from "../token-source"
import { WorkspaceClient } from "../workspace-client"
import { catalogsInOrder, policyCompliance, secretScopes, supportedRuntimes, systemSchemas } from "./environment"
import type { RestMeasure } from "./measure"
import { fewAdministrators, letsNearlyAllIn, networkClosed, tokensBounded } from "./security"

let workspace: FakeWorkspace
let lists: FakeWorkspace["lists"]
beforeAll(async () => {
  workspace = await new FakeWorkspace().open()
  lists = structuredClone(workspace.lists)
})
afterAll(() => workspace.close())
beforeEach(() => {
  Object.assign(workspace.lists, structuredClone(lists))
  for (const path of Object.keys(workspace.answers)) delete workspace.answers[path]
  workspace.pageSize = 2
})

const now = Date.parse("2026-11-20T08:00:00Z")
const day = (days: number) => now + days * 86_400_000
const has = (path: string, items: object[]) => {
  workspace.lists[path] = {
    member: workspace.lists[path]?.member ?? "schemas",
    items: items.map((each) => ({ ...each })),
  }
}
const says = (path: string, answer: object) => {
  workspace.answers[path] = answer
}
/** The value and over how many; or why it could not be told. */
async function measured(measure: RestMeasure, parameters: Record<string, string> = {}) {
  const tokens = fixedToken(workspace.personalToken)
  const signal = AbortSignal.timeout(20_000)
  const origin = { origin: workspace.origin, local: workspace.origin }
  const client = new WorkspaceClient({ ...origin, tokens, signal, luck: () => 0, pause: async () => {} })
  const found = await measure({ workspace: client, account: null, parameters, now, measured: new Map() })
  return found.ok ? found.value.map(({ value, n }) => [value, n])[0] : found.refusal
}

describe("lists of allowed addresses", () => {
  const allow = (...ip_addresses: string[]) => [{ list_type: "ALLOW", enabled: true, ip_addresses }]
  beforeEach(() => says("/api/2.0/workspace-conf?keys=enableIpAccessLists", { enableIpAccessLists: "true" }))
  test.each([
    [allow("203.0.113.0/24"), 1],
    [allow("0.0.0.0/0"), 0],
    [allow("203.0.113.0/24", "0.0.0.0/0"), 0],
    [allow("0.0.0.0/1", "128.0.0.0/1"), 0],
    [allow("::/0"), 0],
    [allow(), 0],
    [[{ list_type: "BLOCK", enabled: true, ip_addresses: ["0.0.0.0/0"] }], 0],
    [[{ list_type: "ALLOW", enabled: false, ip_addresses: ["203.0.113.0/24"] }], 0],
    [[...allow("203.0.113.0/24"), { list_type: "ALLOW", enabled: false, ip_addresses: ["0.0.0.0/0"] }], 1],
  ])("%j closes the network: %i", async (items, closed) => {
    has("/api/2.0/ip-access-lists", items)
    expect(await measured(networkClosed)).toEqual([closed, 1])
  })
  test("many ranges may not stand for all", () => {
    expect(letsNearlyAllIn(Array.from({ length: 17 }, (_, at) => `${at + 1}.0.0.0/8`))).toBe(true)
    expect(letsNearlyAllIn(["10.0.0.0/8", "192.168.0.0/16", "198.51.100.7"])).toBe(false)
  })
})

describe("administrators", () => {
  const groups = "/api/2.0/preview/scim/v2/Groups"
  const admins = (...members: object[]) => has(groups, [{ id: "1", displayName: "admins", members }])
  const person = (value: string) => ({ value, $ref: `Users/${value}` })
  const group = (value: string) => ({ value, $ref: `Groups/${value}` })
  test("are counted in depth, once each", async () => {
    const many = Array.from({ length: 400 }, (_, at) => person(`p${at}`))
    admins(group("2"), group("3"), person("p1"))
    says(`${groups}/2`, { id: "2", members: many })
    says(`${groups}/3`, {
      id: "3",
      members: [person("p2"), group("2"), group("1"), { value: "s1", $ref: "ServicePrincipals/s1" }],
    })
    expect(await measured(fewAdministrators)).toEqual([401, 1])
  })
  test("are not told while a group does not list its members", async () => {
    admins(group("2"), person("p1"))
    says(`${groups}/2`, { id: "2", displayName: "of the account" })
    expect(await measured(fewAdministrators)).toBe("incomplete")
  })
})

test("tokens count by their whole life, and those that ended do not", async () => {
  has("/api/2.0/token-management/tokens", [
    { creation_time: day(-80), expiry_time: day(80) },
    { creation_time: day(-10), expiry_time: day(80) },
    { creation_time: day(-1), expiry_time: -1 },
    { creation_time: day(-400), expiry_time: day(-1) },
    { expiry_time: day(3) },
  ])
  expect(await measured(tokensBounded)).toEqual([3, 4])
})

test("a catalog is bound only when it is isolated", async () => {
  has("/api/2.0/preview/scim/v2/Groups", [{ displayName: "owners" }])
  const catalog = { comment: "Sales", owner: "owners" }
  has("/api/2.1/unity-catalog/catalogs", [
    { ...catalog, name: "open", isolation_mode: "OPEN" },
    { ...catalog, name: "closed", isolation_mode: "ISOLATED" },
  ])
  for (const name of ["open", "closed"])
    says(`/api/2.1/unity-catalog/bindings/catalog/${name}`, { bindings: [{ workspace_id: 1 }] })
  expect(await measured(catalogsInOrder, { production_catalogs: "open,closed" })).toEqual([0.5, 2])
})

test("a schema that is being enabled is not on", async () => {
  says("/api/2.1/unity-catalog/current-metastore-assignment", { metastore_id: "m" })
  const states = ["ENABLE_COMPLETED", "ENABLE_INITIALIZED", "managed", "AVAILABLE", "ENABLE_COMPLETED"]
  const schemas = ["access", "billing", "compute", "lakeflow", "query"].map((schema, at) => ({
    schema,
    state: states[at],
  }))
  has("/api/2.1/unity-catalog/metastores/m/systemschemas", schemas)
  expect(await measured(systemSchemas)).toEqual([0.6, 5])
})

describe("compute", () => {
  beforeEach(() => {
    says("/api/2.1/clusters/spark-versions", { versions: [{ key: "16.4.x-scala2.12" }] })
    has("/api/2.1/clusters/list", [
      { spark_version: "16.4.x-scala2.12", cluster_source: "UI", policy_id: "kept" },
      { spark_version: "dlt:16.4.1", cluster_source: "PIPELINE" },
      { spark_version: "7.3.x-scala2.12", cluster_source: "JOB" },
    ])
  })
  const job = (new_cluster: object) => ({ job_id: 5, settings: { job_clusters: [{ new_cluster }] } })
  test("of jobs has a runtime too; that of pipelines and `auto:` is no old one", async () => {
    has("/api/2.2/jobs/list", [
      job({ spark_version: "9.1.x-scala2.12" }),
      { job_id: 6, settings: { tasks: [{ new_cluster: { spark_version: "10.4.x-scala2.12" } }, {}] } },
      job({ spark_version: "auto:latest-lts" }),
    ])
    expect(await measured(supportedRuntimes)).toEqual([2, 3])
  })
  test("of a job whose list was cut is asked for again", async () => {
    has("/api/2.2/jobs/list", [{ job_id: 9, has_more: true, settings: {} }])
    says("/api/2.2/jobs/get?job_id=9", {
      job_id: 9,
      settings: { job_clusters: [{ new_cluster: { spark_version: "9.1.x" } }] },
    })
    expect(await measured(supportedRuntimes)).toEqual([1, 2])
  })
  test("under a deleted policy does not comply", async () => {
    has("/api/2.0/policies/clusters/list", [{ policy_id: "kept" }])
    has("/api/2.0/policies/clusters/list-compliance", [{ cluster_id: "c", is_compliant: true }])
    workspace.lists["/api/2.0/policies/jobs/list-compliance"] = { member: "jobs", items: [] }
    expect(await measured(policyCompliance)).toEqual([1, 1])
    has("/api/2.2/jobs/list", [job({ policy_id: "gone" })])
    expect(await measured(policyCompliance)).toEqual([0.5, 2])
  })
  test("with a credential in plain text: credentials do not live in scopes", async () => {
    has("/api/2.0/secrets/scopes/list", [{ name: "team" }])
    says("/api/2.0/secrets/list?scope=team", { secrets: [{ key: "k" }] })
    const name = "fs.azure.account.oauth2.client.secret.lake.dfs.core.windows.net"
    has("/api/2.2/jobs/list", [job({ spark_conf: { [name]: "{{secrets/team/k}}" } })])
    expect(await measured(secretScopes)).toEqual([1, 1])
    has("/api/2.2/jobs/list", [job({ spark_conf: { [name]: "Zm9vYmFy" } })])
    expect(await measured(secretScopes)).toEqual([0, 1])
  })
})
