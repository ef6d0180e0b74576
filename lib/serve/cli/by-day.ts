import { InstallationActor } from "@/lib/door/access/actor"

const EVERY_MS = 3_600_000
const FIRST_MS = 60_000

/** Judges all checks again by the hour, so that days that pass leave their trace in the history. Stops when told. */
export function startJudgingByDay(): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const judge = () => {
    running = judgeNow().catch((error: unknown) => console.error("Checks could not be re-evaluated:", error))
  }
  const first = setTimeout(judge, FIRST_MS)
  const timer = setInterval(judge, EVERY_MS)
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await running
  }
}

async function judgeNow(): Promise<void> {
  const { judgeByDay } = await import("@/lib/platform/facts/server/judge-by-day")
  await judgeByDay(new InstallationActor({ at: new Date(), network: "server" }, null))
}
