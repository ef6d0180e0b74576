import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { namesIn, type RestMeasure, share } from "./measure"

const Model = z.object({ name: z.string(), full_name: z.string().optional() })

/** Models in the catalogue beside those that are left in the workspace's own registry. */
export const modelsGoverned: RestMeasure = async ({ workspace, parameters }) => {
  const governed = await workspace.pages("/api/2.1/unity-catalog/models", "registered_models", Model)
  if (!governed.ok) return governed
  const legacy = await workspace.pages("/api/2.0/mlflow/registered-models/search", "registered_models", Model)
  if (!legacy.ok && legacy.refusal !== "not-there") return legacy
  const production = namesIn(parameters.production_catalogs)
  const counted = governed.value.filter(
    ({ full_name }) => production.length === 0 || production.includes(full_name?.split(".")[0] ?? ""),
  )
  const left = legacy.ok ? legacy.value.length : 0
  return ok(share("production-models-in-unity-catalog", counted.length, counted.length + left))
}

const Endpoint = z.object({
  name: z.string(),
  config: z
    .object({ served_entities: z.array(z.object({ external_model: z.object({}).nullish() })).optional() })
    .optional(),
  ai_gateway: z
    .object({
      usage_tracking_config: z.object({ enabled: z.boolean().optional() }).nullish(),
      rate_limits: z.array(z.object({})).nullish(),
    })
    .nullish(),
})

/** Endpoints to models outside: each should track who uses it and limit how much. */
export const endpointsGuarded: RestMeasure = async ({ workspace }) => {
  const listed = await workspace.pages("/api/2.0/serving-endpoints", "endpoints", Endpoint)
  if (!listed.ok) return listed
  const outside = listed.value.filter(({ config }) =>
    config?.served_entities?.some(({ external_model }) => external_model),
  )
  let guarded = 0
  for (const { name } of outside) {
    const found = await workspace.get(`/api/2.0/serving-endpoints/${encodeURIComponent(name)}`, Endpoint)
    if (!found.ok) return found
    const gateway = found.value.ai_gateway
    if (gateway?.usage_tracking_config?.enabled && (gateway.rate_limits?.length ?? 0) > 0) guarded += 1
  }
  return ok(share("external-endpoints-guarded", guarded, outside.length))
}

const Addresses = z.object({ on_failure: z.array(z.unknown()).nullish() }).nullish()
const Job = z.object({
  settings: z
    .object({
      schedule: z.object({ pause_status: z.string().optional() }).nullish(),
      trigger: z.object({ pause_status: z.string().optional() }).nullish(),
      continuous: z.object({ pause_status: z.string().optional() }).nullish(),
      email_notifications: Addresses,
      webhook_notifications: Addresses,
    })
    .optional(),
})

/** Jobs that start by themselves and are not paused: somebody should know when one fails. */
export const failureNotifications: RestMeasure = async ({ workspace }) => {
  const jobs = await workspace.pages("/api/2.2/jobs/list?limit=100&expand_tasks=false", "jobs", Job)
  if (!jobs.ok) return jobs
  const starts = jobs.value.flatMap(({ settings }) => {
    const start = settings?.schedule ?? settings?.trigger ?? settings?.continuous
    return settings && start && start.pause_status !== "PAUSED" ? [settings] : []
  })
  const heard = starts.filter(
    ({ email_notifications, webhook_notifications }) =>
      (email_notifications?.on_failure?.length ?? 0) + (webhook_notifications?.on_failure?.length ?? 0) > 0,
  )
  return ok(share("scheduled-jobs-with-failure-notification", heard.length, starts.length))
}
