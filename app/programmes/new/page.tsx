import type { Metadata } from "next"
import { HomeFrame } from "@/components/people/accounts/home-frame"
import { NewProgrammeForm } from "@/components/plan/programme/new-programme-form"
import { NotForYou } from "@/components/plan/programme/not-for-you"
import { dayIn, dayOf, ordinalOf, weekdayOf } from "@/lib/base/kernel/day"
import { loadReleases } from "@/lib/pack/server/loaders"
import { loadMe } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "New programme" }

export default async function NewProgrammePage() {
  const [me, { releases, newest }] = await Promise.all([loadMe(), loadReleases()])
  const today = dayIn("UTC", new Date())
  const nextMonday = dayOf(ordinalOf(today) + 8 - weekdayOf(ordinalOf(today)))
  return (
    <HomeFrame user={me}>
      {me.admin ? (
        <NewProgrammeForm releases={releases} newest={newest} today={today} proposedStart={nextMonday} />
      ) : (
        <NotForYou />
      )}
    </HomeFrame>
  )
}
