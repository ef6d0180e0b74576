import type { EachReference, Reference } from "./references"
import type { Release } from "./release"

/** What questions, objectives, KPIs, templates and remedies refer to. */
export function contentReferences(release: Release, each: EachReference): Reference[] {
  return [
    ...release.dimensions.flatMap(({ questions }, d) =>
      questions.flatMap((question, q): Reference[] => {
        const path = ["dimensions", d, "questions", q]
        return [
          { path: [...path, "stage"], kind: "stage", key: question.stage },
          { path: [...path, "workstream"], kind: "workstream", key: question.workstream },
          ...each([...path, "otherStages"], "stage", question.otherStages),
          ...question.proof.flatMap(({ checks }, p) => each([...path, "proof", p, "checks"], "check", checks)),
        ]
      }),
    ),
    ...release.objectives.map(
      ({ ownerRole }, o): Reference => ({ path: ["objectives", o, "ownerRole"], kind: "role", key: ownerRole }),
    ),
    ...release.kpis.flatMap((kpi, k): Reference[] => [
      { path: ["kpis", k, "ownerRole"], kind: "role", key: kpi.ownerRole },
      ...each(["kpis", k, "stages"], "stage", kpi.stages),
      ...each(["kpis", k, "objectives"], "objective", kpi.objectives),
    ]),
    ...release.templates.flatMap(({ steps }, t) =>
      steps.flatMap(({ workstream, role }, s): Reference[] => [
        { path: ["templates", t, "steps", s, "workstream"], kind: "workstream", key: workstream },
        { path: ["templates", t, "steps", s, "role"], kind: "role", key: role },
      ]),
    ),
    ...release.remedies.map(
      ({ check }, r): Reference => ({ path: ["remedies", r, "check"], kind: "check", key: check }),
    ),
  ]
}
