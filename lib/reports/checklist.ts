import type { CheckView } from "@/lib/assurance/contract"
import { sayState } from "@/lib/assurance/say-sign-off"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { provedProgress } from "@/lib/plan/schedule/proved"
import { countsOf } from "./figures"
import type { CriterionLine, PhaseFigures } from "./views"

/** A line to sign as far as it is told of. */
export type SignLine = Pick<
  SignOffView,
  | "kind"
  | "id"
  | "key"
  | "number"
  | "name"
  | "checkIds"
  | "state"
  | "contradictedBy"
  | "lapsedBy"
  | "signers"
  | "signatures"
> &
  Pick<SignOffView, "round" | "mySigning">
export type LineCheck = Pick<CheckView, "id" | "sentence" | "reason" | "verdict" | "due" | "waived">

/**
 * A line of the success checklist: whether it is signed and whether that still holds; and whether its due checks are met,
 * where one that could not tell decides over those that are.
 * @param checkOf of the whole programme, by id
 */
export function criterionLine(line: SignLine, checkOf: ReadonlyMap<string, LineCheck>): CriterionLine {
  const { id, key, number, name, state } = line
  const checks = line.checkIds.flatMap((checkId) => checkOf.get(checkId) ?? [])
  const due = checks.filter((check) => check.due && !check.waived)
  return {
    ...{ id, key, number, name, mark: markOf(due), signOff: state },
    proved: countsOf(provedProgress(checks.map((check) => ({ ...check, checkId: check.id })))),
    note: noteOf(line, checks, due),
    contradictedBy: line.contradictedBy.flatMap((checkId) => {
      const check = checkOf.get(checkId)
      return check ? [{ checkId, sentence: check.sentence, reason: check.reason }] : []
    }),
  }
}

function markOf(due: readonly LineCheck[]): CriterionLine["mark"] {
  if (due.length === 0) return "not-due"
  if (due.some(({ verdict }) => verdict === "not-met")) return "not-met"
  return due.some(({ verdict }) => verdict === "could-not-tell") ? "could-not-tell" : "met"
}

function noteOf(line: SignLine, checks: readonly LineCheck[], due: readonly LineCheck[]): string {
  if (line.state !== "open") return sayState(line).toLowerCase()
  if (checks.length === 0) return "no checks"
  if (due.length === 0) return "none due yet"
  const unknown = due.filter(({ verdict }) => verdict === "could-not-tell").length
  if (unknown === 0) return ""
  return unknown === due.length ? "unknown" : `${unknown} unknown`
}

/** Phases whose passed gate is contradicted by checks say so. */
export function withContradictions(phases: readonly PhaseFigures[], lines: readonly SignLine[]): PhaseFigures[] {
  const contradicted = new Set<string>(lines.flatMap(({ id, state }) => (state === "contradicted" ? [id] : [])))
  return phases.map((phase) =>
    phase.gate && contradicted.has(phase.gate.id)
      ? { ...phase, gate: { ...phase.gate, state: "contradicted" } }
      : phase,
  )
}
