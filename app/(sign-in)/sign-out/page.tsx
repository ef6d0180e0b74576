import type { Metadata } from "next"
import { headers } from "next/headers"
import { EntryHeading } from "@/components/people/accounts/entry-heading"
import { SignOutForm } from "@/components/people/accounts/sign-out-form"
import { requireUser } from "@/lib/door/access/server/page-actor"

export const metadata: Metadata = { title: "Sign out" }

export default async function SignOutPage() {
  await requireUser()
  const isFromHere = (await headers()).get("sec-fetch-site") === "same-origin"
  return (
    <>
      <EntryHeading title="Sign out">You'll need to sign in again on this browser.</EntryHeading>
      <SignOutForm atOnce={isFromHere} />
    </>
  )
}
