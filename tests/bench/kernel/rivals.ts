import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { SimulationModel } from "@/lib/plan/simulation/model"
import * as shape from "@/lib/plan/simulation/program"
import { placesOf } from "@/lib/plan/simulation/records"

const here = import.meta.dirname

/** Seconds that a rival takes for so many trials, and the mean finish that it finds. */
export type Rival = (trials: number) => { readonly seconds: number; readonly mean: number }
export type Rivals = { readonly c: Rival | null; readonly numpy: Rival | null; readonly remove: () => void }

/** The same plan in C and in numpy; null where there is no compiler, or no numpy. */
export function rivalsFor(model: SimulationModel, seed: number): Rivals {
  const folder = mkdtempSync(join(tmpdir(), "lakeward-kernel-"))
  const plan = join(folder, "plan")
  writeFileSync(plan, flattened(model, seed))
  const running =
    (file: string, before: readonly string[]): Rival =>
    (trials) =>
      JSON.parse(execFileSync(file, [...before, plan, String(trials)], { encoding: "utf8" }))
  const binary = join(folder, "kernel")
  const hasC = works("cc", ["-O3", "-march=native", "-fno-math-errno", join(here, "kernel.c"), "-lm", "-o", binary])
  const hasNumpy = works("python3", ["-c", "import numpy"])
  return {
    c: hasC ? running(binary, []) : null,
    numpy: hasNumpy ? running("python3", [join(here, "kernel.py")]) : null,
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function works(file: string, words: readonly string[]): boolean {
  try {
    execFileSync(file, words, { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** Triangular work with links from finish to start, as rows of ten words; then where each link comes from, and its lag. */
function flattened({ program }: SimulationModel, seed: number): Buffer {
  const { words } = program
  const floats = new Float32Array(words.buffer)
  const { recordAt, slotAt } = placesOf(program)
  const nodeOf = new Map<number, number>()
  const nodes: Buffer[] = []
  const sources: number[] = []
  const lags: number[] = []
  for (const [record, at] of recordAt.entries()) {
    if (((words[at] ?? 0) & shape.KIND_MASK) !== shape.WORK) continue
    nodeOf.set((slotAt[record] ?? 0) * shape.SLOT_BYTES, nodes.length)
    const edges = words[at + shape.WORK_EDGES] ?? 0
    const drawn = at + shape.WORK_DRAWN
    nodes.push(
      Buffer.from(Float32Array.of(floats[at + shape.WORK_BASE] ?? 0, ...floats.subarray(drawn, drawn + 5)).buffer),
      Buffer.from(Int32Array.of(...words.subarray(at + shape.WORK_KEYS, drawn), sources.length, edges).buffer),
    )
    for (let edge = at + shape.WORK_WORDS; edge < at + shape.WORK_WORDS + 2 * edges; edge += 2) {
      sources.push((nodeOf.get(words[edge] ?? -1) ?? 0) / 2)
      lags.push(floats[edge + 1] ?? 0)
    }
  }
  const head = Int32Array.of(nodes.length / 2, sources.length, seed)
  const tail = [Int32Array.from(sources), Float32Array.from(lags)].map(({ buffer }) => Buffer.from(buffer))
  return Buffer.concat([Buffer.from(head.buffer), ...nodes, ...tail])
}
