"use client"

import { Row, RowList } from "@/components/people/accounts/row-list"
import { sayAgo } from "@/components/records/say-ago"
import { Button } from "@/components/ui/button"
import type { JobView } from "@/lib/door/jobs/contract"

const kinds: Readonly<Record<string, string>> = { "facts.fetch": "Fetch facts" }
const states: Readonly<Record<JobView["state"], string>> = {
  ...{ waiting: "Waiting", running: "Running", done: "Done", failed: "Failed", cancelled: "Cancelled" },
}

/** `Running, 3 of 8, started 2 minutes ago`: how a job is getting on, in a line. */
export function sayJob(job: JobView, now: number): string {
  const { state, attempt, mostAttempts, recurring, doneSteps, allSteps, cancelling, runAt, startedAt, finishedAt } = job
  if (cancelling) return "Cancelling"
  if (state === "waiting" && recurring) {
    const next = Math.max(1, Math.round((Date.parse(runAt) - now) / 60_000))
    return `${finishedAt ? `Last run ${sayAgo(finishedAt, now)}, next` : "Next run"} in ${next} min`
  }
  const parts = [states[state]]
  if (state === "running" && doneSteps !== null && allSteps !== null) parts.push(`${doneSteps} of ${allSteps}`)
  if (state === "running" && startedAt) parts.push(`started ${sayAgo(startedAt, now)}`)
  if (finishedAt && state !== "running" && state !== "waiting") parts.push(sayAgo(finishedAt, now))
  if (state === "waiting" && attempt > 0) parts.push(`tried ${attempt} of ${mostAttempts} times`)
  return parts.join(", ")
}

type JobListProps = { jobs: readonly JobView[]; now: number; onCancel?: (job: JobView) => void }

/** Background jobs, newest first. */
export function JobList({ jobs, now, onCancel }: JobListProps) {
  return (
    <RowList label="Background jobs">
      {jobs.map((job) => {
        const kind = kinds[job.kind]
        const isOpen = job.state === "waiting" || job.state === "running"
        return (
          <Row
            key={job.id}
            title={kind ? `${kind}: ${job.title}` : job.title}
            detail={job.reason}
            marks={
              <span className={job.state === "failed" ? "text-meta text-needs-you" : "text-ink-2 text-meta"}>
                {sayJob(job, now)}
              </span>
            }
            actions={
              onCancel && isOpen && !job.recurring ? (
                <Button size="small" busy={job.cancelling} onClick={() => onCancel(job)}>
                  Cancel
                </Button>
              ) : null
            }
          />
        )
      })}
    </RowList>
  )
}
