import { Worker } from "node:worker_threads"
import type { KernelJob, KernelOutput } from "../kernel"
import { LANES } from "../program"
import { memoryPlan } from "./wasm-memory"
import { workerSource } from "./worker-source"

/** After so long without work a worker goes, with its memory. */
const IDLE_MILLISECONDS = 30_000

type Idle = { readonly worker: Worker; readonly leaves: NodeJS.Timeout }
const idle: Idle[] = []

/**
 * Runs a job in a worker of its own; those that are free are used again. An idle worker does not keep the process
 * alive. @throws when the worker fails or dies, so that nobody waits for it.
 */
export async function runInWorker(module: WebAssembly.Module, job: KernelJob): Promise<KernelOutput> {
  const worker = takeWorker(module)
  try {
    const output = await answerOf(worker, orderOf(job))
    release(worker)
    return output
  } catch (error) {
    void worker.terminate()
    throw error
  }
}

function takeWorker(module: WebAssembly.Module): Worker {
  const free = idle.pop()
  if (!free) return newWorker(module)
  clearTimeout(free.leaves)
  free.worker.ref()
  return free.worker
}

function newWorker(module: WebAssembly.Module): Worker {
  const worker = new Worker(workerSource, { eval: true, workerData: module, execArgv: [], env: {} })
  const leave = () => forget(worker)
  return worker.on("exit", leave).on("error", leave)
}

function release(worker: Worker): void {
  worker.unref()
  idle.push({ worker, leaves: setTimeout(() => void worker.terminate(), IDLE_MILLISECONDS).unref() })
}

/** A worker that ends while it is idle is not used again. */
function forget(worker: Worker): void {
  const at = idle.findIndex((entry) => entry.worker === worker)
  if (at < 0) return
  clearTimeout(idle[at]?.leaves)
  idle.splice(at, 1)
}

function answerOf(worker: Worker, order: WorkerOrder): Promise<KernelOutput> {
  return new Promise<KernelOutput>((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a worker of the simulation ended with code ${code}`))
    worker.once("error", reject).once("exit", ended)
    worker.once("message", (output: KernelOutput) => {
      worker.off("error", reject).off("exit", ended)
      resolve(output)
    })
    worker.postMessage(order)
  })
}

type WorkerOrder = {
  readonly plan: ReturnType<typeof memoryPlan>
  readonly words: Int32Array
  readonly tables: Float32Array
  readonly timesLength: number
  readonly marksLength: number
}

const orderOf = (job: KernelJob): WorkerOrder => ({
  plan: memoryPlan(job),
  words: job.program.words,
  tables: job.program.tables,
  timesLength: job.program.outputs * job.passes * LANES,
  marksLength: job.marked > 0 ? job.program.records : 0,
})

/** How many workers wait for work; for tests. */
export const idleWorkers = (): readonly Worker[] => idle.map(({ worker }) => worker)
