import { readdirSync, readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import { day } from "@/lib/base/kernel/day"
import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "@/lib/platform/facts/bundle/bundle"
import type { Fact } from "@/lib/platform/facts/fact"
import { grouped } from "@/lib/platform/facts/grouped"
import { judge } from "@/lib/platform/facts/judge"
import { knownMetrics } from "@/lib/platform/facts/metrics"
import type { Rule } from "@/lib/platform/facts/rule-shapes"
import { atMost } from "./lines"
import { residentOf } from "./memory"
import type { Line } from "./table"

const ROWS = 200_000
const ROUNDS = 15

export type FactsTarget = {
  readonly origin: string
  readonly pid: number
  readonly programmeId: string
  readonly cookie: string
}

/** Measures an import of 200,000 facts beside other requests, the checks after it, and the judge alone. */
export async function measureFacts(target: FactsTarget): Promise<readonly Line[]> {
  console.info("Measuring: import of 200,000 facts ...")
  const imported = await measureImport(target)
  return [
    atMost("import of 200,000 facts", imported.seconds, 60, "s", 1),
    atMost("  more memory, server and reader together", imported.memory, 300, "MiB"),
    atMost("  slowest other request meanwhile", imported.slowest, 2_000, "ms"),
    atMost("all checks after it, answered", await measureChecks(target), 500, "ms"),
    atMost("judging 200 checks over 10 fact sets", judgeAlone(), 100, "ms", 1),
  ]
}

async function measureImport(target: FactsTarget) {
  const body = resultOfBundle()
  const before = residentOf(target.pid) ?? 0
  let [peak, slowest, isOver] = [before, 0, false]
  const watch = async () => {
    while (!isOver) {
      peak = Math.max(peak, (residentOf(target.pid) ?? 0) + residentOfReaders(target.pid))
      await pause(20)
    }
  }
  const ask = async () => {
    while (!isOver) {
      const begun = performance.now()
      await fetchOf(target, "/roadmap").then((answer) => answer.arrayBuffer())
      slowest = Math.max(slowest, performance.now() - begun)
      await pause(50)
    }
  }
  const others = [watch(), ask(), ask()]
  const begun = performance.now()
  const answer = await fetchOf(target, "/fact-sets/file?source=bundle", body)
  const text = await answer.text()
  const seconds = (performance.now() - begun) / 1_000
  isOver = true
  await Promise.all(others)
  if (answer.status !== 200) throw new Error(`the facts were not imported: ${text.slice(0, 400)}`)
  return { seconds, slowest, memory: before === 0 ? null : peak - before }
}

function fetchOf({ origin, programmeId, cookie }: FactsTarget, path: string, body?: string): Promise<Response> {
  const sent = body === undefined ? {} : { method: "POST", body }
  const headers = { cookie, origin, ...(body === undefined ? {} : { "content-type": "text/csv" }) }
  return fetch(`${origin}/api/v1/programmes/${programmeId}${path}`, { ...sent, headers })
}

/** The middle of some answers, each after the first, which weighs the facts. */
async function measureChecks(target: FactsTarget): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await fetchOf(target, "/checks").then((answer) => answer.arrayBuffer())
    times.push(performance.now() - begun)
  }
  return middleOf(times.slice(1))
}

/** Every metric that a check asks for, in as many dimensions as it takes. */
function resultOfBundle(): string {
  const release = loadRelease("2026.1")
  const metrics = [...knownMetrics(release)]
  const [version, asOf] = [bundleVersion(release), new Date().toISOString()]
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const part = Math.floor(place / metrics.length)
    return `${metrics[place % metrics.length]},workspace-${part},0.9${place % 97},${400 + part},${asOf},westeurope,${version}`
  })
  return ["metric,dimension,value,n,as_of,region,bundle_version", ...rows].join("\n")
}

/** 200 rules, two of each metric, over ten sets of 100 metrics in five dimensions. */
function judgeAlone(): number {
  const facts = Array.from({ length: 10 }, (_, set) => factsOfSet(set)).flat()
  const rules = Array.from({ length: 200 }, (_, place) => ruleOf(place))
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    const byMetric = grouped(facts, ({ metric }) => metric)
    for (const rule of rules) judge(rule, byMetric.get(rule.metric) ?? [], day("2026-11-21"))
    return performance.now() - begun
  })
  return middleOf(times)
}

const ruleOf = (place: number): Rule => ({
  ...{ evidence: "E35", metric: `metric-${place % 100}`, comparison: "at-least", threshold: 0.5, unit: "share" },
  ...{ leastN: 20, freshnessDays: 31, dimensions: [], regions: [] },
})

const factsOfSet = (set: number): Fact[] =>
  Array.from({ length: 500 }, (_, place) => ({
    ...{ metric: `metric-${place % 100}`, dimension: `part-${place % 5}`, value: 0.9, n: 100, region: "westeurope" },
    ...{ workspace: "", statement: null },
    ...{ asOf: `2026-11-${10 + set}T06:00:00.000Z`, takenAt: `2026-11-${10 + set}T08:00:00.000Z` },
    ...{ reason: null, factSetId: `set-${set}` },
  }))

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** The memory of the reading processes that a server has started, in MiB. */
function residentOfReaders(parent: number): number {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
      .filter((name) => /read-facts|reading\/main/.test(readFileSync(`/proc/${name}/cmdline`, "utf8")))
      .reduce((sum, name) => sum + (residentOf(Number(name)) ?? 0), 0)
  } catch {
    return 0 // a process that has just ended
  }
}

const parentOf = (pid: string): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
  } catch {
    return 0
  }
}
