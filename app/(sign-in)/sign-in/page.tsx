import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { EntryHeading } from "@/components/accounts/entry-heading"
import { SignInForm } from "@/components/accounts/sign-in-form"
import { loadSignIn } from "@/lib/accounts/server/loaders"

export const metadata: Metadata = { title: "Sign in" }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { isEmpty, isSignedIn, goal, provider, refusal } = await loadSignIn(await searchParams)
  if (isEmpty) redirect("/first-run")
  if (isSignedIn) redirect(goal)
  return (
    <>
      <EntryHeading title="Sign in" />
      <SignInForm callbackUrl={goal} provider={provider} refusal={refusal} />
    </>
  )
}
