import type { Cloud } from "@/lib/pack/clouds"
import type { ActivityOutline, ReleaseOutline, StageOutline, WorkstreamOutline } from "@/lib/pack/outline"

/** The keys of the activities that are left out; a choice of them is all that a preview works with. */
export type LeftOut = ReadonlySet<string>
/** How much of a stage or workstream stays. */
export type Share = "all" | "some" | "none"

export type Contents = {
  readonly stages: number
  readonly workstreams: number
  readonly activities: number
  /** Those of the workstreams that stay and those of every gate and review. */
  readonly checks: number
}

/** The keys of all activities of a stage, a workstream or a whole release, in their order. */
export function activityKeys(part: ReleaseOutline | StageOutline | WorkstreamOutline): string[] {
  if ("activities" in part) return part.activities.map(({ key }) => key)
  if ("stages" in part) return part.stages.flatMap(activityKeys)
  return part.workstreams.flatMap(activityKeys)
}

/** The activities that only other clouds than the chosen ones need; nothing while no cloud is chosen. */
export function ofOtherClouds(outline: ReleaseOutline, clouds: readonly Cloud[]): string[] {
  if (clouds.length === 0) return []
  return outline.stages
    .flatMap(({ workstreams }) => workstreams.flatMap(({ activities }) => activities))
    .filter((activity) => activity.clouds.length > 0 && !activity.clouds.some((cloud) => clouds.includes(cloud)))
    .map(({ key }) => key)
}

/** A choice with these activities taken in or left out. */
export function choose(leftOut: LeftOut, keys: readonly string[], stays: boolean): LeftOut {
  const next = new Set(leftOut)
  for (const key of keys) stays ? next.delete(key) : next.add(key)
  return next
}

export function shareOf(part: StageOutline | WorkstreamOutline, leftOut: LeftOut): Share {
  const keys = activityKeys(part)
  const out = keys.filter((key) => leftOut.has(key)).length
  return out === 0 ? "all" : out === keys.length ? "none" : "some"
}

/** The same choice in the fewest keys, as a new programme takes it: a stage stands for all of its activities. */
export function leaveOutKeys(outline: ReleaseOutline, leftOut: LeftOut): string[] {
  return outline.stages.flatMap((stage) => {
    if (shareOf(stage, leftOut) === "none") return [stage.key]
    return stage.workstreams.flatMap((workstream) =>
      shareOf(workstream, leftOut) === "none"
        ? [workstream.key]
        : activityKeys(workstream).filter((key) => leftOut.has(key)),
    )
  })
}

/**
 * The stages as a programme will hold them: a workstream without activities goes, and a stage without workstreams; an
 * activity that waited for one left out waits for what that one waited for.
 */
export function keptStages(outline: ReleaseOutline, leftOut: LeftOut): StageOutline[] {
  return outline.stages
    .map((stage) => ({ ...stage, workstreams: stage.workstreams.flatMap((each) => keptWorkstream(each, leftOut)) }))
    .filter(({ workstreams }) => workstreams.length > 0)
}

function keptWorkstream(workstream: WorkstreamOutline, leftOut: LeftOut): WorkstreamOutline[] {
  const kept = workstream.activities.filter(({ key }) => !leftOut.has(key))
  if (kept.length === 0) return []
  const all = new Map(workstream.activities.map((activity) => [activity.key, activity]))
  return [{ ...workstream, activities: kept.map((each) => ({ ...each, after: nearestKept(each, all, leftOut) })) }]
}

function nearestKept(
  activity: ActivityOutline,
  all: ReadonlyMap<string, ActivityOutline>,
  leftOut: LeftOut,
  seen: Set<string> = new Set(),
): string[] {
  return activity.after.flatMap((key) => {
    if (seen.has(key)) return []
    seen.add(key)
    const earlier = all.get(key)
    return leftOut.has(key) && earlier ? nearestKept(earlier, all, leftOut, seen) : [key]
  })
}

/** What a programme will contain. */
export function contentsOf(outline: ReleaseOutline, leftOut: LeftOut): Contents {
  const stages = keptStages(outline, leftOut)
  const workstreams = stages.flatMap((stage) => stage.workstreams)
  const checksOfPhases = outline.phases.reduce((sum, phase) => sum + phase.checks, 0)
  return {
    stages: stages.length,
    workstreams: workstreams.length,
    activities: workstreams.reduce((sum, { activities }) => sum + activities.length, 0),
    checks: workstreams.reduce((sum, { checks }) => sum + checks, checksOfPhases),
  }
}
