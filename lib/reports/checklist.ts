import { type JudgedCheck, provedProgress } from "@/lib/schedule/proved"
import { countsOf } from "./figures"
import type { CriterionLine } from "./views"

export type CriterionParts = {
  readonly id: string
  readonly key: string
  readonly number: number
  readonly name: string
  readonly checks: readonly JudgedCheck[]
}

/** A line of the success checklist: met when every due check of it is; unknown as long as one that could not tell decides. */
export function criterionLine({ id, key, number, name, checks }: CriterionParts): CriterionLine {
  const due = checks.filter((check) => check.due && !check.waived)
  const unknown = due.filter(({ verdict }) => verdict === "could-not-tell").length
  const mark = markOf(due)
  const note =
    due.length === 0
      ? "none due yet"
      : unknown > 0
        ? unknown === due.length
          ? "could not tell"
          : `${unknown} could not tell`
        : ""
  return {
    id,
    key,
    number,
    name,
    mark,
    proved: countsOf(provedProgress(checks)),
    note: checks.length === 0 ? "no checks" : note,
  }
}

function markOf(due: readonly JudgedCheck[]): CriterionLine["mark"] {
  if (due.length === 0) return "not-due"
  if (due.some(({ verdict }) => verdict === "not-met")) return "not-met"
  return due.some(({ verdict }) => verdict === "could-not-tell") ? "could-not-tell" : "met"
}
