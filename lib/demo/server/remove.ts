import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import { InstallationActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { cast } from "../story/cast"

/** The command line of the server itself. */
export const commandLine = (at: Date): InstallationActor => new InstallationActor({ at, network: "server" }, null)

/**
 * Takes the demo programme away with its whole history, and the people of the story who are in no other programme; the
 * installation's chain says that it happened.
 */
export const removeDemo = (actor: InstallationActor, programmeId: Id) =>
  transact(actor, "installation.manage", async (tx) => {
    const programme = await tx.programme.findFirst({ where: { id: programmeId, demo: true } })
    if (!programme) return refuse("not-a-demo")
    const events = await tx.auditEvent.count({ where: { chainId: programmeId } })
    await tx.$executeRaw`SELECT set_config('lakeward.removing_demo', ${programmeId}, true)`
    await tx.auditEvent.deleteMany({ where: { chainId: programmeId } })
    await tx.auditText.deleteMany({ where: { chainId: programmeId } })
    await tx.programme.delete({ where: { id: programmeId } })
    await tx.auditChain.delete({ where: { id: programmeId } })
    const users = await removeCast(tx)
    return done({ events, users }, { type: "demo.removed", subject: programmeId, data: { events, users } })
  })

/** Takes away the accounts of the story's people; who is in another programme meanwhile, or an admin, stays. */
async function removeCast(tx: Transaction): Promise<number> {
  const emails = [...cast.values()].map(({ email }) => email)
  const where = { email: { in: emails }, admin: false, members: { none: {} } }
  const gone = await tx.user.findMany({ where, select: { id: true, email: true } })
  const ids = gone.map(({ id }) => id)
  await tx.idempotencyKey.deleteMany({ where: { userId: { in: ids } } })
  await tx.invitation.deleteMany({ where: { email: { in: gone.map(({ email }) => email) } } })
  const { count } = await tx.user.deleteMany({ where: { id: { in: ids } } })
  return count
}
