import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Activity, Release, Stage, Workstream } from "@/lib/pack/release"

/** A release without what a programme leaves out, with the gaps in its links closed. */
export type Adopted = {
  readonly stages: readonly Stage[]
  /** Every key of a stage, workstream, activity or gate that is left. */
  readonly keys: ReadonlySet<string>
}
export type AdoptRefusal = "unknown-key" | "nothing-left"

const keysOf = (stages: readonly Stage[]): Set<string> =>
  new Set(
    stages.flatMap((stage) => [
      stage.key,
      ...stage.workstreams.flatMap((each) => [each.key, ...each.activities.map(({ key }) => key)]),
    ]),
  )

/**
 * Takes parts out of a release: stages, workstreams or activities by key. A workstream without activities, and a stage
 * without workstreams, goes too. An activity that waited for one left out waits for what that one waited for.
 */
export function adopt(release: Release, leaveOut: readonly string[]): Result<Adopted, AdoptRefusal> {
  const known = keysOf(release.stages)
  const out = new Set(leaveOut)
  if (leaveOut.some((key) => !known.has(key))) return refuse("unknown-key")
  const stages = release.stages
    .filter((stage) => !out.has(stage.key))
    .map((stage) => ({ ...stage, workstreams: stage.workstreams.flatMap((each) => without(each, out)) }))
    .filter((stage) => stage.workstreams.length > 0)
  if (stages.length === 0) return refuse("nothing-left")
  const keys = keysOf(stages)
  for (const phase of release.phases) if (phase.gate) keys.add(phase.gate.key)
  return ok({ stages, keys })
}

function without(workstream: Workstream, out: ReadonlySet<string>): Workstream[] {
  if (out.has(workstream.key)) return []
  const kept = workstream.activities.filter(({ key }) => !out.has(key))
  if (kept.length === 0) return []
  const all = new Map(workstream.activities.map((each) => [each.key, each]))
  return [{ ...workstream, activities: kept.map((each) => ({ ...each, after: bridged(each, all, out) })) }]
}

/** What an activity waits for when some of it is left out: the nearest that are kept. */
function bridged(activity: Activity, all: ReadonlyMap<string, Activity>, out: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const queue = [...activity.after]
  const seen = new Set<string>()
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    if (out.has(key)) queue.push(...(all.get(key)?.after ?? []))
    else found.add(key)
  }
  return [...found]
}
