import type { CheckView } from "./contract"

export const groupings = ["criterion", "stage", "gate"] as const
/** What the checks are arranged by: the lines of the success checklist, the stages they lie in, the gates they are due at. */
export type Grouping = (typeof groupings)[number]

export type Group = {
  readonly id: string
  /** The number it is known by; null for what belongs to none. */
  readonly number: number | null
  readonly name: string
  readonly checks: readonly CheckView[]
}
type Numbered = { readonly id: string; readonly number: number; readonly name: string }

/** What checks are arranged by. */
export type Arrangement = {
  readonly criteria: readonly Numbered[]
  readonly stages: readonly Numbered[]
  readonly gates: readonly Numbered[]
  readonly workstreams: readonly { readonly id: string; readonly stageId: string }[]
}

/**
 * All checks in groups, those of no group last under a name of their own. A check of two criteria stands under both; by
 * stage or gate each stands once. Groups without checks are left out, but for criteria: each line of the checklist shows.
 */
export function groupChecks(checks: readonly CheckView[], by: Grouping, parts: Arrangement): Group[] {
  const stageOf = new Map(parts.workstreams.map(({ id, stageId }) => [id, stageId]))
  const heads = { criterion: parts.criteria, stage: parts.stages, gate: parts.gates }[by]
  const keysOf = ({
    criterionIds,
    workstreamId,
    dueGateId,
    gateId,
  }: CheckView): readonly (string | null | undefined)[] =>
    ({
      criterion: criterionIds,
      stage: [workstreamId === null ? null : stageOf.get(workstreamId)],
      gate: [dueGateId ?? gateId],
    })[by]
  const known = new Set(heads.map(({ id }) => id))
  const groups = heads.map(({ id, number, name }) => ({
    ...{ id, number, name },
    checks: checks.filter((check) => keysOf(check).includes(id)),
  }))
  const rest = checks.filter((check) => !keysOf(check).some((key) => key && known.has(key)))
  const last = rest.length > 0 ? [{ id: "rest", number: null, name: restNames[by], checks: rest }] : []
  return [...groups.filter((group) => by === "criterion" || group.checks.length > 0), ...last]
}

const restNames: Record<Grouping, string> = {
  criterion: "Not in the checklist",
  stage: "Gates and criteria",
  gate: "Not tied to a gate",
}

type Counted = Pick<CheckView, "due" | "verdict" | "waived">
const sayWaived = (waived: number) => `${waived} waived`

/**
 * `0 of 7 due, 14 in all`; `none due yet, 14 in all`, or `3 of 14, none due yet` when some are proved before their time;
 * `3 of 9` when all are due. Waived checks do not count.
 */
export function sayDue(all: readonly Counted[]): string {
  const checks = all.filter(({ waived }) => !waived)
  if (checks.length === 0) return all.length === 0 ? "no checks" : sayWaived(all.length)
  const due = checks.filter((check) => check.due)
  const early = checks.filter(({ verdict }) => verdict === "met").length
  if (due.length === 0)
    return early > 0 ? `${early} of ${checks.length}, none due yet` : `none due yet, ${checks.length} in all`
  const met = due.filter(({ verdict }) => verdict === "met").length
  return due.length === checks.length
    ? `${met} of ${due.length}`
    : `${met} of ${due.length} due, ${checks.length} in all`
}

/** Whether what is due of a group is met; where one is not met it decides, then one that could not tell. */
export function markOfDue(checks: readonly Counted[]): "met" | "not-met" | "could-not-tell" | "not-due" {
  const due = checks.filter((check) => check.due && !check.waived)
  if (due.length === 0) return "not-due"
  if (due.some(({ verdict }) => verdict === "not-met")) return "not-met"
  return due.some(({ verdict }) => verdict === "could-not-tell") ? "could-not-tell" : "met"
}

/** What holds a line up first: due before not due, not met before not told, what is waived or met last. */
export const byUrgency = <Check extends Counted>(checks: readonly Check[]): Check[] =>
  checks.toSorted((a, b) => urgencyOf(a) - urgencyOf(b))
const urgencyOf = ({ verdict, waived, due }: Counted): number => {
  if (waived) return 4
  return verdict === "met" ? 5 : (verdict === "not-met" ? 0 : 1) + (due ? 0 : 2)
}

/** How a check is judged, in the word that stands beside it. */
export const kindNames: Record<CheckView["kind"], string> = {
  fact: "Fact",
  attested: "Attested",
  record: "Record",
}

/** Where all checks stand in one sentence, and how many could not be told, which count as not met. */
export function sayStanding(all: readonly Counted[]): string {
  if (all.length === 0) return "This programme has no checks."
  const checks = all.filter(({ waived }) => !waived)
  if (checks.length === 0) return `${sayWaived(all.length)}.`
  const due = checks.filter((check) => check.due)
  const met = due.filter(({ verdict }) => verdict === "met").length
  const standing =
    due.length === 0
      ? `None of ${checks.length} checks is due yet`
      : `${met} of ${due.length} due checks ${met === 1 ? "is" : "are"} proved, ${checks.length} in all`
  const unknown = checks.filter(({ verdict }) => verdict === "could-not-tell").length
  if (unknown === 0) return `${standing}.`
  const nothing = "all unknown until facts are imported or evidence is submitted"
  return `${standing}; ${unknown === checks.length ? nothing : `${unknown} unknown, counted as not met`}.`
}
