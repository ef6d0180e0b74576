import "server-only"
import { cache } from "react"
import { requireMember, requireUser } from "@/lib/access/server/page-actor"
import { database } from "@/lib/db/client"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const loadOverview = cache(async (programmeId: string) => findOverview(await requireMember(programmeId)))

/** The user's programmes, and who he is. */
export const loadPortfolio = cache(async (archived: boolean) => {
  const actor = await requireUser()
  const [portfolio, user] = await Promise.all([
    findPortfolio(actor, { archived: archived ? "yes" : "no" }),
    database().prisma.user.findFirstOrThrow({
      where: { id: actor.signIn.userId },
      select: { name: true, email: true, admin: true },
    }),
  ])
  return { items: portfolio.items, user }
})
