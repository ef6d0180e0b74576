import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"

const Instant = z.iso.datetime({ offset: true })

export const JobView = z
  .strictObject({
    id: Id,
    kind: z.string().meta({ description: "Such as facts.fetch." }),
    title: z.string(),
    state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
    attempt: z.int(),
    mostAttempts: z.int(),
    recurring: z.boolean(),
    runAt: Instant.meta({ description: "While it waits: when its turn comes." }),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    doneSteps: z.int().nullable(),
    allSteps: z.int().nullable(),
    cancelling: z.boolean(),
    reason: z.string().nullable(),
  })
  .meta({ id: "Job" })
export type JobView = z.output<typeof JobView>
const Jobs = z.strictObject({ items: z.array(JobView), may: z.strictObject({ cancel: z.boolean() }) })

export const listJobs = contract({
  ...{ name: "listJobs", audience: "programme", permission: "programme.read", method: "GET" },
  ...{ path: "/programmes/{programmeId}/jobs", summary: "Background jobs of the programme, newest first, at most 200" },
  input: z.strictObject({}),
  output: Jobs,
  refusals: {},
})

export const cancelJob = contract({
  ...{ name: "cancelJob", audience: "programme", permission: "programme.manage", method: "POST" },
  ...{ path: "/programmes/{programmeId}/jobs/{jobId}/cancellation", summary: "Cancel a background job" },
  input: z.strictObject({ jobId: Id }),
  output: JobView,
  refusals: { ...notFound, "over-already": { status: 409, sentence: "This job has already ended." } },
})

export const listInstallationJobs = contract({
  ...{ name: "listInstallationJobs", audience: "installation", permission: "installation.read", method: "GET" },
  ...{ path: "/installation/jobs", summary: "Background jobs of the installation, newest first, at most 200" },
  input: z.strictObject({}),
  output: Jobs,
  refusals: {},
})
