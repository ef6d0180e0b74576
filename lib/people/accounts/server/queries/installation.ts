import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { InstallationActor } from "@/lib/door/access/actor"
import type { InvitationView, UserView } from "../../views"

const read = {
  id: true,
  name: true,
  email: true,
  admin: true,
  disabledAt: true,
  version: true,
  sessions: { select: { authenticatedAt: true, revokedAt: true, expiresAt: true } },
} as const

type Row = Pick<UserView, "id" | "name" | "email" | "admin" | "version"> & {
  disabledAt: Date | null
  sessions: { authenticatedAt: Date; revokedAt: Date | null; expiresAt: Date }[]
}

function viewOf({ disabledAt, sessions, ...user }: Row, at: Date): UserView {
  const last = Math.max(0, ...sessions.map((session) => session.authenticatedAt.getTime()))
  return {
    ...user,
    disabled: disabledAt !== null,
    lastSignInAt: last > 0 ? new Date(last).toISOString() : null,
    sessions: sessions.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > at).length,
  }
}

/** @throws when there is no such user */
export const userView = async (tx: Transaction, id: Id, at: Date): Promise<UserView> =>
  viewOf(await tx.user.findFirstOrThrow({ where: { id }, select: read }), at)

/** Everybody who has an account, by name. */
export async function listAllUsers({ context }: InstallationActor): Promise<{ items: UserView[] }> {
  const rows = await database().prisma.user.findMany({ select: read, orderBy: [{ name: "asc" }, { id: "asc" }] })
  return { items: rows.map((row) => viewOf(row, context.at)) }
}

/** Open invitations to the installation, or to one programme; never those of another. */
export async function openInvitations(programmeId: Id | null, at: Date): Promise<{ items: InvitationView[] }> {
  const rows = await database().prisma.invitation.findMany({
    where: { programmeId, kind: "invitation", usedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: "desc" },
  })
  const items = rows.map(({ id, email, name, role, createdAt, expiresAt }) => ({
    id,
    email,
    name,
    role,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
  return { items }
}

export const listOpenInvitations = ({ context }: InstallationActor) => openInvitations(null, context.at)
