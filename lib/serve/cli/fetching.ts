import { InstallationActor } from "@/lib/door/access/actor"

const EVERY_MS = 10_000

/** Fetches facts over connections: what the schedule asks for, and at once what somebody asks for. Stops when told. */
export async function startFetching(): Promise<() => Promise<void>> {
  const { beginDue, runWaiting } = await import("@/lib/platform/connection/server/runner")
  const { onWake } = await import("@/lib/platform/connection/server/wake")
  const { actorOfMember } = await import("@/lib/door/access/server/member-actor")
  const { findUserOf } = await import("@/lib/platform/connection/server/starter")
  let running: Promise<unknown> = Promise.resolve()
  let isOver = false
  const actorOf: Parameters<typeof runWaiting>[0] = async (run, at) => {
    const userId = await findUserOf(run)
    const member = userId === null ? null : await actorOfMember(run.programmeId, userId, at)
    return member ?? new InstallationActor({ at, network: "server" }, null)
  }
  const look = () => {
    if (isOver) return
    running = running
      .then(() => beginDue(new Date()))
      .then(() => runWaiting(actorOf))
      .catch((error: unknown) => console.error("Facts could not be fetched:", error))
  }
  onWake(look)
  const timer = setInterval(look, EVERY_MS)
  return async () => {
    isOver = true
    onWake(null)
    clearInterval(timer)
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
  }
}
