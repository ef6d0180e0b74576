import { draw, rowOf, secondDraw } from "./draws"
import type { Kernel, KernelJob, KernelOutput } from "./kernel"
import { endOfDay, type KernelMemory, memoryOf } from "./kernel-memory"
import { criticalMarks } from "./kernel-twin-marks"
import * as shape from "./program"

const { LANES } = shape

/**
 * The kernel in TypeScript, for where WebAssembly has no SIMD and to hold the other to: every sum, product and root is
 * rounded to single precision, as there, so that the bits are the same.
 */
export const kernelTwin: Kernel = { run }

function run(job: KernelJob): KernelOutput {
  const { program, passes, firstTrial, seed } = job
  const memory = memoryOf(job)
  const times = new Float32Array(program.outputs * passes * LANES)
  const marks = new Int32Array(job.marked > 0 ? program.records : 0)
  for (let pass = 0; pass < passes; pass++) {
    for (let lane = 0; lane < LANES; lane++) memory.rows[lane] = rowOf(firstTrial + pass * LANES + lane, seed)
    forward(memory, (output, lane, moment) => {
      times[(output * passes + pass) * LANES + lane] = moment
    })
    const left = job.marked - pass * LANES
    if (left > 0) criticalMarks(memory, marks, left >= LANES ? 0xffff : (1 << left) - 1)
  }
  return { times, marks }
}

type Write = (output: number, lane: number, moment: number) => void

function forward(memory: KernelMemory, write: Write): void {
  for (const [record, at] of memory.recordAt.entries()) {
    const slot = memory.slotAt[record] ?? 0
    const kind = (memory.words[at] ?? 0) & shape.KIND_MASK
    if (kind === shape.WORK) work(memory, at, slot)
    else if (kind === shape.MOMENT) moment(memory, at, slot)
    else if (kind === shape.GATE) gate(memory, at, slot, write)
    else if (kind === shape.FIRST) first(memory, at, slot)
    else if (kind === shape.SHARED) shared(memory, at, slot)
    else risk(memory, at)
  }
}

/** The latest of a base and edges in one lane; `less` is taken from what edges ask. */
function latest(memory: KernelMemory, base: number, first: number, edges: number, lane: number, less: number): number {
  let result = base
  for (let edge = first; edge < first + 2 * edges; edge += 2) {
    const asked = Math.fround(
      (memory.values[((memory.words[edge] ?? 0) >> 2) + lane] ?? 0) + (memory.floats[edge + 1] ?? 0),
    )
    const from = Math.fround(asked - less)
    if (result < from) result = from
  }
  return result
}

function moment(memory: KernelMemory, at: number, slot: number): void {
  const base = memory.floats[at + 2] ?? 0
  const cap = memory.floats[at + 3] ?? 0
  for (let lane = 0; lane < LANES; lane++)
    memory.values[slot * LANES + lane] = Math.min(
      latest(memory, base, at + shape.MOMENT_WORDS, memory.words[at + 1] ?? 0, lane, 0),
      cap,
    )
}

/** The first of a base and edges. */
function first({ words, floats, values }: KernelMemory, at: number, slot: number): void {
  const end = at + shape.FIRST_WORDS + 2 * (words[at + 1] ?? 0)
  for (let lane = 0; lane < LANES; lane++) {
    let result = floats[at + 2] ?? 0
    for (let edge = at + shape.FIRST_WORDS; edge < end; edge += 2) {
      const asked = Math.fround((values[((words[edge] ?? 0) >> 2) + lane] ?? 0) + (floats[edge + 1] ?? 0))
      if (asked < result) result = asked
    }
    values[slot * LANES + lane] = result
  }
}

function work(memory: KernelMemory, at: number, slot: number): void {
  const { words, floats, values } = memory
  const edges = words[at + shape.WORK_EDGES] ?? 0
  const finishEdges = words[at + shape.WORK_FINISH_EDGES] ?? 0
  const from = at + shape.WORK_WORDS
  const delay = words[at + shape.WORK_DELAY] ?? -1
  const keepsStart = ((words[at] ?? 0) & shape.KEEPS_START) !== 0
  for (let lane = 0; lane < LANES; lane++) {
    let duration = durationIn(memory, at, lane)
    if (delay >= 0) duration = Math.fround(duration + (values[(delay >> 2) + lane] ?? 0))
    const base = Math.max(
      floats[at + shape.WORK_BASE] ?? 0,
      Math.fround((floats[at + shape.WORK_FINISH_BASE] ?? 0) - duration),
    )
    const early = latest(memory, base, from, edges, lane, 0)
    const start = latest(memory, early, from + 2 * edges, finishEdges, lane, duration)
    values[slot * LANES + lane] = Math.fround(start + duration)
    if (keepsStart) values[(slot + 1) * LANES + lane] = start
    if (memory.durations.length > 0) memory.durations[slot * LANES + lane] = duration
  }
}

