import type { KernelJob } from "../kernel"
import { LANES, SLOT_BYTES } from "../program"

/** Where a job lies in the memory of the kernel, in bytes. What lies before `FIRST` is the kernel's own. */
export type MemoryPlan = {
  readonly words: number
  readonly tables: number
  readonly marks: number
  readonly times: number
  readonly bytes: number
  /** The arguments of the kernel's `run`. */
  readonly run: readonly number[]
}

const FIRST = 1024

export function memoryPlan({ program, passes, firstTrial, seed, marked }: KernelJob): MemoryPlan {
  let next = FIRST
  const room = (bytes: number): number => {
    const place = next
    next = Math.ceil((next + bytes) / 64) * 64
    return place
  }
  const isMarked = marked > 0
  const valueBytes = program.slots * SLOT_BYTES
  const words = room(program.words.byteLength)
  const tables = room(program.tables.byteLength)
  const values = room(valueBytes)
  const durations = isMarked ? room(valueBytes) : 0
  const lanes = isMarked ? room(program.slots * 4) : 0
  const records = isMarked ? room(program.records * 8) : 0
  const marks = isMarked ? room(program.records * 4) : 0
  const times = room(program.outputs * passes * LANES * 4)
  const run = [
    ...[words, words + program.words.byteLength, tables, values, values + valueBytes, durations, lanes, records],
    ...[marks, times, passes, firstTrial, seed, program.sharing, marked],
  ]
  return { words, tables, marks, times, bytes: next, run }
}
