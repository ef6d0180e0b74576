import "server-only"
import { cache } from "react"
import { database } from "@/lib/base/db/client"
import { UserActor } from "@/lib/door/access/actor"
import { requireMember } from "@/lib/door/access/server/page-actor"
import { findRoadmap, listPortfolio } from "./queries"

/** What the frame round a programme's pages shows: the programme, the others of the same user, and the user. */
export const loadFrame = cache(async (programmeId: string) => {
  const actor = await requireMember(programmeId)
  const [user, portfolio] = await Promise.all([
    database().prisma.user.findFirstOrThrow({
      where: { id: actor.signIn.userId },
      select: { name: true, email: true, admin: true },
    }),
    listPortfolio(new UserActor(actor.context, actor.signIn), { archived: "yes" }),
  ])
  const programme = portfolio.items.find(({ id }) => id === actor.programmeId)
  return {
    user,
    role: actor.membership.role,
    programme,
    others: portfolio.items.filter(({ id, archived }) => id !== actor.programmeId && !archived),
  }
})

/** What the settings of a programme show, and whether the member who looks may change them. */
export const loadSettings = cache(async (programmeId: string) => {
  const actor = await requireMember(programmeId)
  const { programme, deliveryRoles } = await findRoadmap(actor)
  const { today } = actor.membership
  return { programme, deliveryRoles, today, mayManage: actor.may("programme.manage") }
})
