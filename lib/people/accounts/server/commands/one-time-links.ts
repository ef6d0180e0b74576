import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import type { InstallationActor, ProgrammeActor } from "@/lib/door/access/actor"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { hashOfSecret } from "@/lib/door/access/server/identify"
import { newSecret } from "@/lib/door/access/server/secret"
import { type LinkKind, linkLifetime, linkPath } from "../../one-time-link"

type NewLink = {
  readonly kind: LinkKind
  readonly email: string
  readonly name: string
  readonly programmeId: Id | null
  readonly role: ProgrammeRole | null
}

/** Writes a link and returns its path, this once. An older one for the same end stops working. */
export async function makeLink(
  tx: Transaction,
  { context, signIn }: InstallationActor | ProgrammeActor,
  link: NewLink,
) {
  const { kind, email, programmeId } = link
  await tx.invitation.deleteMany({ where: { kind, email, programmeId, usedAt: null } })
  const id = newId(context.at)
  const secret = newSecret()
  const expiresAt = new Date(context.at.getTime() + linkLifetime[kind])
  await tx.invitation.create({
    data: {
      ...link,
      id,
      secretHash: Buffer.from(hashOfSecret(secret)),
      createdById: signIn?.userId ?? null,
      createdAt: context.at,
      expiresAt,
    },
  })
  return { id, path: linkPath(kind, secret), expiresAt: expiresAt.toISOString() }
}

/** The link that a secret belongs to, used or not. */
export const findLink = (kind: LinkKind, secret: string, tx: Transaction = database().prisma) =>
  tx.invitation.findFirst({ where: { kind, secretHash: Buffer.from(hashOfSecret(secret)) } })

/** Uses a link up; false when somebody else was faster, or its time has come. */
export async function spendLink(tx: Transaction, id: Id, at: Date): Promise<boolean> {
  const where = { id, usedAt: null, expiresAt: { gt: at } }
  const { count } = await tx.invitation.updateMany({ where, data: { usedAt: at } })
  return count === 1
}
