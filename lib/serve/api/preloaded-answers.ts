/** A read whose answer is drawn into a page before the page's scripts are there. */
export type PreloadedRead = {
  readonly operation: string
  readonly input: object
  /** Where the browser finds the same answer, to go on from. */
  readonly url: string
}

/** The reads of a page, and under which ticket their answers wait in the server while the page is drawn. */
export type PreloadedReads = { readonly ticket: string; readonly reads: readonly PreloadedRead[] }

/** Values in the order of the reads, and how long the programme's chain was, at least, when each was given. */
export type Waiting = readonly { readonly value: unknown; readonly seq: number }[]

/** The server draws in two layers with code of their own each; only this is shared between them. */
const shared = globalThis as typeof globalThis & { lakewardPreloaded?: Map<string, Waiting> }

/** Leaves answers for the drawing of their page, and returns how to take them away again. */
export function keepForPage(ticket: string, waiting: Waiting): () => void {
  shared.lakewardPreloaded ??= new Map()
  shared.lakewardPreloaded.set(ticket, waiting)
  return () => shared.lakewardPreloaded?.delete(ticket)
}

/** What was left under a ticket; undefined once it was taken away. */
export const keptForPage = (ticket: string): Waiting | undefined => shared.lakewardPreloaded?.get(ticket)
