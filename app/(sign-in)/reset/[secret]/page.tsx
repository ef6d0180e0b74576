import type { Metadata } from "next"
import { EntryHeading } from "@/components/people/accounts/entry-heading"
import { ResetForm } from "@/components/people/accounts/reset-form"
import { loadReset } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "New password", robots: { index: false } }

export default async function ResetPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  const reset = await loadReset(secret)
  if (!reset)
    return (
      <EntryHeading title="Link not valid">
        It has been used, has expired or never existed. Ask an admin for a new one.
      </EntryHeading>
    )
  return (
    <>
      <EntryHeading title="Set a new password">This signs you out of every browser.</EntryHeading>
      <ResetForm secret={secret} email={reset.email} />
    </>
  )
}
