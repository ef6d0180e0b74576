import * as z from "zod"
import { Key } from "./key"
import { Cloud, type Release, ReleaseKey } from "./release"

export const ReleaseSummary = z
  .strictObject({
    key: ReleaseKey,
    name: z.string(),
    summary: z.string(),
    asOf: z.string().meta({ description: "The month its content was checked, as YYYY-MM." }),
  })
  .meta({ id: "ReleaseSummary" })
export type ReleaseSummary = z.output<typeof ReleaseSummary>

const ActivityOutline = z.strictObject({
  key: Key,
  title: z.string(),
  likely: z.number().meta({ description: "Working days." }),
  phase: Key.nullable().meta({ description: "Only where it is another phase than the workstream's." }),
  after: z.array(Key).meta({ description: "Activities of the same workstream that finish first." }),
  clouds: z.array(Cloud).meta({ description: "Empty when it is needed on every cloud." }),
})
const WorkstreamOutline = z.strictObject({
  key: Key,
  name: z.string(),
  phase: Key,
  checks: z.int().meta({ description: "How many checks it brings." }),
  activities: z.array(ActivityOutline),
})
const StageOutline = z.strictObject({
  key: Key,
  number: z.int(),
  name: z.string(),
  workstreams: z.array(WorkstreamOutline),
})
const PhaseOutline = z.strictObject({
  key: Key,
  number: z.int(),
  name: z.string(),
  weeks: z
    .strictObject({ from: z.int(), to: z.int() })
    .nullable()
    .meta({ description: "The usual length in weeks; null for a phase that goes on." }),
  gate: z.strictObject({ key: Key, number: z.int(), name: z.string() }).nullable(),
  checks: z.int().meta({ description: "How many checks its gate, or its reviews, have of their own." }),
})

/** A release without its explanations: everything that decides what a programme contains and when it is planned. */
export const ReleaseOutline = z
  .strictObject({
    ...ReleaseSummary.shape,
    stages: z.array(StageOutline),
    phases: z.array(PhaseOutline),
    links: z.array(
      z.strictObject({
        from: Key,
        to: Key,
        type: z.enum(["FS", "SS", "FF", "SF"]),
        lag: z.int().meta({ description: "Working days." }),
      }),
    ),
    criteria: z.int().meta({ description: "How many lines the success checklist has." }),
  })
  .meta({ id: "ReleaseOutline" })
export type ReleaseOutline = z.output<typeof ReleaseOutline>
export type StageOutline = z.output<typeof StageOutline>
export type WorkstreamOutline = z.output<typeof WorkstreamOutline>
export type ActivityOutline = z.output<typeof ActivityOutline>

export const summaryOf = ({ key, name, summary, asOf }: Release): ReleaseSummary => ({ key, name, summary, asOf })

/** The outline of a release, a tenth of its size. */
export function outlineOf(release: Release): ReleaseOutline {
  return {
    ...summaryOf(release),
    stages: release.stages.map(({ key, number, name, workstreams }) => ({
      key,
      number,
      name,
      workstreams: workstreams.map((workstream) => ({
        key: workstream.key,
        name: workstream.name,
        phase: workstream.phase,
        checks: workstream.checks.length,
        activities: workstream.activities.map(({ key, title, estimate, phase, after, clouds }) => ({
          key,
          title,
          likely: estimate.likely,
          phase: phase ?? null,
          after,
          clouds,
        })),
      })),
    })),
    phases: release.phases.map(({ key, number, name, weeks, gate, review }) => ({
      key,
      number,
      name,
      weeks: weeks === "ongoing" ? null : weeks,
      gate: gate ? { key: gate.key, number: gate.number, name: gate.name } : null,
      checks: (gate?.checks.length ?? 0) + (review?.checks.length ?? 0),
    })),
    links: release.links,
    criteria: release.criteria.length,
  }
}
