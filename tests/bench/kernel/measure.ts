import { ensureSimulationKernel } from "@/lib/serve/cli/simulation-kernel"
import type { Line } from "../table"

/** The kernel has to be made before anything that holds it can be read. */
export async function measureKernel(): Promise<readonly Line[]> {
  await ensureSimulationKernel()
  const { kernelLines } = await import("./lines")
  return kernelLines()
}
