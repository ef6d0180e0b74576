import { kernelBase64 } from "../generated/kernel"
import type { Kernel, KernelJob, KernelOutput } from "../kernel"
import { kernelTwin } from "../kernel-twin"
import { LANES } from "../program"
import { memoryPlan } from "./wasm-memory"

let compiled: WebAssembly.Module | null | undefined

/** The compiled kernel, or null where WebAssembly has no SIMD. */
export function kernelModule(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled
  const bytes = Buffer.from(kernelBase64, "base64")
  compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null
  return compiled
}

type Exports = { readonly memory: WebAssembly.Memory; readonly run: (...places: readonly number[]) => void }

/** The kernel in this thread: WebAssembly, or its twin where that cannot be. */
export function wasmKernel(): Kernel {
  const module = kernelModule()
  return module ? { run: (job) => runIn(instanceOf(module), job) } : kernelTwin
}

function instanceOf(module: WebAssembly.Module): Exports {
  const { memory, run } = new WebAssembly.Instance(module).exports
  if (!(memory instanceof WebAssembly.Memory) || typeof run !== "function") throw new Error("this is not the kernel")
  return { memory, run: (...places) => run(...places) }
}

function runIn({ memory, run }: Exports, job: KernelJob): KernelOutput {
  const plan = memoryPlan(job)
  memory.grow(Math.max(0, Math.ceil((plan.bytes - memory.buffer.byteLength) / 65_536)))
  new Int32Array(memory.buffer, plan.words).set(job.program.words)
  new Float32Array(memory.buffer, plan.tables).set(job.program.tables)
  run(...plan.run)
  const records = job.marked > 0 ? job.program.records : 0
  return {
    times: new Float32Array(memory.buffer, plan.times, job.program.outputs * job.passes * LANES).slice(),
    marks: new Int32Array(memory.buffer, plan.marks, records).slice(),
  }
}
