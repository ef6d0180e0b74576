import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { VerdictChange } from "../contract"
import { rejudge } from "./rejudge"

/**
 * Keeps what the passing of days has changed: facts that grew too old, evidence past its last day. Readers see it without
 * this; the history, and whoever waits for a change, do not. Called again on the same day it writes nothing.
 */
export async function judgeByDay(actor: InstallationActor): Promise<void> {
  const programmes = await database().prisma.programme.findMany({
    where: { archivedAt: null },
    select: { id: true, timeZone: true },
  })
  for (const { id, timeZone } of programmes) await judgeProgramme(actor, id, timeZone)
}

const judgeProgramme = (actor: InstallationActor, id: Id, timeZone: string) =>
  transact(actor, "installation.manage", async (tx) => {
    const { at } = actor.context
    const changes = await rejudge(tx, id, { today: dayIn(timeZone, at), at })
    if (changes.length === 0) return refuse("nothing-changed")
    return done({ id }, { type: "verdicts.changed", chain: id, subject: null, data: countsOf(changes) })
  })

/** How many turned to what. */
const countsOf = (changes: readonly VerdictChange[]) => ({
  changed: changes.length,
  met: changes.filter(({ to }) => to === "met").length,
  notMet: changes.filter(({ to }) => to === "not-met").length,
  unknown: changes.filter(({ to }) => to === "could-not-tell").length,
})
