import type { JobKind } from "@/lib/base/jobs/server/job-kind"
import { InstallationActor } from "@/lib/door/access/actor"

const hourly = (kind: string, title: string, tidy: (now: Date) => Promise<unknown>): JobKind => ({
  kind,
  every: { title, minutes: 60 },
  run: async ({ now }) => {
    await tidy(now())
    return { state: "done" }
  },
})

/** Forecasts of plans that changed, looked for every two minutes. */
const forecasts: JobKind = {
  kind: "forecasts.keep",
  every: { title: "Forecast changed plans", minutes: 2 },
  run: async ({ now, signal }) => {
    const { forecastChanged } = await import("@/lib/plan/forecast/server/automatic")
    await forecastChanged((at) => new InstallationActor({ at, network: "server" }, null), now, signal)
    return { state: "done" }
  },
}

/** What the server does by the hour, in one of its processes. */
export const recurringJobs: readonly JobKind[] = [
  forecasts,
  hourly("checks.judge", "Re-evaluate checks as days pass", async (now) => {
    const { judgeByDay } = await import("@/lib/platform/facts/server/judge-by-day")
    await judgeByDay(new InstallationActor({ at: now, network: "server" }, null))
  }),
  hourly("keys.forget", "Delete idempotency keys older than a day", async (now) => {
    const { forgetOldKeys } = await import("@/lib/door/server/idempotency")
    await forgetOldKeys(now)
  }),
  hourly("uploads.sweep", "Delete uploads older than a day", async (now) => {
    const { sweepUploads } = await import("@/lib/base/files/server/uploads")
    await sweepUploads(now)
  }),
  hourly("jobs.forget", "Delete finished jobs older than 30 days", async (now) => {
    const { forgetOldJobs } = await import("@/lib/base/jobs/server/jobs")
    await forgetOldJobs(now)
  }),
]
