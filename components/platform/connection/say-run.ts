import type { ConnectionView, MeasureProgress, RunView } from "@/lib/platform/connection/contract"
import { count } from "@/lib/reports/words"

const many = (progress: readonly MeasureProgress[], state: MeasureProgress["state"]): number =>
  progress.filter((each) => each.state === state).length

/** How many measures of a run are over, in which way, and how many there are. */
export const tallyOf = ({ progress }: RunView) => ({
  ...{ measured: many(progress, "measured"), untold: many(progress, "untold"), all: progress.length },
})

/** `31 of 54 measured, 3 could not be told` */
export function sayProgress(run: RunView): string {
  const { measured, untold, all } = tallyOf(run)
  return `${measured} of ${all} measured${untold > 0 ? `, ${untold} unknown` : ""}`
}

/** How a run stands or ended, in one sentence without its full stop. */
export function sayRun(run: RunView): string {
  if (run.cancelling) return "Stopping"
  if (run.state === "running") return sayProgress(run)
  if (run.state === "cancelled") return "Stopped; nothing was saved"
  return run.state === "failed" ? "Failed; nothing was saved" : sayProgress(run)
}

/** `system-schemas` as `System schemas`, `planned_bi_users` as `Planned BI users`. */
export const sayKey = (key: string): string =>
  key
    .replaceAll(/[-_]/g, " ")
    .replace(/\bbi\b/, "BI")
    .replace(/^./, (first) => first.toUpperCase())

const rhythms: Readonly<Record<number, string>> = { 1: "Every hour", 24: "Every day", 168: "Every week" }

/** How often facts are fetched, in words. */
export const sayEvery = (hours: number | null): string =>
  hours === null ? "Manually" : (rhythms[hours] ?? `Every ${count(hours, "hour")}`)

/** How a connection signs in, in words. */
export const sayWayIn = ({ auth }: Pick<ConnectionView, "auth">): string =>
  auth === "token" ? "with a token" : "as a service principal"
