import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, test, vi } from "vitest"
import type { JobView } from "@/lib/door/jobs/contract"
import { JobList, sayJob } from "./job-list"

afterEach(cleanup)
const now = Date.parse("2026-11-30T12:00:00Z")
const job = {
  ...{ id: "1", kind: "facts.fetch", title: "Production", state: "running", attempt: 1, mostAttempts: 3 },
  ...{ recurring: false, runAt: "2026-11-30T11:58:00Z", createdAt: "2026-11-30T11:58:00Z", reason: null },
  ...{ startedAt: "2026-11-30T11:58:00Z", finishedAt: null, doneSteps: 3, allSteps: 8, cancelling: false },
} as unknown as JobView

test("a job is said by its state, how far it is, and when", () => {
  expect(sayJob(job, now)).toBe("Running, 3 of 8, started 2 minutes ago")
  expect(sayJob({ ...job, state: "failed", finishedAt: "2026-11-30T11:00:00Z" }, now)).toBe("Failed, an hour ago")
  expect(sayJob({ ...job, state: "waiting" }, now)).toBe("Waiting, tried 1 of 3 times")
  expect(sayJob({ ...job, state: "waiting", recurring: true, runAt: "2026-11-30T12:20:00Z" }, now)).toBe(
    "Next run in 20 min",
  )
})

test("only what waits or runs can be cancelled, by who may", async () => {
  const onCancel = vi.fn()
  const jobs = [job, { ...job, id: "2" as JobView["id"], state: "done" as const }]
  const { rerender } = render(<JobList jobs={jobs} now={now} onCancel={onCancel} />)
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }))
  expect(onCancel).toHaveBeenCalledExactlyOnceWith(job)
  rerender(<JobList jobs={jobs} now={now} />)
  expect(screen.queryByRole("button")).toBeNull()
})
