import { tenths } from "./supply"

/** What became of an item of a sprint when it was closed. */
export const outcomes = { done: "Done", dropped: "Dropped", carried: "Carried over", removed: "Removed" } as const
export type Outcome = keyof typeof outcomes

/** One item of a sprint as the snapshot keeps it. Efforts are person-days; null is unknown. */
export type SprintLine = {
  readonly sprintId: string
  readonly itemId: string
  readonly itemNumber: number
  readonly title: string
  /** In the sprint when it was started; the others were added later. */
  readonly committed: boolean
  readonly effort: number | null
  readonly closingEffort: number | null
  readonly remaining: number | null
  /** Null until the sprint is closed. */
  readonly outcome: Outcome | null
  readonly reason: string | null
  readonly goesToId: string | null
}

export type SprintResult = {
  readonly committed: number
  readonly added: number
  readonly removed: number
  readonly reestimated: number
  readonly dropped: number
  readonly done: number
  readonly carriedOver: number
  /** Done of what was not dropped or taken out, 0 to 1; null where nothing is left. */
  readonly doneShare: number | null
  readonly committedDays: number
  readonly doneDays: number
}

/** What an item counted when the sprint was closed. */
const daysOf = ({ closingEffort, effort }: SprintLine) => closingEffort ?? effort ?? 0

/**
 * What came of a sprint. Dropped work leaves both sides of every share: of 10 committed, 8 done and 2 dropped is all.
 * An unfinished item counts nothing.
 */
export function resultOf(lines: readonly SprintLine[]): SprintResult {
  const ofOutcome = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome)
  const done = ofOutcome("done")
  const carried = ofOutcome("carried")
  const counted = done.length + carried.length
  const committed = lines.filter((line) => line.committed)
  return {
    committed: committed.length,
    added: lines.length - committed.length,
    removed: ofOutcome("removed").length,
    reestimated: committed.filter(({ effort, closingEffort, outcome }) => outcome !== null && effort !== closingEffort)
      .length,
    dropped: ofOutcome("dropped").length,
    done: done.length,
    carriedOver: carried.length,
    doneShare: counted === 0 ? null : done.length / counted,
    committedDays: tenths(committed.reduce((sum, { effort }) => sum + (effort ?? 0), 0)),
    doneDays: tenths(done.reduce((sum, line) => sum + daysOf(line), 0)),
  }
}

/** The sentence that stays in sight: "10 committed, 8 done, 2 dropped". */
export function sayResult({ committed, added, done, dropped, carriedOver, removed }: SprintResult): string {
  const parts: readonly (readonly [number, string])[] = [
    ...([
      [added, "added"],
      [done, "done"],
      [dropped, "dropped"],
    ] as const),
    ...([
      [carriedOver, "carried over"],
      [removed, "removed"],
    ] as const),
  ]
  const said = parts.filter(([count, word]) => count > 0 || word === "done").map(([count, word]) => `${count} ${word}`)
  return [`${committed} committed`, ...said].join(", ")
}
