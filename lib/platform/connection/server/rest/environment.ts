import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { type Fetched, trouble } from "../fetched"
import { carriesCredential, computeOf } from "./compute"
import { type Found, namesIn, type Reach, type RestMeasure, share } from "./measure"

const Assignment = z.object({ metastore_id: z.string().optional() })
const current = "/api/2.1/unity-catalog/current-metastore-assignment"

/** Whether this workspace is attached to a metastore. */
export const metastoreAttached: RestMeasure = async ({ workspace }) => {
  const answer = await workspace.get(current, Assignment)
  if (!answer.ok && answer.refusal !== "not-there") return answer
  return ok(share("workspaces-with-metastore", answer.ok && answer.value.metastore_id ? 1 : 0, 1))
}

/** The schemas that the bundle reads. */
const wanted = ["access", "billing", "compute", "lakeflow", "query"]
const Schema = z.object({ schema: z.string(), state: z.string().optional() })
/** On by choice, or always on; one that is only just being enabled has no rows yet. */
const isOn = (state: string | undefined): boolean => /^(enable_completed|managed)$/i.test(state ?? "")

export const systemSchemas: RestMeasure = async ({ workspace }) => {
  const assigned = await workspace.get(current, Assignment)
  if (!assigned.ok) return assigned
  const id = assigned.value.metastore_id
  if (!id) return ok(share("system-schemas-enabled", 0, 0))
  const path = `/api/2.1/unity-catalog/metastores/${encodeURIComponent(id)}/systemschemas`
  const found = await workspace.pages(path, "schemas", Schema)
  if (!found.ok) return found
  const on = wanted.filter((name) => found.value.some(({ schema, state }) => schema === name && isOn(state)))
  return ok(share("system-schemas-enabled", on.length, wanted.length))
}

const Policy = z.object({ policy_id: z.string() })
const Compliance = z.object({ is_compliant: z.boolean().optional() })

/** What is under a policy that was deleted is held by none, and does not comply. */
export const policyCompliance: RestMeasure = async ({ workspace }) => {
  const policies = await workspace.pages("/api/2.0/policies/clusters/list", "policies", Policy)
  if (!policies.ok) return policies
  const all: boolean[] = []
  for (const { policy_id } of policies.value)
    for (const kind of ["clusters", "jobs"] as const) {
      const path = `/api/2.0/policies/${kind}/list-compliance?policy_id=${encodeURIComponent(policy_id)}`
      const found = await workspace.pages(path, kind, Compliance)
      if (!found.ok) return found
      all.push(...found.value.map(({ is_compliant }) => is_compliant === true))
    }
  const compute = await computeOf(workspace)
  if (!compute.ok) return compute
  const known = new Set(policies.value.map(({ policy_id }) => policy_id))
  const orphans = compute.value.filter(({ policy_id }) => policy_id && !known.has(policy_id))
  const n = all.length + orphans.length
  return ok(share("policy-compliance", all.filter(Boolean).length, n))
}

const Versions = z.object({ versions: z.array(z.object({ key: z.string() })).optional() })

/** Clusters that people keep and those that jobs make; pipelines have a runtime of their own (`dlt:`), and `auto:` follows the newest. */
export const supportedRuntimes: RestMeasure = async ({ workspace }) => {
  const offered = await workspace.get("/api/2.1/clusters/spark-versions", Versions)
  if (!offered.ok) return offered
  const keys = new Set(offered.value.versions?.map(({ key }) => key))
  if (keys.size === 0) return trouble("incomplete")
  const compute = await computeOf(workspace)
  if (!compute.ok) return compute
  const kept = compute.value.filter(({ spark_version }) => !/^(dlt|auto):/.test(spark_version ?? ""))
  const old = kept.filter(({ spark_version }) => !keys.has(spark_version ?? ""))
  const value = kept.length === 0 ? null : old.length
  return ok([{ metric: "compute-on-unsupported-runtime", value, n: kept.length }])
}

const Scope = z.object({ name: z.string() })
const Secrets = z.object({ secrets: z.array(z.object({})).optional() })

/** Scopes that hold secrets; none counts while compute carries a credential in plain text, as then credentials live elsewhere too. */
export const secretScopes: RestMeasure = async ({ workspace }) => {
  const scopes = await workspace.pages("/api/2.0/secrets/scopes/list", "scopes", Scope)
  if (!scopes.ok) return scopes
  let holding = 0
  for (const { name } of scopes.value) {
    const found = await workspace.get(`/api/2.0/secrets/list?scope=${encodeURIComponent(name)}`, Secrets)
    if (!found.ok) return found
    if ((found.value.secrets?.length ?? 0) > 0) holding += 1
  }
  const compute = await computeOf(workspace)
  if (!compute.ok) return compute
  const value = compute.value.some(carriesCredential) ? 0 : holding
  return ok([{ metric: "scopes-holding-secrets", value, n: scopes.value.length }])
}

const Catalog = z.object({
  name: z.string(),
  comment: z.string().nullish(),
  owner: z.string().nullish(),
  isolation_mode: z.string().nullish(),
})
const Bindings = z.object({ workspaces: z.array(z.number()).optional(), bindings: z.array(z.object({})).optional() })
const Group = z.object({ displayName: z.string().optional() })

/**
 * A production catalog is in order when it is described, owned by a group and bound to chosen workspaces. Bindings count only
 * when it is isolated: an open one is seen from every workspace, whatever is bound.
 */
export const catalogsInOrder: RestMeasure = async (reach) => {
  const names = namesIn(reach.parameters.production_catalogs)
  if (names.length === 0) return ok(share("production-catalogs-in-order", 0, 0))
  const catalogs = await reach.workspace.pages("/api/2.1/unity-catalog/catalogs", "catalogs", Catalog)
  if (!catalogs.ok) return catalogs
  const groups = await reach.workspace.resources("/api/2.0/preview/scim/v2/Groups", Group)
  if (!groups.ok) return groups
  const owners = new Set(groups.value.map(({ displayName }) => displayName))
  const tidy = catalogs.value.filter(
    ({ name, comment, owner, isolation_mode }) =>
      names.includes(name) && Boolean(comment?.trim()) && owners.has(owner ?? "") && isolation_mode === "ISOLATED",
  )
  return countBound(reach, tidy, names.length)
}

async function countBound(
  { workspace }: Reach,
  tidy: readonly { name: string }[],
  n: number,
): Promise<Fetched<Found[]>> {
  let bound = 0
  for (const { name } of tidy) {
    const path = `/api/2.1/unity-catalog/bindings/catalog/${encodeURIComponent(name)}`
    const found = await workspace.get(path, Bindings)
    if (!found.ok) return found
    if ((found.value.bindings ?? found.value.workspaces ?? []).length > 0) bound += 1
  }
  return ok(share("production-catalogs-in-order", bound, n))
}
