/** A read whose answer is drawn into a page before the page's scripts are there. */
export type ReadAtHand = {
  readonly operation: string
  readonly input: object
  /** Where the browser finds the same answer, to go on from. */
  readonly url: string
}

/** The reads of a page, and under which ticket their answers wait in the server while the page is drawn. */
export type AnswersAtHand = { readonly ticket: string; readonly reads: readonly ReadAtHand[] }

/** Values in the order of the reads, and how long the programme's chain was, at least, when each was given. */
export type Waiting = readonly { readonly value: unknown; readonly seq: number }[]

/** The server draws in two layers with code of their own each; only this is shared between them. */
const shared = globalThis as typeof globalThis & { lakewardAtHand?: Map<string, Waiting> }

/** Leaves answers for the drawing of their page, and returns how to take them away again. */
export function leaveAtHand(ticket: string, waiting: Waiting): () => void {
  shared.lakewardAtHand ??= new Map()
  shared.lakewardAtHand.set(ticket, waiting)
  return () => shared.lakewardAtHand?.delete(ticket)
}

/** What was left under a ticket; undefined once it was taken away. */
export const atHand = (ticket: string): Waiting | undefined => shared.lakewardAtHand?.get(ticket)
