import { grouped } from "@/lib/base/kernel/grouped"
import type { FactRow } from "../../fact"
import { Asides, type Fault, type Outcome, type ReadContext, wholeFault } from "../../formats/reader"
import type { FactColumns, ReadCounts, ReadEnd } from "./job"

const BATCH = 5_000
const MOST_FAULTS_TOLD = 100
const MOST_NOTES = 20

const noFacts = (): FactColumns => ({
  ...{ metric: [], dimension: [], value: [], n: [], asOf: [], region: [], reason: [], workspace: [], statement: [] },
})

/**
 * Gathers what the readers find: facts go out in batches, faults are counted, and only the first are told. Of the rows it
 * keeps count, and a file whose rows do not add up is refused: something was passed over in silence.
 */
export class FactCollector {
  #batch = noFacts()
  #facts = 0
  #faults: Fault[] = []
  #faultCount = 0
  #newest: string | null = null
  #read = 0
  #taken = 0
  #same = 0
  readonly #ranWith = new Map<string, string>()
  readonly #asides = new Asides()
  readonly #metrics = new Map<string, number>()
  readonly #unasked = new Set<string>()
  readonly #notes: string[] = []

  constructor(
    private readonly context: ReadContext,
    private readonly maxFacts: number,
    private readonly say: (facts: FactColumns) => Promise<void>,
  ) {}

  /**
   * @param rows how many rows of the file were read for it
   * @returns false when there is no sense in reading on
   */
  async take(outcomes: readonly Outcome[], rows = 0): Promise<boolean> {
    this.#read += rows
    for (const outcome of outcomes) this.#takeOne(outcome)
    if (this.#batch.metric.length >= BATCH) await this.#flush()
    return this.#facts <= this.maxFacts
  }

  fault(fault: Fault): void {
    this.#faultCount++
    if (this.#faults.length < MOST_FAULTS_TOLD) this.#faults.push(fault)
  }

  note = (note: string): void => {
    this.#notes.push(note)
  }

  async end(takenAt: string | null): Promise<ReadEnd> {
    await this.#flush()
    if (this.#facts > this.maxFacts) this.fault(wholeFault(`More than ${this.maxFacts} facts in this file.`))
    const counts = this.#counts()
    const { read, taken, same, aside } = counts
    const told = taken + same + aside.reduce((sum, { rows }) => sum + rows, 0)
    if (this.#faultCount === 0 && told !== read)
      this.fault(wholeFault(`Of ${grouped(read)} rows only ${grouped(told)} are accounted for. Please tell us of it.`))
    const unasked = [...this.#unasked].map((metric) => `What it tells of ${metric} is not kept: no check asks for it.`)
    return {
      ...{ rows: this.#facts, metrics: Object.fromEntries(this.#metrics), takenAt: takenAt ?? this.#newest, counts },
      ...{ faults: this.#faults, faultCount: this.#faultCount },
      ranWith: this.#ranWith.size === 0 ? null : Object.fromEntries(this.#ranWith),
      notes: [...this.#notes, ...unasked].slice(0, MOST_NOTES),
    }
  }

  #counts = (): ReadCounts => ({
    ...{ read: this.#read, taken: this.#taken, same: this.#same, aside: this.#asides.list() },
  })

  #takeOne(outcome: Outcome): void {
    if ("fault" in outcome) this.fault(outcome.fault)
    else if ("note" in outcome) this.note(outcome.note)
    else if ("taken" in outcome) this.#taken += outcome.taken
    else if ("same" in outcome) this.#same += outcome.same
    else if ("ranWith" in outcome) {
      this.#ranWith.set(outcome.ranWith, outcome.as)
      this.#taken++
    } else if ("aside" in outcome) this.#asides.add(outcome.aside, outcome.rows)
    else this.#keep(outcome.fact, outcome.rows ?? 0)
  }

  #keep({ metric, dimension, value, n, asOf, region, reason, workspace, statement }: FactRow, rows: number): void {
    if (!this.context.kinds.has(metric)) {
      if (rows > 0) this.#asides.add(`No check asks for ${metric}`, rows)
      else if (this.#unasked.size < MOST_NOTES) this.#unasked.add(metric)
      return
    }
    this.#taken += rows
    this.#facts++
    if (this.#facts > this.maxFacts) return
    this.#metrics.set(metric, (this.#metrics.get(metric) ?? 0) + 1)
    if (this.#newest === null || asOf > this.#newest) this.#newest = asOf
    const batch = this.#batch
    batch.metric.push(metric)
    batch.dimension.push(dimension)
    batch.value.push(value)
    batch.n.push(n)
    batch.asOf.push(asOf)
    batch.region.push(region)
    batch.reason.push(reason)
    batch.workspace.push(workspace)
    batch.statement.push(statement)
  }

  async #flush(): Promise<void> {
    if (this.#batch.metric.length === 0) return
    await this.say(this.#batch)
    this.#batch = noFacts()
  }
}
