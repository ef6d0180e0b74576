import {
  BOUNDS_FINISH,
  type Drawn,
  FIRST,
  GATE,
  KEEPS_START,
  MOMENT,
  type Program,
  RISK,
  SHARED,
  SLOT_BYTES,
  TABLED,
  WORK,
} from "./program"

/** A bound that is only known in a trial: the moment in a slot, and so many ticks after it. */
export type Edge = { readonly slot: number; readonly lag: number }
export type Keys = readonly [number, number]

export type WorkRecord = {
  readonly keys: Keys
  readonly drawn: Drawn
  readonly base: number
  readonly finishBase: number
  readonly edges: readonly Edge[]
  readonly finishEdges: readonly Edge[]
  readonly keepsStart: boolean
  /** Slots, or null. */
  readonly delay: number | null
  readonly shared: number | null
}

/** Puts down records; answers the slot of each. */
export class ProgramWriter {
  private words = new Int32Array(1024)
  private floats = new Float32Array(this.words.buffer)
  private length = 0
  private slots = 0
  private records = 0
  private outputs = 0

  moment(base: number, edges: readonly Edge[], cap = Infinity): number {
    this.begin(MOMENT)
    this.whole(edges.length)
    this.float(base)
    this.float(cap)
    this.edges(edges)
    return this.slots++
  }

  first(base: number, edges: readonly Edge[]): number {
    this.begin(FIRST)
    this.whole(edges.length)
    this.float(base)
    this.edges(edges)
    return this.slots++
  }

  work({ keys, drawn, base, finishBase, edges, finishEdges, keepsStart, delay, shared }: WorkRecord): number {
    const isFinishBound = finishEdges.length > 0 || finishBase > -Infinity
    this.begin(WORK | drawn.spread | (keepsStart ? KEEPS_START : 0) | (isFinishBound ? BOUNDS_FINISH : 0))
    this.whole(edges.length)
    this.whole(finishEdges.length)
    this.float(base)
    this.float(finishBase)
    this.draw(keys, drawn)
    this.whole(delay === null ? -1 : delay * SLOT_BYTES)
    this.whole(shared === null ? -1 : shared * SLOT_BYTES)
    this.edges(edges)
    this.edges(finishEdges)
    const slot = this.slots
    this.slots += keepsStart ? 2 : 1
    return slot
  }

  gate(base: number, edges: readonly Edge[], finishEdges: readonly Edge[]): number {
    this.begin(GATE)
    this.whole(edges.length)
    this.whole(finishEdges.length)
    this.float(base)
    this.whole(this.outputs++)
    this.edges(edges)
    this.edges(finishEdges)
    return this.slots++
  }

  shared(keys: Keys): number {
    this.begin(SHARED)
    for (const key of keys) this.whole(key)
    return this.slots++
  }

  /** `threshold`: of 2^24 trials, in how many it comes true. */
  risk(keys: Keys, threshold: number, drawn: Drawn, slots: readonly number[]): void {
    this.begin(RISK | drawn.spread)
    this.whole(slots.length)
    this.whole(0)
    this.whole(threshold)
    this.whole(0)
    this.draw(keys, drawn)
    this.whole(-1)
    this.whole(-1)
    for (const slot of slots) this.whole(slot * SLOT_BYTES)
  }

  /** The number of the record that comes next. */
  get next(): number {
    return this.records
  }

  finished(tables: Float32Array, sharing: number): Program {
    const { records, slots, outputs } = this
    return { words: this.words.slice(0, this.length), tables, records, slots, outputs, sharing }
  }

  private begin(kind: number): void {
    this.records++
    this.whole(kind)
  }

  private draw(keys: Keys, { spread, words }: Drawn): void {
    for (const key of keys) this.whole(key)
    for (const word of words.slice(0, 4)) this.float(word)
    if (spread === TABLED) this.whole(words[4] * 4)
    else this.float(words[4])
  }

  private edges(edges: readonly Edge[]): void {
    for (const { slot, lag } of edges) {
      this.whole(slot * SLOT_BYTES)
      this.float(lag)
    }
  }

  private whole(word: number): void {
    if (this.length === this.words.length) this.grow()
    this.words[this.length++] = word
  }

  private float(word: number): void {
    if (this.length === this.words.length) this.grow()
    // Without this, a lag of less than half a tick would be a nought of the wrong sign.
    this.floats[this.length++] = word + 0
  }

  private grow(): void {
    const words = new Int32Array(this.words.length * 2)
    words.set(this.words)
    this.words = words
    this.floats = new Float32Array(words.buffer)
  }
}
