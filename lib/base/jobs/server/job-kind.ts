import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Job } from "@/lib/base/db/generated/client"
import type { JobEnd } from "../job"

/** What a running job has in its hands. */
export type Work = {
  readonly job: Job
  /** Aborted when the job shall stop: cancelled, over its time, or taken by another process. */
  readonly signal: AbortSignal
  /** Tells how far it is; shown in the list of jobs. */
  readonly tell: (done: number, all: number) => Promise<void>
  readonly now: () => Date
}

/** A kind of work. It registers itself in `lib/serve/jobs.ts`. */
export type JobKind = {
  /** Stored; never changed. */
  readonly kind: string
  readonly run: (work: Work) => Promise<JobEnd>
  /** Called with the end of a job that is not `done`, in the transaction that writes it; also when its process died. */
  readonly ended?: (tx: Transaction, job: Job, end: JobEnd) => Promise<void>
  /** Called from time to time: adds the jobs that a schedule of the kind's own asks for. */
  readonly due?: (now: Date) => Promise<unknown>
  /** Done again so long after it ended; it needs no input then. */
  readonly every?: { readonly title: string; readonly minutes: number }
  /** An attempt is stopped after so long; 15 minutes unless told. */
  readonly seconds?: number
}

type Definition<Input extends z.ZodType> = Omit<JobKind, "run"> & {
  readonly input: Input
  readonly run: (input: z.output<Input>, work: Work) => Promise<JobEnd>
}

/** Declares a kind of job whose input has a shape. */
export const jobKind = <Input extends z.ZodType>({ input, run, ...kind }: Definition<Input>): JobKind => ({
  ...kind,
  run: (work) => run(input.parse(work.job.input), work),
})
