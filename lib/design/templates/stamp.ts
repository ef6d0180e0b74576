import type { Complexity, Template } from "@/lib/pack/template"

/** Three-point durations in working days. */
type Estimate = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }
/** What work is stamped for; without a complexity the medium one is taken. */
export type Subject = { readonly id: string; readonly name: string; readonly complexity: Complexity | null }
/** A work item that a template makes. */
export type Stamped = {
  readonly subjectId: string
  readonly stepKey: string
  readonly title: string
  readonly description: string
  readonly workstreamKey: string
  readonly roleKey: string
  readonly estimate: Estimate
  /** Steps of the same subject that come before it. */
  readonly after: readonly string[]
}
const LONGEST_TITLE = 200

/** The work that a template makes for each subject, step by step; `has` says which steps a subject has already. */
export const stampedFor = (
  { steps }: Pick<Template, "steps">,
  subjects: readonly Subject[],
  has: (subjectId: string, stepKey: string) => boolean,
): readonly Stamped[] =>
  subjects.flatMap(({ id, name, complexity }) =>
    steps
      .filter(({ key }) => !has(id, key))
      .map((step) => ({
        ...{ subjectId: id, stepKey: step.key, title: titleOf(step.name, name), description: step.description },
        ...{ workstreamKey: step.workstream, roleKey: step.role, after: step.after },
        estimate: step.estimates[complexity ?? "medium"],
      })),
  )

const titleOf = (pattern: string, name: string) => pattern.replaceAll("{name}", () => name).slice(0, LONGEST_TITLE)

/** The sum of the likely durations, in working days: effort as long as one person does each. */
export const effortOf = (stamped: readonly Pick<Stamped, "estimate">[]): number =>
  stamped.reduce((sum, { estimate }) => sum + estimate.likely, 0)

/** Of subjects with work of a template: how many have all of it done. */
export function liveOf(
  steps: readonly string[],
  done: readonly { readonly subjectId: string; readonly stepKey: string; readonly done: boolean }[],
): { readonly subjects: number; readonly live: number } {
  const finished = new Map<string, Set<string>>()
  for (const { subjectId, stepKey, done: isDone } of done) {
    const own = finished.get(subjectId) ?? new Set()
    finished.set(subjectId, isDone ? own.add(stepKey) : own)
  }
  const live = [...finished.values()].filter((own) => steps.every((key) => own.has(key))).length
  return { subjects: finished.size, live }
}
