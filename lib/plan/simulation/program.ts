/**
 * What both kernels run: records of 32-bit words, whole numbers and single-precision floats, in an order in which each
 * comes after all whose moments it reads. A record makes one moment (two where the start of work is asked for), each the
 * next *slot* of `LANES` floats, one for each trial of a pass. Moments are ticks after the simulation's origin.
 *
 * A record is its words below, then its edges: the byte offset of the slot that is read, and the lag in ticks.
 */
export const LANES = 16
export const SLOT_BYTES = LANES * 4

/** The latest of a base and its edges, at most the cap. Words: kind, edges, base, cap. */
export const MOMENT = 0
/**
 * Work: begins at the latest of its base, its edges, and, less its duration, its finish base and finish edges. The slot
 * is its finish.
 * Words: see `WORK_*`.
 */
export const WORK = 1
/**
 * A gate: the latest of a base, its finish edges, and the end of the day in which the latest of its edges lies; also
 * written out. Words: kind, edges, finish edges, base, output.
 */
export const GATE = 2
/** One draw that all work of a workstream may share. Words: kind, two keys. */
export const SHARED = 3
/** A risk: adds its delay to each of its slots. Words: those of work, with a threshold as its base; then byte offsets. */
export const RISK = 4

/** The first of a base and its edges. Words: kind, edges, base. */
export const FIRST = 5

export const KIND_MASK = 7
/** In the first word of work and risks: how the duration is drawn. */
export const SPREAD_MASK = 24
export const FIXED = 0
export const TRIANGULAR = 8
export const TABLED = 16
export const UNIFORM = 24
/** In the first word of work: its start has the slot after its finish. */
export const KEEPS_START = 32
/** In the first word of work: it has a finish base or finish edges. */
export const BOUNDS_FINISH = 64

export const WORK_EDGES = 1
export const WORK_FINISH_EDGES = 2
export const WORK_BASE = 3
export const WORK_FINISH_BASE = 4
export const WORK_KEYS = 5
/** Five words that depend on the spread, see `Drawn`. */
export const WORK_DRAWN = 7
/** The byte offset of the slot that is added to the duration, or -1. */
export const WORK_DELAY = 12
/** The byte offset of the shared draw, or -1. */
export const WORK_SHARED = 13
export const WORK_WORDS = 14
export const MOMENT_WORDS = 4
export const GATE_WORDS = 5
export const SHARED_WORDS = 3
export const FIRST_WORDS = 3

/** Cells of a table of quantiles; a table has one entry more. */
export const TABLE_CELLS = 512
/** The first and the last of these cells have tables of their own, of as many cells, which come after it. */
export const TABLE_WORDS = 3 * (TABLE_CELLS + 1)

/** How a duration in ticks comes from a draw, as the kernels read it. The last of a table is its place among tables. */
export type Drawn = { readonly spread: number; readonly words: readonly [number, number, number, number, number] }

export type Program = {
  readonly words: Int32Array
  readonly tables: Float32Array
  readonly records: number
  readonly slots: number
  /** How many gates are written out; the last is the finish of the plan. */
  readonly outputs: number
  /** Of 2^24 draws, how many take the shared one. */
  readonly sharing: number
}
