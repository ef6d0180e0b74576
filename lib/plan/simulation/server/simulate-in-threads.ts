import { availableParallelism } from "node:os"
import type { KernelJob, KernelOutput } from "../kernel"
import type { SimulationModel } from "../model"
import { jobsFor, resultOf, type SimulationRequest, type SimulationResult, simulate } from "../simulate"
import { runInWorker } from "./kernel-workers"
import { kernelModule, wasmKernel } from "./wasm-kernel"

/** Below so many records times trials the way to a worker takes longer than the work. */
const SMALL = 500_000
/** Jobs for each thread, so that one that is held up does not hold up all. */
const JOBS_A_THREAD = 2

/**
 * Tries a plan out beside this thread, so that it goes on answering. The result is that of `simulate`, whatever the
 * number of threads; by default one for each processor. @throws when a worker dies.
 */
export async function simulateInThreads(
  model: SimulationModel,
  request: SimulationRequest & { readonly threads?: number },
): Promise<SimulationResult> {
  const module = kernelModule()
  if (!module || model.program.records * request.trials < SMALL) return simulate(model, request, wasmKernel())
  const threads = request.threads ?? availableParallelism()
  const jobs = jobsFor(model, request, threads * JOBS_A_THREAD)
  return resultOf(model, request, jobs, await inTurn(module, jobs, threads))
}

/** Each thread takes the next job as soon as it has done one. */
async function inTurn(
  module: WebAssembly.Module,
  jobs: readonly KernelJob[],
  threads: number,
): Promise<readonly KernelOutput[]> {
  const outputs: KernelOutput[] = []
  const left = jobs.entries()
  const thread = async () => {
    for (const [at, job] of left) outputs[at] = await runInWorker(module, job)
  }
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, thread))
  return outputs
}
