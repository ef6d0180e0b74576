import * as z from "zod"
import { ok } from "@/lib/base/kernel/result"
import { trouble } from "../fetched"
import { type Reach, type RestMeasure, share } from "./measure"

const Budget = z.object({
  filter: z
    .object({
      tags: z
        .array(z.object({ key: z.string(), value: z.object({ values: z.array(z.string()).optional() }).optional() }))
        .optional(),
    })
    .optional(),
  alert_configurations: z.array(z.object({ quantity_threshold: z.string().optional() })).optional(),
})

/** Which cost centres exist is told by the tags of usage; those a budget with a threshold names count as covered. */
export const budgets: RestMeasure = async (reach) => {
  const { account, parameters, measured } = reach
  if (!account) return trouble("not-permitted", "the connection has no account ID")
  const path = `/api/2.1/accounts/${encodeURIComponent(account.id)}/budgets`
  const found = await account.client.pages(path, "budgets", Budget)
  if (!found.ok) return found
  const tag = parameters.tag || "cost_center"
  const covered = new Set(
    found.value
      .filter(({ alert_configurations }) =>
        alert_configurations?.some(({ quantity_threshold }) => Number(quantity_threshold) > 0),
      )
      .flatMap(
        ({ filter }) =>
          filter?.tags?.filter(({ key }) => key === tag).flatMap(({ value }) => value?.values ?? []) ?? [],
      ),
  )
  const all = measured.get("cost-centres") ?? 0
  return ok(share("cost-centres-with-budget", Math.min(covered.size, all), all))
}

const User = z.object({ active: z.boolean().optional() })

/** Active accounts are those that the statement on the audit log has counted. */
export const activation: RestMeasure = async ({ account, workspace, measured }) => {
  const client = account?.client ?? workspace
  const path = account
    ? `/api/2.0/accounts/${encodeURIComponent(account.id)}/scim/v2/Users`
    : "/api/2.0/account/scim/v2/Users"
  const users = await client.resources(path, User)
  if (!users.ok) return users
  const provisioned = users.value.filter(({ active }) => active !== false).length
  const active = activeUsers({ measured })
  if (active === null) return trouble("incomplete", "active users were not measured")
  return ok(share("active-of-provisioned-users", Math.min(active, provisioned), provisioned))
}

const activeUsers = ({ measured }: Pick<Reach, "measured">): number | null =>
  measured.get("monthly-active-users") ?? null
