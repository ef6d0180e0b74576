import { seedWord } from "./draws"
import { jobsOf, type Kernel, type KernelJob, type KernelOutput } from "./kernel"
import type { SimulationModel } from "./model"
import { LANES } from "./program"
import { correlations } from "./rank-correlation"

export type SimulationRequest = {
  /** A whole number from 0 to 2^53 - 1; the same seed and model give the same result on every machine. */
  readonly seed: number
  /** At least 1. */
  readonly trials: number
  /** Which trial is the first, a multiple of `LANES`, 0 by default: so a long run can be made in rounds. */
  readonly from?: number
  /** In how many trials to look at items; by default `WATCHED_TRIALS`. With 0 only gates are answered, which is faster. */
  readonly watched?: number
  /** False leaves out the rank correlations, which are then 0: they take longer than a few trials. */
  readonly ranked?: false
}

/** Moments are ticks after the model's origin, by trial. */
export type SimulationResult = {
  readonly trials: number
  readonly gates: ReadonlyMap<string, Float32Array>
  readonly finish: Float32Array
  /** Those whose dates a trial may move; none when no trial was watched. */
  readonly items: ReadonlyMap<string, ItemInfluence>
}

export type ItemInfluence = {
  /** Share of trials, 0 to 1, in which it is on the critical path: no slack to the finish (R. M. Van Slyke, 1963). */
  readonly criticality: number
  /** Spearman's rank correlation, -1 to 1, of its duration with the finish; 0 when either has no spread. */
  readonly correlation: number
}

/** Criticality and correlation are taken in the round that begins with trial 0 and from the first trials, this many: their standard error is below 0.012 and 0.023. */
const WATCHED_TRIALS = 2000

const watchedTrials = ({ trials, from = 0, watched = WATCHED_TRIALS }: SimulationRequest): number =>
  from > 0 ? 0 : Math.min(trials, watched)

/** The trials of a request as jobs for kernels, so that there are at least `jobs` when there are passes enough. */
export const jobsFor = (model: SimulationModel, request: SimulationRequest, jobs: number): readonly KernelJob[] =>
  jobsOf(model.program, {
    seed: seedWord(request.seed),
    ...{ trials: request.trials, from: request.from ?? 0 },
    marked: watchedTrials(request),
    jobs,
  })

/** Tries a plan out, in one go. O(trials x (items + links)). */
export function simulate(model: SimulationModel, request: SimulationRequest, kernel: Kernel): SimulationResult {
  const jobs = jobsFor(model, request, 1)
  return resultOf(model, request, jobs, jobs.map(kernel.run))
}

/** Puts the outputs of all jobs of a request together, in the order of the jobs. */
export function resultOf(
  model: SimulationModel,
  request: SimulationRequest,
  jobs: readonly KernelJob[],
  outputs: readonly KernelOutput[],
): SimulationResult {
  const timesOf = (output: number) => gathered(request, output, jobs, outputs)
  const finish = timesOf(model.gates.length)
  return {
    trials: request.trials,
    gates: new Map(model.gates.map(({ id }, output) => [id, timesOf(output)])),
    finish,
    items: watchedTrials(request) > 0 ? influences(model, request, finish, outputs) : new Map(),
  }
}

function influences(
  model: SimulationModel,
  request: SimulationRequest,
  finish: Float32Array,
  outputs: readonly KernelOutput[],
): SimulationResult["items"] {
  const watched = watchedTrials(request)
  const correlation =
    request.ranked === false ? [] : correlations(model, seedWord(request.seed), finish.subarray(0, watched))
  const marks = outputs.filter((output) => output.marks.length > 0)
  const critical = (record: number) => marks.reduce((sum, output) => sum + (output.marks[record] ?? 0), 0)
  return new Map(
    model.items.map(({ id, record }, at) => [
      id,
      { criticality: critical(record) / watched, correlation: correlation[at] ?? 0 },
    ]),
  )
}

function gathered(
  { trials, from: before = 0 }: SimulationRequest,
  output: number,
  jobs: readonly KernelJob[],
  outputs: readonly KernelOutput[],
): Float32Array {
  const times = new Float32Array(trials)
  for (const [at, { firstTrial, passes }] of jobs.entries()) {
    const length = Math.min(passes * LANES, trials - (firstTrial - before))
    const from = output * passes * LANES
    times.set(outputs[at]?.times.subarray(from, from + length) ?? [], firstTrial - before)
  }
  return times
}
