import type { Network, NodeRef } from "@/lib/plan/schedule/network"
import type { Cloud } from "./clouds"
import type { Activity, Release } from "./release"

/** The likely working days of the longest chain of activities. */
export function longestChain(list: readonly Activity[]): number {
  const finish = (key: string): number => {
    const activity = list.find((candidate) => candidate.key === key)
    return activity ? activity.estimate.likely + Math.max(0, ...activity.after.map(finish)) : 0
  }
  return Math.max(...list.map(({ key }) => finish(key)))
}

/** The whole release as a network nobody has begun, without what other clouds need. */
export function networkOf({ links, stages, phases }: Release, clouds: readonly Cloud[]): Network {
  const workstreams = stages.flatMap((stage) => stage.workstreams)
  const gates = phases.flatMap((phase) => (phase.gate ? [{ ...phase.gate, phase: phase.key }] : []))
  const kept = workstreams.flatMap(({ key, activities }) =>
    activities
      .filter((activity) => activity.clouds.length === 0 || activity.clouds.some((cloud) => clouds.includes(cloud)))
      .map((activity) => ({ ...activity, workstreamId: key })),
  )
  const known = new Set([...kept, ...workstreams, ...gates].map(({ key }) => key))
  const ref = (id: string): NodeRef => {
    if (workstreams.some(({ key }) => key === id)) return { kind: "workstream", id }
    return { kind: gates.some(({ key }) => key === id) ? "gate" : "item", id }
  }
  const inside = kept.flatMap(({ key, after }) =>
    after.filter((from) => known.has(from)).map((from) => ({ from, to: key, type: "FS" as const, lag: 0 })),
  )
  return {
    items: kept.map(({ key, workstreamId, phase, estimate }) => ({
      id: key,
      workstreamId,
      phaseId: phase ?? null,
      likely: estimate.likely,
      percent: 0,
      status: "not_started",
      startNoEarlierThan: null,
      actualStart: null,
      actualFinish: null,
    })),
    workstreams: workstreams.map(({ key, phase, estimate }) => ({ id: key, phaseId: phase, likely: estimate.likely })),
    gates: gates.map(({ key, phase }) => ({ id: key, phaseId: phase })),
    links: [...links, ...inside].map((link, index) => ({
      ...link,
      id: String(index),
      from: ref(link.from),
      to: ref(link.to),
    })),
  }
}
