import { LANES, type Program } from "./program"

/** Trials that are run in one go. Both kernels answer the same bits. */
export type KernelJob = {
  readonly program: Program
  /** From `seedWord`. */
  readonly seed: number
  /** A multiple of `LANES`. */
  readonly firstTrial: number
  /** Each of `LANES` trials. */
  readonly passes: number
  /** In how many of these trials, counted from the first, the critical path is marked. */
  readonly marked: number
}

export type KernelOutput = {
  /** For each output the moments of all trials of the job, one output after the other. */
  readonly times: Float32Array
  /** For each record in how many of the marked trials it was on the critical path; empty when none was marked. */
  readonly marks: Int32Array
}

export type Kernel = { readonly run: (job: KernelJob) => KernelOutput }

/** Trials of one job at most, so that no job is long. */
const MOST_PASSES = 512

/** All trials in jobs of whole passes, at least as many as asked for when there are passes enough. */
export function jobsOf(
  program: Program,
  asked: {
    readonly seed: number
    readonly from: number
    readonly trials: number
    readonly marked: number
    readonly jobs: number
  },
): readonly KernelJob[] {
  const passes = Math.ceil(asked.trials / LANES)
  const each = Math.max(1, Math.min(MOST_PASSES, Math.ceil(passes / asked.jobs)))
  return Array.from({ length: Math.ceil(passes / each) }, (_, job) => ({
    program,
    seed: asked.seed,
    firstTrial: asked.from + job * each * LANES,
    passes: Math.min(each, passes - job * each),
    marked: Math.max(0, Math.min(each * LANES, asked.marked - job * each * LANES)),
  }))
}
