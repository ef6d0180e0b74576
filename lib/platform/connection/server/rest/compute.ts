import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import type { Fetched } from "../fetched"
import type { WorkspaceClient } from "../workspace-client"

const Compute = z.object({
  spark_version: z.string().optional(),
  cluster_source: z.string().optional(),
  policy_id: z.string().nullish(),
  spark_conf: z.record(z.string(), z.string()).nullish(),
  spark_env_vars: z.record(z.string(), z.string()).nullish(),
})
/** What is asked of a cluster, whether it stands or is made for the runs of a job. */
export type Compute = z.output<typeof Compute>

const Job = z.object({
  job_id: z.number().optional(),
  has_more: z.boolean().optional(),
  settings: z
    .object({
      job_clusters: z.array(z.object({ new_cluster: Compute.optional() })).nullish(),
      tasks: z.array(z.object({ new_cluster: Compute.nullish() })).nullish(),
    })
    .optional(),
})
type Job = z.output<typeof Job>

/** The clusters of a workspace but those of runs, and those that its jobs define for their runs. */
export async function computeOf(workspace: WorkspaceClient): Promise<Fetched<Compute[]>> {
  const clusters = await workspace.pages("/api/2.1/clusters/list", "clusters", Compute)
  if (!clusters.ok) return clusters
  const jobs = await workspace.pages("/api/2.2/jobs/list?limit=100&expand_tasks=true", "jobs", Job)
  if (!jobs.ok) return jobs
  const defined: Compute[] = []
  for (const job of jobs.value) {
    defined.push(...computeIn(job))
    if (!job.has_more || job.job_id === undefined) continue
    const whole = await workspace.get(`/api/2.2/jobs/get?job_id=${job.job_id}`, Job)
    if (!whole.ok) return whole
    defined.push(...computeIn(whole.value))
  }
  return ok([...clusters.value.filter(({ cluster_source }) => cluster_source !== "JOB"), ...defined])
}

const computeIn = ({ settings }: Job): Compute[] =>
  [...(settings?.job_clusters ?? []), ...(settings?.tasks ?? [])].flatMap(({ new_cluster }) => new_cluster ?? [])

/** Names of settings that hold a credential, such as `fs.azure.account.oauth2.client.secret`. */
const CREDENTIAL = /(secret|password|passwd|account\.key|access\.?key|sas\.fixed\.token|token)(\.|_|-|$)/i
const HARMLESS = /(provider|endpoint|type|scope|expir|enabled|ttl)/i

/** Whether a cluster's settings say a credential in plain text rather than by a reference to a scope. */
export const carriesCredential = ({ spark_conf, spark_env_vars }: Compute): boolean =>
  [...Object.entries(spark_conf ?? {}), ...Object.entries(spark_env_vars ?? {})].some(
    ([name, value]) =>
      CREDENTIAL.test(name) && !HARMLESS.test(name) && value.trim() !== "" && !value.includes("{{secrets/"),
  )
