import type { Flaw } from "./integrity"
import type { Release } from "./release"

type Keyed = { readonly key: string; readonly path: readonly PropertyKey[] }
/** What a key can be the key of: within each kind it stands for one thing. */
export type KeyKind =
  | "plan"
  | "check"
  | "role"
  | "signer"
  | "criterion"
  | "accelerator"
  | "component"
  | "plane"
  | "section"
  | "skill"
  | "framework"
  | "dimension"
  | "question"
  | "objective"
  | "kpi"
  | "template"

/** Everything with a key, by kind. Stages, workstreams, activities, phases, gates and reviews share one: the plan. */
export function keysOf(release: Release): Record<KeyKind, Keyed[]> {
  const list = (name: string, entries: readonly { key: string }[], above: readonly PropertyKey[] = []): Keyed[] =>
    entries.map(({ key }, index) => ({ key, path: [...above, name, index, "key"] }))
  const plan = [...list("stages", release.stages), ...list("phases", release.phases)]
  const check: Keyed[] = []
  for (const [s, stage] of release.stages.entries()) {
    plan.push(...list("workstreams", stage.workstreams, ["stages", s]))
    for (const [w, { activities, checks }] of stage.workstreams.entries()) {
      plan.push(...list("activities", activities, ["stages", s, "workstreams", w]))
      check.push(...list("checks", checks, ["stages", s, "workstreams", w]))
    }
  }
  for (const [p, phase] of release.phases.entries())
    for (const end of ["gate", "review"] as const) {
      const ending = phase[end]
      if (!ending) continue
      plan.push({ key: ending.key, path: ["phases", p, end, "key"] })
      check.push(...list("checks", ending.checks, ["phases", p, end]))
    }
  return {
    plan,
    check,
    role: list("roles", release.roles),
    signer: list("signers", release.signers),
    criterion: list("criteria", release.criteria),
    accelerator: list("accelerators", release.accelerators),
    component: release.sections.flatMap(({ components }, s) => list("components", components, ["sections", s])),
    plane: list("planes", release.planes),
    section: list("sections", release.sections),
    skill: list("skills", release.skills),
    framework: list("frameworks", release.frameworks),
    dimension: list("dimensions", release.dimensions),
    question: release.dimensions.flatMap(({ questions }, d) => list("questions", questions, ["dimensions", d])),
    objective: list("objectives", release.objectives),
    kpi: list("kpis", release.kpis),
    template: list("templates", release.templates),
  }
}

/** Every second use of a key within its kind. */
export function findDuplicates(release: Release): Flaw[] {
  return Object.values(keysOf(release)).flatMap((keyed) => {
    const seen = new Set<string>()
    return keyed.flatMap(({ key, path }) => {
      if (seen.has(key)) return [{ path, reason: `the key "${key}" is used twice` }]
      seen.add(key)
      return []
    })
  })
}

/** What a reference may name. */
export type KnownKeys = Record<
  | "stage"
  | "workstream"
  | "phase"
  | "gate"
  | "link end"
  | "check"
  | "role"
  | "signer"
  | "component"
  | "plane"
  | "skill"
  | "objective",
  ReadonlySet<string>
>

export function knownKeys(release: Release): KnownKeys {
  const set = (entries: readonly { key: string }[]) => new Set(entries.map(({ key }) => key))
  const workstreams = release.stages.flatMap((stage) => stage.workstreams)
  const gates = release.phases.flatMap(({ gate }) => (gate ? [gate] : []))
  const keys = keysOf(release)
  return {
    stage: set(release.stages),
    workstream: set(workstreams),
    phase: set(release.phases),
    gate: set(gates),
    "link end": set([...workstreams, ...gates, ...workstreams.flatMap(({ activities }) => activities)]),
    check: set(keys.check),
    role: set(keys.role),
    signer: set(keys.signer),
    component: set(keys.component),
    plane: set(keys.plane),
    skill: set(keys.skill),
    objective: set(keys.objective),
  }
}
