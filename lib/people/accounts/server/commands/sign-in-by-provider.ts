import type { Transaction } from "@/lib/base/db/client"
import { type Id, NIL_ID } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { Visitor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import type { CommandResult } from "@/lib/door/server/outcome"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { type Claims, type Vouched, vouchedFor } from "../../identity"
import { type Caller, type Entrance, openSession } from "./sign-in"
import { addMember, addUser } from "./user-rows"

type Found = { readonly userId: Id; readonly events: readonly EventDraft[] }

/** Lets in whom an OpenID Connect provider vouches for, when they are a user or invited, by their verified e-mail address. */
export async function signInByProvider(
  caller: Caller,
  issuer: string,
  claims: Claims,
): Promise<CommandResult<Entrance, "email-not-verified" | "not-invited">> {
  const vouched = vouchedFor(claims)
  if (!vouched.ok) return vouched
  return transact(new Visitor(caller.context), "public", async (tx) => {
    const { at } = caller.context
    const found =
      (await knownIdentity(tx, issuer, vouched.value)) ??
      (await knownAddress(tx, issuer, vouched.value)) ??
      (await invited(tx, issuer, vouched.value, at))
    if (!found.ok) return found
    const { value, events } = await openSession(tx, caller, found.value.userId, "provider", askedAtOf(claims, at))
    return done(value, ...events, ...found.value.events)
  })
}

/** When the provider last asked them, where it says so. */
const askedAtOf = ({ auth_time }: Claims, at: Date): Date => (auth_time === undefined ? at : new Date(auth_time * 1000))

type Look = Result<Found, "not-invited"> | null

async function knownIdentity(tx: Transaction, issuer: string, { subject }: Vouched): Promise<Look> {
  const identity = await tx.identity.findFirst({ where: { issuer, subject }, include: { user: true } })
  if (!identity) return null
  return identity.user.disabledAt ? refuse("not-invited") : ok({ userId: identity.userId, events: [] })
}

async function knownAddress(tx: Transaction, issuer: string, vouched: Vouched): Promise<Look> {
  const user = await tx.user.findFirst({ where: { email: vouched.email } })
  if (!user) return null
  if (user.disabledAt) return refuse("not-invited")
  return ok({ userId: user.id, events: [await linkIdentity(tx, issuer, vouched.subject, user.id)] })
}

/** A new user from their open invitations; each is used up, and makes them a member where it says so. */
async function invited(
  tx: Transaction,
  issuer: string,
  vouched: Vouched,
  at: Date,
): Promise<Result<Found, "not-invited">> {
  const { email } = vouched
  const open = await tx.invitation.findMany({
    where: { email, kind: "invitation", usedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: "desc" },
  })
  const newest = open[0]
  if (!newest) return refuse("not-invited")
  const name = vouched.name ?? newest.name
  const user = await addUser(tx, { email, name, passwordHash: null, admin: false, at })
  const events = [user.event, await linkIdentity(tx, issuer, vouched.subject, user.id)]
  for (const { id, programmeId, role } of open) {
    await tx.invitation.updateMany({ where: { id }, data: { usedAt: at } })
    if (programmeId && role)
      events.push(...(await addMember(tx, { programmeId, userId: user.id, email, name, role, at })))
  }
  return ok({ userId: user.id, events })
}

async function linkIdentity(tx: Transaction, issuer: string, subject: string, userId: Id): Promise<EventDraft> {
  await tx.identity.create({ data: { issuer, subject, userId } })
  return { type: "user.identity-linked", subject: userId, data: {}, texts: { issuer, subject }, chain: NIL_ID }
}
