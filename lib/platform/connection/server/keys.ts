import { database } from "@/lib/base/db/client"
import { rewrap, standingOf } from "@/lib/base/secrets/server/envelope"
import { bindingOf } from "./rows"

/** How many kept secrets no key opens any more: a start with them would only seem to work. */
export async function countLostSecrets(): Promise<number> {
  const rows = await database().prisma.connection.findMany({ where: { removedAt: null }, select: { secret: true } })
  return rows.filter(({ secret }) => standingOf(secret) === "unknown").length
}

/**
 * Wraps every kept secret with the newest key, one row at a time; begun again after a halt, it goes on with what is left.
 * Answers how many were moved and how many no key opens.
 */
export async function moveToNewestKey(): Promise<{ moved: number; lost: number }> {
  const { prisma } = database()
  const rows = await prisma.connection.findMany({ where: { removedAt: null } })
  let [moved, lost] = [0, 0]
  for (const row of rows) {
    const standing = standingOf(row.secret)
    if (standing === "newest") continue
    const wrapped = rewrap(row.secret, bindingOf(row))
    if (!wrapped.ok) {
      lost += 1
      continue
    }
    const where = { id: row.id, secret: row.secret }
    const { count } = await prisma.connection.updateMany({ where, data: { secret: Uint8Array.from(wrapped.value) } })
    moved += count
  }
  return { moved, lost }
}
