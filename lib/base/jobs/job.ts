/** How a job ended, or that it shall be tried again. Reasons are sentences for the people who read the list of jobs. */
export type JobEnd =
  | { readonly state: "done" }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "cancelled"; readonly reason: string | null }
  /** It failed for now; the last attempt's reason is the one that it failed for. */
  | { readonly state: "again"; readonly reason: string }

/** A process that has not said anything for so long is taken to be dead; another may take its job. */
export const SILENT_MS = 60_000
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 3_600_000

/**
 * When a job is tried again after an attempt that failed: exponential back-off, 15 s doubled each time, at most an hour.
 * @param attempt the attempt that failed, from 1
 */
export const retryAt = (attempt: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 20)))

export const brokenReason = "Something went wrong on our side. The error was logged."
export const deadReason = "Lakeward stopped during this run. Start it again."
export const sayTooLong = (seconds: number): string => `It took longer than ${seconds} seconds and was stopped.`
