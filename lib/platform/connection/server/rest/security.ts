import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { type Fetched, trouble } from "../fetched"
import { type RestMeasure, share } from "./measure"

const Token = z.object({ expiry_time: z.coerce.number().optional() })
const NEVER = -1
const NINETY_DAYS_MS = 90 * 86_400_000

/** Tokens that end later than in ninety days, or never. */
export const tokensBounded: RestMeasure = async ({ workspace, now }) => {
  const tokens = await workspace.pages("/api/2.0/token-management/tokens", "token_infos", Token)
  if (!tokens.ok) return tokens
  const beyond = tokens.value.filter(
    ({ expiry_time = NEVER }) => expiry_time === NEVER || expiry_time > now + NINETY_DAYS_MS,
  )
  return ok([{ metric: "tokens-beyond-ninety-days", value: beyond.length, n: tokens.value.length }])
}

const Group = z.object({ displayName: z.string().optional(), members: z.array(z.object({})).optional() })

export const fewAdministrators: RestMeasure = async ({ workspace }) => {
  const filter = new URLSearchParams({ filter: 'displayName eq "admins"' })
  const groups = await workspace.resources(`/api/2.0/preview/scim/v2/Groups?${filter}`, Group)
  if (!groups.ok) return groups
  const admins = groups.value.find(({ displayName }) => displayName === "admins")
  if (!admins) return ok([{ metric: "most-admins-in-a-workspace", value: null, n: 0 }])
  return ok([{ metric: "most-admins-in-a-workspace", value: admins.members?.length ?? 0, n: 1 }])
}

const Conf = z.record(z.string(), z.string().nullish())
const isTrue = (value: string | null | undefined): boolean => value?.toLowerCase() === "true"

export const verboseAudit: RestMeasure = async ({ workspace }) => {
  const key = "enableVerboseAuditLogs"
  const answer = await workspace.get(`/api/2.0/workspace-conf?keys=${key}`, Conf)
  return answer.ok ? ok(share("workspaces-with-verbose-audit", isTrue(answer.value[key]) ? 1 : 0, 1)) : answer
}

const Setting = z.looseObject({ setting_name: z.string().optional() })

/** A setting is a member of its own name, with a value inside. */
async function isSwitchedOff(
  workspace: Parameters<RestMeasure>[0]["workspace"],
  name: string,
): Promise<Fetched<boolean>> {
  const answer = await workspace.get(`/api/2.0/settings/types/${name}/names/default`, Setting)
  if (!answer.ok) return answer
  const inner = z.object({ value: z.boolean() }).safeParse(answer.value[name])
  return inner.success ? ok(inner.data.value) : trouble("unreadable")
}

export const legacyOff: RestMeasure = async ({ workspace }) => {
  const access = await isSwitchedOff(workspace, "disable_legacy_access")
  if (!access.ok) return access
  const files = await isSwitchedOff(workspace, "disable_legacy_dbfs")
  if (!files.ok) return files
  return ok(share("workspaces-with-legacy-off", access.value && files.value ? 1 : 0, 1))
}

const List = z.object({ enabled: z.boolean().optional(), list_type: z.string().optional() })

/** Lists of allowed addresses are switched on, and at least one allows. Private links are not seen here. */
export const networkClosed: RestMeasure = async ({ workspace }) => {
  const key = "enableIpAccessLists"
  const conf = await workspace.get(`/api/2.0/workspace-conf?keys=${key}`, Conf)
  if (!conf.ok) return conf
  const lists = await workspace.pages("/api/2.0/ip-access-lists", "ip_access_lists", List)
  if (!lists.ok) return lists
  const allows = lists.value.some(({ enabled, list_type }) => enabled !== false && list_type !== "BLOCK")
  return ok(share("workspaces-with-closed-network", isTrue(conf.value[key]) && allows ? 1 : 0, 1))
}
