import type { Result } from "@/lib/base/kernel/result"
import { ok } from "@/lib/base/kernel/result"
import { type BadDestination, judgeDestination } from "@/lib/base/outbound/destination"

/** The domains below which Databricks keeps workspaces: its three clouds, China and the governments' regions. */
export const workspaceDomains = [
  ...[".cloud.databricks.com", ".azuredatabricks.net", ".gcp.databricks.com"],
  ...[".databricks.azure.cn", ".databricks.azure.us", ".cloud.databricks.us"],
] as const

/** Where the accounts of the clouds answer. */
export const accountHosts = [
  "accounts.cloud.databricks.com",
  "accounts.azuredatabricks.net",
  "accounts.gcp.databricks.com",
] as const

/**
 * The origin of a workspace, from whatever a person pastes: a host, or the address of any page of it.
 * @param local an origin on this computer that counts besides
 */
export function workspaceOrigin(text: string, local?: string): Result<string, BadDestination> {
  const address = /^\w+:\/\//.test(text.trim()) ? text.trim() : `https://${text.trim()}`
  const judged = judgeDestination(address, workspaceDomains, local)
  return judged.ok ? ok(judged.value.origin) : judged
}

/** Where the account of a workspace answers, by its cloud; null where there is no such place. */
export function accountOrigin(workspace: string, local?: string): string | null {
  if (workspace === local) return workspace
  const { hostname } = new URL(workspace)
  return hostFor(hostname) ? `https://${hostFor(hostname)}` : null
}

function hostFor(hostname: string): string | null {
  if (hostname.endsWith(".azuredatabricks.net")) return accountHosts[1]
  if (hostname.endsWith(".gcp.databricks.com")) return accountHosts[2]
  return hostname.endsWith(".cloud.databricks.com") ? accountHosts[0] : null
}
