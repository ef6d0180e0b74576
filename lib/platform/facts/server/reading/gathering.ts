import type { FactRow } from "../../fact"
import type { Fault, Outcome, ReadContext } from "../../formats/reader"
import { wholeFault } from "../../formats/reader"
import type { FactColumns, ReadEnd } from "./job"

const BATCH = 5_000
const MOST_FAULTS_TOLD = 100
const MOST_NOTES = 20

const noFacts = (): FactColumns => ({ metric: [], dimension: [], value: [], n: [], asOf: [], region: [], reason: [] })

/** Gathers what the readers find: facts go out in batches, faults are counted, and only the first are told. */
export class Gathering {
  #batch = noFacts()
  #rows = 0
  #faults: Fault[] = []
  #faultCount = 0
  #newest: string | null = null
  readonly #metrics = new Map<string, number>()
  readonly #unknown = new Map<string, number>()
  readonly #notes: string[] = []

  constructor(
    private readonly context: ReadContext,
    private readonly maxFacts: number,
    private readonly say: (facts: FactColumns) => Promise<void>,
  ) {}

  /** False when there is no sense in reading on. */
  async take(outcomes: readonly Outcome[]): Promise<boolean> {
    for (const outcome of outcomes) {
      if ("fault" in outcome) this.fault(outcome.fault)
      else if ("note" in outcome) this.#notes.push(outcome.note)
      else this.#keep(outcome.fact)
    }
    if (this.#batch.metric.length >= BATCH) await this.#flush()
    return this.#rows <= this.maxFacts
  }

  fault(fault: Fault): void {
    this.#faultCount++
    if (this.#faults.length < MOST_FAULTS_TOLD) this.#faults.push(fault)
  }

  async end(takenAt: string | null): Promise<ReadEnd> {
    await this.#flush()
    if (this.#rows > this.maxFacts) this.fault(wholeFault(`There are more than ${this.maxFacts} facts in this file.`))
    const unknown = [...this.#unknown].map(([metric, rows]) => `${rows} of ${metric} left out: no check asks for it.`)
    return {
      ...{ rows: this.#rows, metrics: Object.fromEntries(this.#metrics), takenAt: takenAt ?? this.#newest },
      ...{ faults: this.#faults, faultCount: this.#faultCount },
      notes: [...this.#notes, ...unknown].slice(0, MOST_NOTES),
    }
  }

  #keep({ metric, dimension, value, n, asOf, region, reason }: FactRow): void {
    if (!this.context.metrics.has(metric)) {
      if (this.#unknown.size < MOST_NOTES || this.#unknown.has(metric))
        this.#unknown.set(metric, (this.#unknown.get(metric) ?? 0) + 1)
      return
    }
    this.#rows++
    if (this.#rows > this.maxFacts) return
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
  }

  async #flush(): Promise<void> {
    if (this.#batch.metric.length === 0) return
    await this.say(this.#batch)
    this.#batch = noFacts()
  }
}
