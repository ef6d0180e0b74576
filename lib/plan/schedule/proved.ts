import type { InGroups } from "./progress"

export type CheckVerdict = "met" | "not-met" | "could-not-tell"

/** A check as it stands: every check that is applicable is listed, once or in parts with different groups. */
export type JudgedCheck = {
  readonly checkId: string
  /** Unknown counts as not met. */
  readonly verdict: CheckVerdict
  /** Whether the gate by which it must be met has come. */
  readonly due: boolean
  /** A waived check is counted apart and nowhere else. */
  readonly waived: boolean
}

/** Counts of distinct applicable checks. `metDue` are those among the due ones that are met. */
export type Proved =
  | { readonly kind: "no checks"; readonly waived: number }
  | {
      readonly kind: "proved"
      readonly met: number
      readonly metDue: number
      readonly due: number
      readonly all: number
      readonly waived: number
    }

export const noChecks: Proved = { kind: "no checks", waived: 0 }

/** Proved progress of a list of checks; a check listed twice counts once. */
export function provedProgress(checks: Iterable<JudgedCheck>): Proved {
  const tally = new Tally()
  for (const check of checks) tally.add(check)
  return tally.proved()
}

/** Proved progress of every group named, in one pass. A check that is listed twice in a group counts once in it. */
export function rollUpProved(checks: Iterable<JudgedCheck & InGroups>): ReadonlyMap<string, Proved> {
  const tallies = new Map<string, Tally>()
  for (const check of checks)
    for (const groupId of check.groupIds) {
      const tally = tallies.get(groupId) ?? new Tally()
      tallies.set(groupId, tally)
      tally.add(check)
    }
  return new Map([...tallies].map(([groupId, tally]) => [groupId, tally.proved()]))
}

class Tally {
  private readonly seen = new Set<string>()
  private met = 0
  private metDue = 0
  private due = 0
  private all = 0
  private waived = 0

  add(check: JudgedCheck): void {
    if (this.seen.has(check.checkId)) return
    this.seen.add(check.checkId)
    if (check.waived) {
      this.waived++
      return
    }
    const met = check.verdict === "met"
    this.all++
    if (check.due) this.due++
    if (met) this.met++
    if (met && check.due) this.metDue++
  }

  proved(): Proved {
    const { met, metDue, due, all, waived } = this
    return all === 0 ? { kind: "no checks", waived } : { kind: "proved", met, metDue, due, all, waived }
  }
}

/**
 * The counts in words: "Proved 5 of 9" when all are due, "Proved 43 of 52 due, 107 in all" when some are not, "Proved 2
 * of 9, none due yet", "No checks"; waived checks follow apart, as in "Proved 5 of 9; 1 waived".
 */
export function describeProved(proved: Proved): string {
  const waived = proved.waived > 0 ? `; ${proved.waived} waived` : ""
  return `${countsInWords(proved)}${waived}`
}

function countsInWords(proved: Proved): string {
  if (proved.kind === "no checks") return "No checks"
  const { met, metDue, due, all } = proved
  if (due === all) return `Proved ${met} of ${all}`
  if (due === 0) return `Proved ${met} of ${all}, none due yet`
  return `Proved ${metDue} of ${due} due, ${all} in all`
}
