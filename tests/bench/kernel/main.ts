// Only the kernel's part of `npm run bench`: node --import tsx tests/bench/kernel/main.ts
import { printTable } from "../table"
import { measureKernel } from "./measure"

printTable(await measureKernel())
