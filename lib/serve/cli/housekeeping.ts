import { InstallationActor } from "@/lib/door/access/actor"

const EVERY_MS = 3_600_000
const FIRST_MS = 60_000

/**
 * What the server does by the hour: judges all checks again, so that days that pass leave their trace in the history, and
 * forgets idempotency keys and uploaded files that are older than a day. One that fails keeps no other from its turn.
 * @returns how to stop, after what is running has ended
 */
export function startHousekeeping(): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const keepHouse = () => {
    running = tidy(new Date())
  }
  const first = setTimeout(keepHouse, FIRST_MS)
  const timer = setInterval(keepHouse, EVERY_MS)
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await running
  }
}

async function tidy(now: Date): Promise<void> {
  await judgeAll(now).catch((error: unknown) => console.error("Checks could not be re-evaluated:", error))
  await forgetKeys(now).catch((error: unknown) => console.error("Old idempotency keys could not be deleted:", error))
  await sweepFiles(now).catch((error: unknown) => console.error("Old uploads could not be deleted:", error))
}

async function judgeAll(now: Date): Promise<void> {
  const { judgeByDay } = await import("@/lib/platform/facts/server/judge-by-day")
  await judgeByDay(new InstallationActor({ at: now, network: "server" }, null))
}

async function forgetKeys(now: Date): Promise<void> {
  const { forgetOldKeys } = await import("@/lib/door/server/idempotency")
  await forgetOldKeys(now)
}

async function sweepFiles(now: Date): Promise<void> {
  const { sweepUploads } = await import("@/lib/base/files/server/uploads")
  await sweepUploads(now)
}
