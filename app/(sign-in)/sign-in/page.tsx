import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { EntryHeading } from "@/components/accounts/entry-heading"
import { SignInForm } from "@/components/accounts/sign-in-form"
import { appOrigin } from "@/lib/access/server/origin"
import { currentUser } from "@/lib/access/server/page-actor"
import { ownPath } from "@/lib/accounts/callback"
import { loadIsEmpty, loadProvider } from "@/lib/accounts/server/loaders"
import { signInRefusalOf, signInRefusals } from "@/lib/accounts/sign-in-refusals"

export const metadata: Metadata = { title: "Sign in" }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  if (await loadIsEmpty()) redirect("/first-run")
  const goal = ownPath([callbackUrl].flat()[0], appOrigin())
  if (await currentUser()) redirect(goal)
  const refusal = error ? signInRefusals[signInRefusalOf([error].flat()[0] ?? "")].sentence : undefined
  return (
    <>
      <EntryHeading title="Sign in" />
      <SignInForm callbackUrl={goal} provider={loadProvider()} refusal={refusal} />
    </>
  )
}
