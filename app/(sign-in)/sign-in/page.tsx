import type { Metadata } from "next"
import Link from "next/link"
import { redirect } from "next/navigation"
import { EntryHeading } from "@/components/people/accounts/entry-heading"
import { SignInForm } from "@/components/people/accounts/sign-in-form"
import { buttonStyle } from "@/components/ui/button"
import { loadSignIn } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "Sign in" }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { isEmpty, isSignedIn, goal, provider, refusal } = await loadSignIn(await searchParams)
  if (isEmpty) redirect("/first-run")
  if (isSignedIn && !refusal) redirect(goal)
  return (
    <>
      <EntryHeading title="Sign in">{isSignedIn ? "You are still signed in." : null}</EntryHeading>
      <SignInForm callbackUrl={goal} provider={provider} refusal={refusal} />
      {isSignedIn ? (
        <Link href={goal} className={buttonStyle({ size: "large", class: "mt-4 w-full" })}>
          Back
        </Link>
      ) : null}
    </>
  )
}
