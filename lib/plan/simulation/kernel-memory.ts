import type { KernelJob } from "./kernel"
import { LANES } from "./program"
import { type Places, placesOf } from "./records"

/** What a job works on: the program seen both ways, and one slot of floats for each moment. */
export type KernelMemory = Places & {
  readonly words: Int32Array
  readonly floats: Float32Array
  readonly tables: Float32Array
  readonly values: Float32Array
  /** The same memory as `values`. */
  readonly drawn: Int32Array
  /** What each record took of time, by its slot, for the marks. */
  readonly durations: Float32Array
  readonly rows: Int32Array
  readonly sharing: number
}

export function memoryOf({ program, marked }: KernelJob): KernelMemory {
  const values = new Float32Array(program.slots * LANES)
  return {
    words: program.words,
    floats: new Float32Array(program.words.buffer, program.words.byteOffset, program.words.length),
    tables: program.tables,
    values,
    drawn: new Int32Array(values.buffer),
    durations: new Float32Array(marked > 0 ? values.length : 0),
    ...placesOf(program),
    rows: new Int32Array(LANES),
    sharing: program.sharing,
  }
}

/** The end of the day that has begun at a moment, in ticks. */
export const endOfDay = (at: number): number => Math.fround((Math.floor(Math.fround(at / 480)) + 1) * 480)
