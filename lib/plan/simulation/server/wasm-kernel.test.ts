import fc from "fast-check"
import { expect, test } from "vitest"
import { kernelTwin } from "../kernel-twin"
import { jobsFor } from "../simulate"
import { modelOf, plans, risksOver, spreadOver } from "../test-plan"
import { kernelModule, wasmKernel } from "./wasm-kernel"

const settings = fc.record({
  shape: fc.constantFrom("beta_pert" as const, "triangular" as const),
  correlation: fc.constantFrom(0, 0.3, 1),
})

test("WebAssembly and its twin give the same bits, for any plan, shape, correlation and risks", () => {
  expect(kernelModule()).not.toBeNull()
  const spreads = fc.record({
    low: fc.double({ min: 0, max: 1, noNaN: true }),
    high: fc.double({ min: 1, max: 9, noNaN: true }),
  })
  fc.assert(
    fc.property(
      plans,
      spreads,
      settings,
      fc.nat(),
      fc.integer({ min: 1, max: 70 }),
      (network, spread, chosen, seed, trials) => {
        const estimates = spreadOver(network, spread.low, spread.high)
        const model = modelOf(network, { estimates, risks: risksOver(network), settings: chosen })
        for (const job of jobsFor(model, { seed, trials }, 2)) {
          const [ours, twin] = [wasmKernel().run(job), kernelTwin.run(job)]
          expect(new Uint32Array(ours.times.buffer)).toEqual(new Uint32Array(twin.times.buffer))
          expect(ours.marks).toEqual(twin.marks)
        }
      },
    ),
    { numRuns: 500 },
  )
})
