import type { Transaction } from "@/lib/base/db/client"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Actor } from "@/lib/door/access/actor"

type Out = "sign-in-needed" | "not-allowed"

/**
 * Whether who was let in still is: the session or token not ended, the user not disabled, and in a programme the same role.
 * Between the door and the write lies the body of the request, which may take a minute. Work of the server has no credential.
 */
export async function stillIn(tx: Transaction, actor: Actor): Promise<Result<true, Out>> {
  if (actor.kind === "visitor" || !actor.signIn?.credential) return ok(true)
  const { userId, admin, credential } = actor.signIn
  const where = { id: credential.id, userId, revokedAt: null, user: { disabledAt: null } }
  const select = { user: { select: { admin: true } } }
  const found =
    credential.kind === "session"
      ? await tx.session.findFirst({ where, select })
      : await tx.apiToken.findFirst({ where, select })
  if (!found) return refuse("sign-in-needed")
  if (actor.kind === "installation" && found.user.admin !== admin) return refuse("not-allowed")
  if (actor.kind !== "programme") return ok(true)
  const { programmeId, membership } = actor
  const member = await tx.member.findFirst({
    where: { programmeId, userId },
    select: { role: true, programme: { select: { archivedAt: true } } },
  })
  const isSame = member?.role === membership.role && (member.programme.archivedAt !== null) === membership.archived
  return isSame ? ok(true) : refuse("not-allowed")
}
