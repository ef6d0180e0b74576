import "server-only"
import { cookies } from "next/headers"
import { cache } from "react"
import { database } from "@/lib/base/db/client"
import { settings } from "@/lib/base/settings/server/settings"
import { appOrigin } from "@/lib/door/access/server/origin"
import { currentUser, requireAdmin, requireMember, requireUser } from "@/lib/door/access/server/page-actor"
import { ownPath } from "../callback"
import { openLink } from "../one-time-link"
import { signInRefusalOf, signInRefusals } from "../sign-in-refusals"
import { authCookies } from "./auth/cookies"
import { findLink } from "./commands/one-time-links"
import { findMe, listOwnSessions, listOwnTokens } from "./queries/account"
import { listAllUsers, listOpenInvitations } from "./queries/installation"
import { listProgrammeInvitations, listProgrammePeople } from "./queries/people"

/** The account of whoever looks at the page. */
export const loadMe = cache(async () => findMe(await requireUser()))

/** Everything of the account page. */
export async function loadAccount() {
  const actor = await requireUser()
  const [me, sessions, tokens] = await Promise.all([loadMe(), listOwnSessions(actor), listOwnTokens(actor)])
  return { me, sessions: sessions.items, tokens: tokens.items }
}

/** Everything of the installation's page, for its admins. */
export async function loadInstallation() {
  const actor = await requireAdmin()
  const [me, users, invitations] = await Promise.all([loadMe(), listAllUsers(actor), listOpenInvitations(actor)])
  return { me, users: users.items, invitations: invitations.items }
}

/** The people of a programme, with what the member who looks may do about them. */
export async function loadPeople(programmeId: string) {
  const actor = await requireMember(programmeId)
  const mayManage = actor.may("members.manage")
  const [people, invitations] = await Promise.all([
    listProgrammePeople(actor),
    mayManage ? listProgrammeInvitations(actor) : { items: [] },
  ])
  return { people: people.items, invitations: invitations.items, mayManage }
}

/** Whether the installation still waits for its first admin. */
export const loadIsEmpty = cache(
  async () => (await database().prisma.user.findFirst({ select: { id: true } })) === null,
)

/** The name of the provider people can sign in with, or null. */
export const loadProvider = (): string | null => {
  const { oidc } = settings()
  return oidc ? new URL(oidc.issuer).host : null
}

type Words = string | string[] | undefined

/** What the sign-in page shows: where one goes afterwards, the provider, and why one did not come in last time. */
export async function loadSignIn({ callbackUrl, error }: { readonly callbackUrl?: Words; readonly error?: Words }) {
  const [isEmpty, user, begun] = await Promise.all([loadIsEmpty(), currentUser(), goalOfLastTime()])
  const code = [error].flat()[0]
  const wanted = [callbackUrl].flat()[0] ?? (code ? begun : undefined)
  return {
    isEmpty,
    isSignedIn: user !== null,
    goal: ownPath(wanted, appOrigin()),
    provider: loadProvider(),
    refusal: code ? signInRefusals[signInRefusalOf(code)].sentence : undefined,
  }
}

/** Where the sign-in led that a provider did not complete: its answer comes back without that. */
async function goalOfLastTime(): Promise<string | undefined> {
  const name = authCookies(appOrigin()).callbackUrl?.name
  return name ? (await cookies()).get(name)?.value : undefined
}

export type OpenInvitation = {
  readonly email: string
  readonly name: string
  readonly programme: string | null
  readonly hasAccount: boolean
}

/** What an invitation's page says, or null when its link is not valid. */
export async function loadInvitation(secret: string): Promise<OpenInvitation | null> {
  const link = openLink(await findLink("invitation", secret), new Date())
  if (!link.ok) return null
  const { email, name, programmeId } = link.value
  const { prisma } = database()
  const [user, programme] = await Promise.all([
    prisma.user.findFirst({ where: { email }, select: { id: true } }),
    programmeId ? prisma.programme.findFirst({ where: { id: programmeId }, select: { name: true } }) : null,
  ])
  return { email, name, programme: programme?.name ?? null, hasAccount: user !== null }
}

/** Whose password a reset link sets, or null when it is not valid. */
export async function loadReset(secret: string): Promise<{ readonly email: string } | null> {
  const link = openLink(await findLink("password_reset", secret), new Date())
  return link.ok ? { email: link.value.email } : null
}
