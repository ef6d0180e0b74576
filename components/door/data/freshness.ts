import { replaceEqualDeep } from "@tanstack/react-query"

/** How long the chain of a programme is, as far as this tab has heard: from its own writes and from the event stream. */
const heard = new Map<string, number>()
/** As of which length of the chain an answer was given, at least. */
const lengths = new WeakMap<object, number>()

/** The longest chain of a programme that this tab has heard of; 0 before the first word. */
export const knownSeq = (programmeId: string): number => heard.get(programmeId) ?? 0

/** Remembers that a programme's chain has at least this length. */
export function recordGrowth(programmeId: string, seq: number): void {
  heard.set(programmeId, Math.max(seq, knownSeq(programmeId)))
}

/** The length of the chain that an answer knows of, at least; 0 when nothing is known. */
export const seqOf = (answer: unknown): number =>
  typeof answer === "object" && answer !== null ? (lengths.get(answer) ?? 0) : 0

export function recordSeq(answer: unknown, seq: number): void {
  if (typeof answer === "object" && answer !== null) lengths.set(answer, Math.max(seq, seqOf(answer)))
}

/**
 * Keeps the objects of what did not change, so that nothing draws again in vain, and how fresh the answer is. An answer
 * that may be older than what is there, because the two crossed on their way, changes nothing.
 */
export function shareUnchanged(before: unknown, after: unknown): unknown {
  if (before !== undefined && seqOf(after) < seqOf(before)) return before
  const shared = replaceEqualDeep(before, after)
  recordSeq(shared, seqOf(after))
  return shared
}
