/** What of an answer counts in figures. Levels are 0 to 4; weights 1 to 3. */
export type Answer = {
  /** Null until it is answered. */
  readonly asIs: number | null
  readonly toBe: number
  readonly notApplicable: boolean
  readonly weight: number
}

/** Whether a question asks for an answer: what does not apply leaves sums and divisors. */
export const isAsked = ({ notApplicable }: Pick<Answer, "notApplicable">): boolean => !notApplicable
export const isAnswered = (answer: Pick<Answer, "asIs" | "notApplicable">): boolean =>
  isAsked(answer) && answer.asIs !== null

/** How far it is to the level that is wanted, in levels; null without an answer, never negative. */
export const distanceOf = (answer: Omit<Answer, "weight">): number | null =>
  answer.asIs === null || answer.notApplicable ? null : Math.max(0, answer.toBe - answer.asIs)

/** The distance times the weight; null without an answer, never negative. */
export function gapOf(answer: Answer): number | null {
  const distance = distanceOf(answer)
  return distance === null ? null : distance * answer.weight
}
