import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { item, network } from "@/lib/plan/schedule/test-network"
import { jobsFor, type SimulationResult, simulate } from "../simulate"
import { modelOf, risk, spreadOver } from "../test-plan"
import { idleWorkers, runInWorker } from "./kernel-workers"
import { simulateInThreads } from "./simulate-in-threads"
import { kernelModule, wasmKernel } from "./wasm-kernel"

const plan = network({
  items: Array.from({ length: 60 }, (_, at) => item(`i${at}`, 1 + (at % 5))),
  gates: [{ id: "g", phaseId: "phase" }],
  links: [...Array.from({ length: 55 }, (_, at) => `i${at} FS i${at + 5}`), "w:w FS g:g", "i3 SS1 i7", "i9 FF2 i20"],
})
const model = modelOf(plan, {
  estimates: spreadOver(plan),
  risks: [risk("r", 0.3, [1, 4, 9], ["w"])],
  settings: { shape: "beta_pert", correlation: 0.2 },
})
const request = { seed: 20261122, trials: 10_001 }

const hashOf = ({ gates, finish, items }: SimulationResult) => {
  const hash = createHash("sha256").update(finish)
  for (const [id, times] of gates) hash.update(id).update(times)
  return hash.update(JSON.stringify([...items])).digest("hex")
}

describe("the same seed and the same plan", () => {
  test("give the same result on every machine", () => {
    expect(hashOf(simulate(model, request, wasmKernel()))).toBe(
      "40897a313229c2395c742aa5381bc33d7e3ab6b3080f7ebcd08a11c30142cf53",
    )
  })
  test("give the same result in any number of threads", async () => {
    const alone = simulate(model, request, wasmKernel())
    for (const threads of [1, 2, 3, 7]) {
      const result = await simulateInThreads(model, { ...request, threads })
      expect(hashOf(result)).toBe(hashOf(alone))
    }
  })
  test("another seed gives another result", () => {
    const other = simulate(model, { ...request, seed: 20261122 + 2 ** 32 }, wasmKernel())
    expect(hashOf(other)).not.toBe(hashOf(simulate(model, request, wasmKernel())))
  })
})

describe("a worker", () => {
  test("that is free is used again", async () => {
    await simulateInThreads(model, { ...request, threads: 1 })
    const before = idleWorkers().map(({ threadId }) => threadId)
    await simulateInThreads(model, { ...request, threads: 1 })
    expect(idleWorkers().map(({ threadId }) => threadId)).toEqual(before)
  })
  test("that dies fails its job instead of letting it wait", async () => {
    await simulateInThreads(model, { ...request, threads: 1 })
    const module = kernelModule()
    const [job] = jobsFor(model, { seed: 1, trials: 8000 }, 1)
    if (!module || !job) throw new Error("no kernel")
    const last = idleWorkers().at(-1)
    const running = runInWorker(module, { ...job, passes: 100_000 }).then(
      () => "answered",
      (error: Error) => error.message,
    )
    void last?.terminate()
    expect(await running).toContain("ended with code")
    expect((await simulateInThreads(model, { ...request, threads: 2 })).trials).toBe(10_001)
  })
  test("that fails says why", async () => {
    const module = kernelModule()
    const [job] = jobsFor(model, { seed: 1, trials: 100 }, 1)
    if (!module || !job) throw new Error("no kernel")
    const broken = { ...job, program: { ...job.program, slots: 2 ** 27 } }
    await expect(runInWorker(module, broken)).rejects.toThrow()
  })
})
