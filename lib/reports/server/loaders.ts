import "server-only"
import { cache } from "react"
import { requireMember, requireUser } from "@/lib/door/access/server/page-actor"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const loadOverview = cache(async (programmeId: string) => findOverview(await requireMember(programmeId)))

/** The programmes of whoever looks at the page. */
export const loadPortfolio = cache(async (archived: boolean) => {
  const { items } = await findPortfolio(await requireUser(), { archived: archived ? "yes" : "no" })
  return items
})
