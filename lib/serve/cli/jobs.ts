import type { JobKind } from "@/lib/base/jobs/server/job-kind"
import { InstallationActor } from "@/lib/door/access/actor"
import { recurringJobs } from "./housekeeping"

/** Every kind of work that is done outside of requests; a new one gets its line here. */
export async function jobKinds(): Promise<readonly JobKind[]> {
  return [await fetching(), ...recurringJobs]
}

/** Starts to do jobs in this process. */
export async function startJobs(): Promise<() => Promise<void>> {
  const { startRunner } = await import("@/lib/base/jobs/server/runner")
  return startRunner(await jobKinds())
}

/** Facts over connections: in the name of who asked, as they are now, or of the server for the schedule. */
async function fetching(): Promise<JobKind> {
  const { fetchFacts } = await import("@/lib/platform/connection/server/runner")
  const { actorOfMember } = await import("@/lib/door/access/server/member-actor")
  const { findUserOf } = await import("@/lib/platform/connection/server/starter")
  return fetchFacts(async (run, at) => {
    const userId = await findUserOf(run)
    const member = userId === null ? null : await actorOfMember(run.programmeId, userId, at)
    return member ?? new InstallationActor({ at, network: "server" }, null)
  })
}
