import { seedWord } from "@/lib/plan/simulation/draws"
import type { SimulationModel } from "@/lib/plan/simulation/model"
import { simulateInThreads } from "@/lib/plan/simulation/server/simulate-in-threads"
import { wasmKernel } from "@/lib/plan/simulation/server/wasm-kernel"
import { jobsFor } from "@/lib/plan/simulation/simulate"
import { median } from "../compare"
import type { Line } from "../table"
import { benchModel, benchPlan } from "./plan"
import { type Rival, rivalsFor } from "./rivals"

const SEED = 20_261_122
const TRIALS = 10_000
const ROUNDS = 15

/** Seconds for the work of one round. */
type Measure = () => number | Promise<number>

/** Issue 3, section 5: the kernel beside C and numpy, with two threads, and with a hundred times as much. */
export async function kernelLines(): Promise<readonly Line[]> {
  console.info("Measuring: kernel of the simulation ...")
  const model = benchModel(benchPlan(1_000), "triangular")
  const rivals = rivalsFor(model, seedWord(SEED))
  try {
    const own = () => kernelSeconds(model, TRIALS)
    return [
      await beside("kernel, triangular, beside C", own, TRIALS * 1_000, rivalMeasure(rivals.c), 0.5),
      await beside("  beside numpy", own, TRIALS * 1_000, rivalMeasure(rivals.numpy, 5), 8),
      await shapesLine(own),
      await sizeLine(own),
      await threadsLine(model),
    ]
  } finally {
    rivals.remove()
  }
}

function kernelSeconds(model: SimulationModel, trials: number): number {
  const jobs = jobsFor(model, { seed: SEED, trials }, 1)
  const kernel = wasmKernel()
  const begin = performance.now()
  for (const job of jobs) kernel.run({ ...job, marked: 0 })
  return (performance.now() - begin) / 1000
}

/** `fewer`: a slow rival is measured on so many times fewer trials. */
const rivalMeasure = (rival: Rival | null, fewer = 1): Measure | null =>
  rival && (() => rival(TRIALS / fewer).seconds * fewer)

async function beside(
  measure: string,
  ours: Measure,
  work: number,
  other: Measure | null,
  goal: number,
): Promise<Line> {
  if (!other) return { measure: `${measure}: none here`, ours: "-", goal: `>= ${goal}`, reached: null }
  const { mine, theirs, ratio } = await byTurns(ours, other)
  return {
    measure,
    ours: perSecond(work / mine),
    beside: perSecond(work / theirs),
    ratio: ratio.toFixed(2),
    goal: `>= ${goal}`,
    reached: ratio >= goal,
  }
}

async function shapesLine(triangular: Measure): Promise<Line> {
  const model = benchModel(benchPlan(1_000), "beta_pert")
  const { mine, theirs, ratio } = await byTurns(() => kernelSeconds(model, TRIALS), triangular)
  return {
    measure: "  Beta-PERT beside triangular",
    ours: perSecond((TRIALS * 1_000) / mine),
    beside: perSecond((TRIALS * 1_000) / theirs),
    ratio: ratio.toFixed(2),
  }
}

async function sizeLine(small: Measure): Promise<Line> {
  const model = benchModel(benchPlan(100_000), "triangular")
  const trials = 160
  const { mine, theirs } = await byTurns(() => kernelSeconds(model, trials), small)
  const [large, usual] = [(trials * 100_000) / mine, (TRIALS * 1_000) / theirs]
  return {
    measure: "  100,000 activities beside 1,000",
    ours: perSecond(large),
    beside: perSecond(usual),
    ratio: (large / usual).toFixed(2),
    goal: ">= 0.6",
    reached: large / usual >= 0.6,
  }
}

async function threadsLine(model: SimulationModel): Promise<Line> {
  const inThreads = (threads: number) => async () => {
    const begin = performance.now()
    await simulateInThreads(model, { seed: SEED, trials: TRIALS, threads, watched: 0 })
    return (performance.now() - begin) / 1000
  }
  return beside("  two workers beside one", inThreads(2), TRIALS * 1_000, inThreads(1), 1.6)
}

/** Medians of seconds, by turns; the ratio is that of speeds within each turn. */
async function byTurns(ours: Measure, other: Measure): Promise<{ mine: number; theirs: number; ratio: number }> {
  await ours()
  await other()
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = await (round % 2 === 0 ? ours : other)()
    const second = await (round % 2 === 0 ? other : ours)()
    pairs.push(round % 2 === 0 ? { mine: first, theirs: second } : { mine: second, theirs: first })
  }
  return {
    mine: median(pairs.map(({ mine }) => mine)),
    theirs: median(pairs.map(({ theirs }) => theirs)),
    ratio: median(pairs.map(({ mine, theirs }) => theirs / mine)),
  }
}

const perSecond = (activityTrials: number): string => `${(activityTrials / 1e6).toFixed(0)} M/s`
