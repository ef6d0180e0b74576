// Only the kernel's part of `npm run bench`: node --import tsx tests/bench/kernel/main.ts
import { ensureSimulationKernel } from "@/lib/cli/simulation-kernel"
import { printTable } from "../table"
import { kernelLines } from "./lines"

await ensureSimulationKernel()
printTable(await kernelLines())
