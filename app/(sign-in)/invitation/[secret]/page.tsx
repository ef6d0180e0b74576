import type { Metadata } from "next"
import Link from "next/link"
import { EntryHeading } from "@/components/people/accounts/entry-heading"
import { InvitationForm } from "@/components/people/accounts/invitation-form"
import { JoinForm } from "@/components/people/accounts/join-form"
import { buttonStyle } from "@/components/ui/button"
import { currentUser } from "@/lib/door/access/server/page-actor"
import { loadInvitation, loadMe, loadProvider } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "Invitation", robots: { index: false } }

export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  const invitation = await loadInvitation(secret)
  if (!invitation)
    return (
      <EntryHeading title="Invitation not valid">
        It has been used, has expired or never existed. Ask the person who sent it for a new one.
      </EntryHeading>
    )
  const { email, name, programme, hasAccount } = invitation
  const title = programme ? `You're invited to ${programme}` : "You're invited to Lakeward"
  if (!hasAccount)
    return (
      <>
        <EntryHeading title={title}>Choose a password to finish.</EntryHeading>
        <InvitationForm secret={secret} email={email} name={name} provider={loadProvider()} />
      </>
    )
  const me = (await currentUser()) ? await loadMe() : null
  if (me?.email === email)
    return (
      <>
        <EntryHeading title={title}>You are signed in as {me.name}.</EntryHeading>
        <JoinForm secret={secret} programme={programme} />
      </>
    )
  const href = me ? "/sign-out" : `/sign-in?callbackUrl=${encodeURIComponent(`/invitation/${secret}`)}`
  return (
    <>
      <EntryHeading title={title}>
        The invitation is for {email}, who already has an account
        {me ? `; you are signed in as ${me.email}` : ""}. {me ? "Sign out, sign in as" : "Sign in as"} {email}, then
        open the link again.
      </EntryHeading>
      <Link href={href} className={buttonStyle({ variant: "primary", size: "large", className: "w-full" })}>
        {me ? "Sign out" : "Sign in"}
      </Link>
    </>
  )
}
