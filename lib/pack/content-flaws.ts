import { checksOf } from "./checks"
import { frameworkKeys } from "./framework"
import type { Flaw } from "./integrity"
import { evidenceOfMeasure } from "./measures"
import type { Question } from "./question"
import type { Release } from "./release"

type Path = readonly PropertyKey[]
type Answering = { readonly wal: readonly string[]; readonly sat: readonly string[] }

/**
 * What does not fit in questions, KPIs, templates and remedies beyond their shape and their references: proofs whose levels
 * do not rise, ids that no framework has, facts that nothing measures, steps out of order, checks without a remedy.
 */
export function findContentFlaws(release: Release): Flaw[] {
  const questions = release.dimensions.flatMap((dimension, d) =>
    dimension.questions.map((question, q) => ({ question, path: ["dimensions", d, "questions", q] })),
  )
  return [
    ...questions.flatMap(({ question, path }) => oddQuestion(question, path)),
    ...questions.flatMap(({ question, path }) => unknownIds(release, question, path)),
    ...release.remedies.flatMap((remedy, r) => unknownIds(release, remedy, ["remedies", r])),
    ...unmeasured(release),
    ...disordered(release),
    ...withoutRemedy(release),
  ]
}

function oddQuestion({ stage, otherStages, proof }: Question, path: Path): Flaw[] {
  const checks = proof.flatMap((each) => each.checks)
  return [
    ...(otherStages.includes(stage)
      ? [{ path: [...path, "otherStages"], reason: `the stage "${stage}" is the main one` }]
      : []),
    ...proof.flatMap(({ level }, p) =>
      p > 0 && level <= (proof[p - 1]?.level ?? 0)
        ? [{ path: [...path, "proof", p, "level"], reason: "the levels of the proofs must rise" }]
        : [],
    ),
    ...checks.flatMap((key, index) =>
      checks.indexOf(key) < index ? [{ path: [...path, "proof"], reason: `the check "${key}" proves two levels` }] : [],
    ),
  ]
}

function unknownIds({ frameworks }: Release, answering: Answering, path: Path): Flaw[] {
  return frameworkKeys.flatMap((framework) => {
    const known = new Set(frameworks.find(({ key }) => key === framework)?.ids)
    return answering[framework].flatMap((id, index) =>
      known.has(id) && answering[framework].indexOf(id) === index
        ? []
        : [{ path: [...path, framework, index], reason: `there is no ${framework} "${id}", or it is there twice` }],
    )
  })
}

/** A KPI's fact must be one that a measure of that evidence gives. */
function unmeasured({ kpis, measures }: Release): Flaw[] {
  const given = new Set(
    measures.flatMap((file) =>
      file.measures.flatMap((measure) =>
        [...measure.metrics, ...(measure.kind === "sql" ? measure.also : [])].flatMap((metric) =>
          evidenceOfMeasure(measure).map((evidence) => `${evidence} ${metric}`),
        ),
      ),
    ),
  )
  return kpis.flatMap(({ fact, direction, usualTarget }, k): Flaw[] => [
    ...(fact && !given.has(`${fact.evidence} ${fact.metric}`)
      ? [{ path: ["kpis", k, "fact"], reason: `nothing of ${fact.evidence} measures "${fact.metric}"` }]
      : []),
    ...(usualTarget !== undefined && (typeof usualTarget === "object") !== (direction === "range")
      ? [{ path: ["kpis", k, "usualTarget"], reason: "a range has two bounds, every other direction one value" }]
      : []),
  ])
}

/** Steps have their own keys in their template and wait for steps before them, so that none goes round in a circle. */
function disordered({ templates }: Release): Flaw[] {
  return templates.flatMap(({ steps }, t) =>
    steps.flatMap((step, s): Flaw[] => {
      const before = new Set(steps.slice(0, s).map(({ key }) => key))
      const path = ["templates", t, "steps", s]
      return [
        ...(before.has(step.key) ? [{ path: [...path, "key"], reason: `the step "${step.key}" is there twice` }] : []),
        ...step.after.flatMap((key, a) =>
          before.has(key) ? [] : [{ path: [...path, "after", a], reason: `there is no step "${key}" before` }],
        ),
      ]
    }),
  )
}

/** Remedies are kept for all checks or for none. */
function withoutRemedy(release: Release): Flaw[] {
  if (release.remedies.length === 0) return []
  const count = new Map<string, number>()
  for (const { check } of release.remedies) count.set(check, (count.get(check) ?? 0) + 1)
  return [
    ...checksOf(release).flatMap(({ check, path }) =>
      count.has(check.key) ? [] : [{ path, reason: `the check "${check.key}" has no remedy` }],
    ),
    ...release.remedies.flatMap(({ check }, r) =>
      (count.get(check) ?? 0) > 1 ? [{ path: ["remedies", r, "check"], reason: `"${check}" has two remedies` }] : [],
    ),
  ]
}
