import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { EntryHeading } from "@/components/people/accounts/entry-heading"
import { FirstRunForm } from "@/components/people/accounts/first-run-form"
import { loadIsEmpty } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "First run" }

export default async function FirstRunPage() {
  if (!(await loadIsEmpty())) redirect("/sign-in")
  return (
    <>
      <EntryHeading title="Create the first admin">
        Create the first admin account. Admins create programmes and invite users.
      </EntryHeading>
      <FirstRunForm />
    </>
  )
}
