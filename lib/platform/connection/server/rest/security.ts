import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { type Fetched, trouble } from "../fetched"
import { type RestMeasure, share } from "./measure"

const Token = z.object({ expiry_time: z.coerce.number().optional(), creation_time: z.coerce.number().optional() })
const NEVER = -1
const NINETY_DAYS_MS = 90 * 86_400_000

/** Tokens whose whole life is longer than ninety days, or that never end; one that does not say when it began counts too. */
export const tokensBounded: RestMeasure = async ({ workspace, now }) => {
  const tokens = await workspace.pages("/api/2.0/token-management/tokens", "token_infos", Token)
  if (!tokens.ok) return tokens
  const alive = tokens.value.filter(({ expiry_time = NEVER }) => expiry_time === NEVER || expiry_time > now)
  const beyond = alive.filter(
    ({ expiry_time = NEVER, creation_time }) =>
      expiry_time === NEVER || creation_time === undefined || expiry_time - creation_time > NINETY_DAYS_MS,
  )
  return ok([{ metric: "tokens-beyond-ninety-days", value: beyond.length, n: alive.length }])
}

const Member = z.object({ value: z.string().optional(), $ref: z.string().optional(), type: z.string().optional() })
type Member = z.output<typeof Member>
const Group = z.object({
  id: z.string().optional(),
  displayName: z.string().optional(),
  members: z.array(Member).optional(),
})
const MOST_GROUPS = 200
const isGroup = ({ $ref, type }: Member): boolean => /(^|\/)groups\//i.test($ref ?? "") || /^group$/i.test(type ?? "")

/** Administrators are counted through groups in groups, each person and service principal once. */
export const fewAdministrators: RestMeasure = async ({ workspace }) => {
  const filter = new URLSearchParams({ filter: 'displayName eq "admins"' })
  const groups = await workspace.resources(`/api/2.0/preview/scim/v2/Groups?${filter}`, Group)
  if (!groups.ok) return groups
  const admins = groups.value.find(({ displayName }) => displayName === "admins")
  if (!admins) return ok([{ metric: "most-admins-in-a-workspace", value: null, n: 0 }])
  const people = new Set<string>()
  const seen = new Set([admins.id ?? ""])
  const open = [...(admins.members ?? [])]
  for (let member = open.pop(); member; member = open.pop()) {
    const { value } = member
    if (!isGroup(member)) {
      people.add(value ?? `unnamed ${people.size}`)
      continue
    }
    if (value === undefined || seen.has(value)) continue
    if (seen.size > MOST_GROUPS) return trouble("incomplete", "too many groups in the group of administrators")
    seen.add(value)
    const inner = await workspace.get(`/api/2.0/preview/scim/v2/Groups/${encodeURIComponent(value)}`, Group)
    if (!inner.ok) return inner
    // a workspace does not list the members of every group of the account
    if (!inner.value.members) return trouble("incomplete", "a group of administrators does not list its members")
    open.push(...inner.value.members)
  }
  return ok([{ metric: "most-admins-in-a-workspace", value: people.size, n: 1 }])
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

const List = z.object({
  enabled: z.boolean().optional(),
  list_type: z.string().optional(),
  ip_addresses: z.array(z.string()).optional(),
})

/** Lists of allowed addresses are switched on, at least one allows, and none lets nearly everybody in. Private links are not seen here. */
export const networkClosed: RestMeasure = async ({ workspace }) => {
  const key = "enableIpAccessLists"
  const conf = await workspace.get(`/api/2.0/workspace-conf?keys=${key}`, Conf)
  if (!conf.ok) return conf
  const lists = await workspace.pages("/api/2.0/ip-access-lists", "ip_access_lists", List)
  if (!lists.ok) return lists
  const allows = lists.value.filter(({ enabled, list_type }) => enabled !== false && list_type !== "BLOCK")
  if (allows.some(({ ip_addresses }) => ip_addresses === undefined))
    return trouble("incomplete", "a list does not say its addresses")
  const addresses = allows.flatMap(({ ip_addresses }) => ip_addresses ?? [])
  const isClosed = isTrue(conf.value[key]) && addresses.length > 0 && !letsNearlyAllIn(addresses)
  return ok(share("workspaces-with-closed-network", isClosed ? 1 : 0, 1))
}

/** A range wider than these is no company's: of IPv4 16.8 million addresses, of IPv6 a region's part of the internet. */
const WIDEST = { v4: 8, v6: 20 } as const
/** Together no more than a sixteenth of all IPv4 addresses, so that many ranges do not stand for all. */
const MOST_IPV4 = 2 ** 28

/** Whether ranges such as `0.0.0.0/0`, or the two halves of the internet, are among addresses in CIDR notation. */
export function letsNearlyAllIn(addresses: readonly string[]): boolean {
  let allowed = 0
  for (const address of new Set(addresses.map((each) => each.trim()))) {
    const [base = "", bits] = address.split("/")
    const isV6 = base.includes(":")
    const prefix = bits === undefined ? (isV6 ? 128 : 32) : Number(bits)
    if (!Number.isInteger(prefix) || prefix < (isV6 ? WIDEST.v6 : WIDEST.v4)) return true
    if (!isV6) allowed += 2 ** (32 - prefix)
  }
  return allowed > MOST_IPV4
}
