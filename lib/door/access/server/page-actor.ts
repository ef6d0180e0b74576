import { headers } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import { asId, type Id } from "@/lib/base/kernel/id"
import { InstallationActor, type ProgrammeActor, type RequestContext, UserActor } from "../actor"
import { credentialOf } from "./credential"
import { asMember, identify } from "./identify"
import { appOrigin, NETWORK_HEADER, PATH_HEADER } from "./origin"

const pageContext = cache(
  async (): Promise<RequestContext> => ({
    at: new Date(),
    network: (await headers()).get(NETWORK_HEADER) ?? "unknown",
  }),
)

const identifiedFor = cache(async (programmeId: Id | null) => {
  const credential = credentialOf(await headers(), appOrigin())
  if (credential?.kind !== "session") return null
  return identify(credential, programmeId, (await pageContext()).at)
})

/** Who looks at the page, or null before sign-in. One lookup for the whole request. */
export const currentUser = cache(async (): Promise<UserActor | null> => {
  const identified = await identifiedFor(null)
  return identified ? new UserActor(await pageContext(), identified.signIn) : null
})

/** Who looks at the page; anybody else is sent to sign in, and comes back here afterwards. */
export const requireUser = cache(async (): Promise<UserActor> => (await currentUser()) ?? sendToSignIn())

/** The installation admin who looks at the page; for everybody else there is no such page. */
export const requireAdmin = cache(async (): Promise<InstallationActor> => {
  const { context, signIn } = await requireUser()
  return signIn.admin ? new InstallationActor(context, signIn) : notFound()
})

/** The member who looks at a programme's page; for everybody else there is no such page. */
export const requireMember = cache(async (asked: string): Promise<ProgrammeActor> => {
  const programmeId = asId(asked)
  if (!programmeId) {
    await requireUser()
    return notFound()
  }
  const identified = await identifiedFor(programmeId)
  if (!identified) return sendToSignIn()
  return asMember(identified, await pageContext()) ?? notFound()
})

async function sendToSignIn(): Promise<never> {
  const path = (await headers()).get(PATH_HEADER)
  redirect(path && path !== "/" ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in")
}
