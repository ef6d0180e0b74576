import type { Cloud } from "./clouds"
import type { Check, Estimate, Release, Workstream } from "./release"

/** One thing of a release with what a programme takes over of it, as texts that can be compared. */
export type Thing = {
  readonly id: string
  readonly part: "phase" | "stage" | "workstream" | "activity" | "link" | "check" | "criterion" | "component"
  readonly key: string
  readonly name: string
  /** The id of what it is in: an activity's workstream, a check's workstream or gate. */
  readonly within: string | null
  /** Only on these clouds; empty means on all. */
  readonly clouds: readonly Cloud[]
  readonly fields: Readonly<Record<string, string | null>>
}
type Draft = Pick<Thing, "part" | "key" | "name" | "fields"> & Partial<Pick<Thing, "within" | "clouds">>

const thing = ({ within = null, clouds = [], ...rest }: Draft): Thing => ({
  ...{ id: `${rest.part}:${rest.key}`, within, clouds },
  ...rest,
})
/** An estimate in one text, since its three figures only hold together: optimistic/likely/pessimistic working days. */
export const estimateText = ({ optimistic, likely, pessimistic }: Estimate): string =>
  [optimistic, likely, pessimistic].join("/")
/** The key of a link: its two ends and its type. */
export const linkKey = (from: string, to: string, type: string): string => `${from}>${to}>${type}`
/** A list in one text, in a fixed order. */
export const listText = (keys: readonly string[]): string => keys.toSorted().join(", ")

/** Everything of a release that a programme takes over, by id, parents before what is in them. */
export function thingsOf(release: Release): ReadonlyMap<string, Thing> {
  const workstreams = release.stages.flatMap((stage) => stage.workstreams.map((each) => ({ each, stage: stage.key })))
  const list: Thing[] = [
    ...release.phases.map(({ key, name, summary, weeks }) =>
      thing({
        ...{ part: "phase", key, name },
        fields: { name, summary, weeks: weeks === "ongoing" ? null : `${weeks.from}-${weeks.to}` },
      }),
    ),
    ...release.stages.map(({ key, name, summary }) => thing({ part: "stage", key, name, fields: { name, summary } })),
    ...workstreams.map(({ each, stage }) => workstreamThing(each, stage)),
    ...workstreams.flatMap(({ each }) => activityThings(each)),
    ...linkThings(release),
    ...workstreams.flatMap(({ each }) => each.checks.map((check) => checkThing(check, `workstream:${each.key}`, null))),
    ...release.phases.flatMap(({ gate }) =>
      (gate?.checks ?? []).map((check) => checkThing(check, gate ? `gate:${gate.key}` : null, gate?.key ?? null)),
    ),
    ...release.phases.flatMap(({ review }) => (review?.checks ?? []).map((check) => checkThing(check, null, null))),
    ...release.criteria.map(({ key, name, signers, checks }) =>
      thing({ part: "criterion", key, name, fields: { name, signers: listText(signers), checks: listText(checks) } }),
    ),
    ...release.sections.flatMap((section) =>
      section.components.map(({ key, name, status, description, plane, stages, note }) =>
        thing({
          ...{ part: "component", key, name },
          fields: { name, status, description, plane, stages: listText(stages), note: note ?? null },
        }),
      ),
    ),
  ]
  return new Map(list.map((each) => [each.id, each]))
}

function workstreamThing({ key, name, description, phase, role, estimate }: Workstream, stage: string): Thing {
  const fields = { name, description, phase, role, estimate: estimateText(estimate) }
  return thing({ part: "workstream", key, name, within: `stage:${stage}`, fields })
}

const activityThings = ({ key: workstream, phase, activities }: Workstream): Thing[] =>
  activities.map((each) =>
    thing({
      ...{ part: "activity", key: each.key, name: each.title, within: `workstream:${workstream}`, clouds: each.clouds },
      fields: {
        ...{ title: each.title, description: each.description, role: each.role, estimate: estimateText(each.estimate) },
        phase: each.phase && each.phase !== phase ? each.phase : null,
      },
    }),
  )

/** Links between workstreams and gates, and those of activities to the ones they wait for. */
function linkThings(release: Release): Thing[] {
  const inside = release.stages.flatMap(({ workstreams }) =>
    workstreams.flatMap(({ activities }) =>
      activities.flatMap(({ key, after }) => after.map((from) => ({ from, to: key, type: "FS", lag: 0 }))),
    ),
  )
  return [...release.links, ...inside].map(({ from, to, type, lag }) =>
    thing({ part: "link", key: linkKey(from, to, type), name: `${from} to ${to}`, fields: { lag: String(lag) } }),
  )
}

function checkThing(check: Check, within: string | null, gate: string | null): Thing {
  const { key, sentence, kind, dueGate } = check
  const rule = "rule" in check ? JSON.stringify(check.rule) : null
  return thing({
    ...{ part: "check", key, name: sentence, within },
    fields: { sentence, kind, dueGate: dueGate ?? gate, rule },
  })
}