function gate(memory: KernelMemory, at: number, slot: number, write: Write): void {
  const { words } = memory
  const edges = words[at + 1] ?? 0
  const from = at + shape.GATE_WORDS
  for (let lane = 0; lane < LANES; lane++) {
    const started = latest(memory, -Infinity, from, edges, lane, 0)
    const base = Math.max(memory.floats[at + 3] ?? 0, endOfDay(started))
    const passed = latest(memory, base, from + 2 * edges, words[at + 2] ?? 0, lane, 0)
    memory.values[slot * LANES + lane] = passed
    write(words[at + 4] ?? 0, lane, passed)
  }
}

function shared(memory: KernelMemory, at: number, slot: number): void {
  for (let lane = 0; lane < LANES; lane++)
    memory.drawn[slot * LANES + lane] = draw(
      memory.rows[lane] ?? 0,
      memory.words[at + 1] ?? 0,
      memory.words[at + 2] ?? 0,
    )
}

function risk(memory: KernelMemory, at: number): void {
  const { words, values, rows } = memory
  const keys = at + shape.WORK_KEYS
  const threshold = words[at + shape.WORK_BASE] ?? 0
  for (let lane = 0; lane < LANES; lane++) {
    if (secondDraw(rows[lane] ?? 0, words[keys] ?? 0, words[keys + 1] ?? 0) >= threshold) continue
    const delay = durationIn(memory, at, lane)
    for (let touched = 0; touched < (words[at + 1] ?? 0); touched++) {
      const place = ((words[at + shape.WORK_WORDS + touched] ?? 0) >> 2) + lane
      values[place] = Math.fround((values[place] ?? 0) + delay)
    }
  }
}

/** The bits behind the duration that a record draws in one lane. */
function bitsIn({ words, rows, drawn, sharing }: KernelMemory, at: number, lane: number): number {
  const row = rows[lane] ?? 0
  const key = words[at + shape.WORK_KEYS] ?? 0
  const other = words[at + shape.WORK_KEYS + 1] ?? 0
  const shared = words[at + shape.WORK_SHARED] ?? -1
  if (shared >= 0 && secondDraw(row, key, other) < sharing) return drawn[(shared >> 2) + lane] ?? 0
  return draw(row, key, other)
}

function durationIn(memory: KernelMemory, at: number, lane: number): number {
  const { floats, words } = memory
  const spread = (words[at] ?? 0) & shape.SPREAD_MASK
  const p = at + shape.WORK_DRAWN
  const first = floats[p] ?? 0
  if (spread === shape.FIXED) return first
  const bits = bitsIn(memory, at, lane)
  if (spread === shape.TABLED) return wholeTicks(tabled(memory, p, bits))
  const share = bits >>> 8
  const second = floats[p + 1] ?? 0
  if (spread === shape.UNIFORM) return wholeTicks(Math.fround(first + Math.fround(share * second)))
  const isLow = share < (floats[p + 2] ?? 0)
  const area = Math.fround((isLow ? share : 2 ** 24 - share) * (floats[isLow ? p + 3 : p + 4] ?? 0))
  const away = Math.fround(Math.sqrt(area))
  return wholeTicks(isLow ? Math.fround(first + away) : Math.fround(second - away))
}

/**
 * Straight between two quantiles: 9 bits say which, 23 how far; in the first and the last cell 9 of these say which of
 * its own cells, and 14 how far. Then stretched, and held between the ends.
 */
function tabled({ floats, words, tables }: KernelMemory, p: number, bits: number): number {
  const cell = bits >>> 23
  const isEnd = cell === 0 || cell === shape.TABLE_CELLS - 1
  const first = cell === 0 ? shape.TABLE_CELLS + 1 : 2 * (shape.TABLE_CELLS + 1)
  const entry = ((words[p + 4] ?? 0) >> 2) + (isEnd ? first + ((bits >>> 14) & 511) : cell)
  const low = tables[entry] ?? 0
  const within = Math.fround(isEnd ? (bits & 0x3fff) * 2 ** -14 : (bits & 0x7fffff) * 2 ** -23)
  const quantile = Math.fround(low + Math.fround(within * Math.fround((tables[entry + 1] ?? 0) - low)))
  const stretched = Math.fround((floats[p] ?? 0) + Math.fround((floats[p + 1] ?? 0) * quantile))
  return Math.min(Math.max(stretched, floats[p + 2] ?? 0), floats[p + 3] ?? 0)
}

/** The nearest whole number, the even one of two, and none below nought; floats from 2^23 on are whole. */
function wholeTicks(duration: number): number {
  if (duration >= 8388608) return duration
  return Math.max(0, Math.fround(Math.fround(duration + 8388608) - 8388608))
}
